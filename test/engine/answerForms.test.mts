/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

const sendToUsers = { resource: 'push', operation: 'sendToUsers', title: 'Hi', content: 'Hi' };

const label = { __rl: true, mode: 'name', value: 'vip' };

/** What becomes of the users when the service answers the only call with this `data`. */
async function itemsFor(
	data: unknown,
	users: string,
	parameters: INodeParameters = sendToUsers,
	onError: OnError = 'stopWorkflow',
): Promise<IDataObject[]> {
	simulator().weather.add({ weather: { kind: 'body', body: { timestamp: 1, data } } });
	const { items, error } = await runNode(simulator(), {
		parameters: { userIds: users, userId: users, ...parameters },
		rows: [{}],
		onError,
	});
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
}

describe('a status of a push', () => {
	it.each([
		['Success', 'SUCCESS'],
		['success', 'SUCCESS'],
		['async_success', 'ASYNC_SUCCESS'],
		['Fail', 'FAIL'],
		['error', 'ERROR'],
	])("'%s' is understood as %s", async (pushStatus, documented) => {
		expect(await itemsFor([{ id: 'anna', pushStatus }], 'anna')).toEqual([
			{ userId: 'anna', pushStatus: documented },
		]);
	});

	it.each(['Fail', 'error'])("'%s' is a refusal", async (pushStatus) => {
		const data = [{ id: 'anna', pushStatus, desc: 'no push binding' }];
		const [item] = await itemsFor(data, 'anna', sendToUsers, 'continueRegularOutput');
		expect(item?.error).toMatch(/^The push to 'anna' ended as (FAIL|ERROR): no push binding /);
	});

	it.each([
		[{ pushStatus: 'QUEUED' }, { desc: 'QUEUED' }],
		[{ pushStatus: 'OFFLINE', desc: 'user is away' }, { desc: 'OFFLINE: user is away' }],
		[
			{ pushStatus: 'SUCCESSFUL', data: { code: 1 } },
			{ desc: 'SUCCESSFUL', data: { code: 1 } },
		],
	])('that is none of the four is uncertain: %j', async (result, kept) => {
		const data = [{ id: 'anna', ...result }];
		const details = { userId: 'anna', pushStatus: 'UNCERTAIN', ...kept };
		const [stopped] = await itemsFor(data, 'anna');
		expect(Object.entries(stopped ?? {})).toEqual(Object.entries(details));

		const [continued] = await itemsFor(data, 'anna', sendToUsers, 'continueRegularOutput');
		expect(continued).toEqual({
			error:
				`The push to 'anna' ended as '${result.pushStatus}', a status that Agora does not document ` +
				'[item 0]. Its recipients may have been reached, so it was not sent again. ' +
				'Find out who got it before you send it again.',
			details,
		});
	});

	it('that is none of the four is counted as uncertain', async () => {
		const body = { data: [{ id: 'anna', pushStatus: 'QUEUED' }] };
		simulator().weather.add({ weather: { kind: 'body', body } });
		const { hints } = await runNode(simulator(), {
			parameters: { ...sendToUsers, userIds: 'anna' },
			rows: [{}],
		});
		expect(hints[0]?.message).toMatch(/ · 1 uncertain \(answer lost\)$/);
	});

	it.each(['', ' ', null, 7, {}])('that is no word, %j, says nothing', async (pushStatus) => {
		const data = [{ id: 'anna', pushStatus }];
		const [item] = await itemsFor(data, 'anna', sendToUsers, 'continueRegularOutput');
		expect(item?.error).toContain("The service's answer does not say what became of the push");
		expect(item?.details).toEqual({ userId: 'anna', pushStatus: 'UNCERTAIN' });
	});
});

describe('user IDs of digits, answered as numbers', () => {
	it('are understood in the answer to a push', async () => {
		const data = [
			{ id: 2, pushStatus: 'ASYNC_SUCCESS' },
			{ id: 10, pushStatus: 'ASYNC_SUCCESS' },
		];
		expect(await itemsFor(data, '10, 2')).toEqual([
			{ userId: '10', pushStatus: 'ASYNC_SUCCESS' },
			{ userId: '2', pushStatus: 'ASYNC_SUCCESS' },
		]);
	});

	it.each([
		['add', 'added'],
		['remove', 'removed'],
	])('are understood in the answer to %s', async (operation, done) => {
		const parameters = { resource: 'labelMember', operation, label };
		const data = { success: [2, 10, null], fail: { 3: 'appUser not exists' } };
		const items = await itemsFor(data, '10, 3, 2', parameters);
		expect(items.map(({ username, status }) => [username, status])).toEqual([
			['10', done],
			['3', 'failed'],
			['2', done],
		]);
	});

	it('are understood in the answer to get', async () => {
		const parameters = { resource: 'labelMember', operation: 'get', label };
		const [item] = await itemsFor({ username: 10, created: 1 }, '10', parameters);
		expect(item).toMatchObject({ username: '10', isMember: true });

		const [other] = await itemsFor(
			{ username: 11, created: 1 },
			'10',
			parameters,
			'continueRegularOutput',
		);
		expect(other?.error).toContain("The service answered about another user, '11'");
	});

	it('are understood in the list that sync reads', async () => {
		const body = { data: [{ username: 10 }, { username: '2' }] };
		simulator().weather.add({ weather: { kind: 'body', body } });
		const { items } = await runSync(simulator(), {
			rows: [{ users: '10, 2' }],
			parameters: { output: 'all' },
		});
		expect(items.map(readItem).map(({ username, status }) => [username, status])).toEqual([
			['10', 'unchanged'],
			['2', 'unchanged'],
		]);
		expect(simulator().requests).toHaveLength(1);
	});
});

describe("'Success' with a capital in the answer to a change", () => {
	it.each([
		['add', 'added'],
		['remove', 'removed'],
	])('is understood: %s', async (operation, done) => {
		const parameters = { resource: 'labelMember', operation, label };
		const data = { Success: ['anna'], Fail: { ben: 'appUser not exists' } };
		expect(await itemsFor(data, 'anna, ben', parameters)).toEqual([
			{ label: 'vip', username: 'anna', status: done },
			{ label: 'vip', username: 'ben', status: 'failed', reason: 'appUser not exists' },
		]);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const push = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: '={{ $json.user }}',
	title: 'Hello',
	content: 'World',
};
const add = {
	resource: 'labelMember',
	operation: 'add',
	label: { __rl: true, mode: 'name', value: 'vip' },
	userIds: '={{ $json.user }}',
};

function answerWith(data: unknown): void {
	simulator().weather.add({ weather: { kind: 'body', body: { timestamp: 1, duration: 1, data } } });
}

async function continued(parameters: INodeParameters, rows: IDataObject[]) {
	return await runNode(simulator(), { parameters, rows, onError: 'continueRegularOutput' });
}

describe('every row ends in one outcome', () => {
	it('of a row whose option is bad, nothing is sent', async () => {
		const options = { includeInputFields: '={{ $json.include }}' };
		const rows = [
			{ user: 'anna', include: 'maybe' },
			{ user: 'ben', include: true },
		];
		const { items } = await continued({ ...push, options }, rows);
		expect(items).toHaveLength(2);
		expect(items[0]?.json.error).toContain("'Include Input Fields' is 'maybe'");
		expect(simulator().deliveries.map(({ userId }) => userId)).toEqual(['ben']);
	});

	it('when an answer about members leaves out who failed', async () => {
		answerWith({ success: ['anna'] });
		const rows = [{ user: 'anna' }, { user: 'ben' }];
		const { items, error } = await runNode(simulator(), { parameters: add, rows });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.status)).toEqual(['added', 'uncertain']);
	});

	it('which is not told as refused when an answer leaves a member out', async () => {
		answerWith({ success: ['anna'] });
		const { items } = await continued(add, [{ user: 'ben' }]);
		expect(items[0]?.json.error).toMatch(
			/^Whether 'ben' was added is not known: the service's answer does not mention this user/,
		);
	});

	it.each(['', '  ', null])('when the reason for a member is %j', async (reason) => {
		answerWith({ success: [], fail: { anna: reason } });
		const { items } = await continued(add, [{ user: 'anna' }]);
		expect(items[0]?.json.error).toMatch(/^'anna' was not added: no reason given \[item 0\]/);
	});

	it('when the reason for a member is no text', async () => {
		answerWith({ success: [], fail: { anna: { code: 7 } } });
		const { items } = await runNode(simulator(), { parameters: add, rows: [{ user: 'anna' }] });
		expect(items[0]?.json.reason).toBe('{"code":7}');
	});

	it.each([[{}], [{ pushStatus: '' }], [{ pushStatus: null }]])(
		'which is uncertain when the result is %j',
		async (result) => {
			answerWith([{ id: 'anna', ...result }]);
			const { items } = await continued(push, [{ user: 'anna' }]);
			expect(items[0]?.json.details).toMatchObject({ userId: 'anna', pushStatus: 'UNCERTAIN' });
			expect(items[0]?.json.error).toContain('may have been reached');
		},
	);
});

it('counts users whom an answer leaves out as uncertain when a later call stops the run', async () => {
	const users = Array.from({ length: 101 }, (_, index) => `user-${index}`);
	answerWith(users.slice(0, 98).map((id) => ({ id, pushStatus: 'ASYNC_SUCCESS' })));
	simulator().weather.add({ weather: { kind: 'status', status: 500 } });
	const { error } = await runNode(simulator(), { parameters: push, rows: [{ user: users }] });
	expect(error?.description).toContain('Of the users: 98 accepted, 3 uncertain (answer lost).');
});

describe('the input fields', () => {
	it("come after an outcome's own, and never stand in for them", async () => {
		simulator().seed({ users: ['anna'], labels: [{ name: 'vip' }] });
		const options = { includeInputFields: true };
		const rows = [{ user: 'anna', city: 'Oslo', reason: 'old', status: 'old' }];
		const { items } = await runNode(simulator(), { parameters: { ...add, options }, rows });
		expect(Object.entries(items[0]?.json ?? {})).toEqual([
			['label', 'vip'],
			['username', 'anna'],
			['status', 'added'],
			['user', 'anna'],
			['city', 'Oslo'],
		]);
	});
});

describe('values that were spoilt before they came here', () => {
	it.each<[string, INodeParameters, IDataObject, RegExp]>([
		['a calculation with text', push, { user: Number.NaN }, /'User IDs'/],
		[
			'a rounded number in an object',
			{ ...push, messageOptions: { ext: '={{ $json.ext }}' } },
			{ user: 'anna', ext: { order: 9007199254740993 } },
			/'Custom Data \(JSON\)'.*too large to be exact/,
		],
		[
			'seconds for milliseconds',
			{ ...push, agoraOptions: { expiresTime: '={{ $json.at }}' } },
			{ user: 'anna', at: 1_800_000_000 },
			/'Expires At' in 'Agora Channel Options' is '1800000000', not a date/,
		],
		[
			"a sheet's count of days",
			{ ...push, agoraOptions: { expiresTime: '={{ $json.at }}' } },
			{ user: 'anna', at: 46_380 },
			/'Expires At'/,
		],
		[
			'a day that does not exist',
			{ ...push, agoraOptions: { expiresTime: '2026-02-30' } },
			{ user: 'anna' },
			/'Expires At'/,
		],
		[
			'a date in another order',
			{ ...push, agoraOptions: { expiresTime: '12/24/2026' } },
			{ user: 'anna' },
			/'Expires At'/,
		],
		[
			'JSON without a content',
			{ ...push, messageFormat: 'json', messageJson: '{"title": "Hi"}' },
			{ user: 'anna' },
			/'content' in 'Message \(JSON\)' is empty/,
		],
		[
			'JSON left as it was',
			{ ...push, messageFormat: 'json' },
			{ user: 'anna' },
			/'title' in 'Message \(JSON\)' is empty/,
		],
	])('%s is refused', async (_name, parameters, row, words) => {
		const { error } = await runNode(simulator(), { parameters, rows: [row] });
		expect(error?.text).toMatch(words);
		expect(simulator().requests).toEqual([]);
	});

	it('a localized argument that is blank keeps its place', async () => {
		const apnsOptions = { titleLocArgs: '={{ $json.args }}', bodyLocArgs: '={{ $json.none }}' };
		const rows = [{ user: 'anna', args: ['Anna', '', 3], none: [] }];
		await runNode(simulator(), { parameters: { ...push, apnsOptions }, rows });
		expect(simulator().requests[0]?.body).toMatchObject({
			pushMessage: { apns: { titleLocArgs: ['Anna', '', '3'] } },
		});
		expect(simulator().requests[0]?.body).not.toHaveProperty('pushMessage.apns.bodyLocArgs');
	});
});

it('a date without a zone is in the time zone of the workflow', async () => {
	const agoraOptions = { expiresTime: '2076-12-24T18:00:00' };
	await runNode(simulator(), {
		parameters: { ...push, agoraOptions },
		rows: [{ user: 'anna' }],
		timezone: 'Asia/Tokyo',
	});
	expect(simulator().requests[0]?.body).toMatchObject({
		pushMessage: { agora: { expiresTime: Date.UTC(2076, 11, 24, 9) } },
	});
});

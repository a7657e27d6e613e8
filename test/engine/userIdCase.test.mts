/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { USER_ID_CASES, type UserIdCase } from '../../simulator/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const sendToUsers = { resource: 'push', operation: 'sendToUsers', title: 'Hi', content: 'Hi' };

const label = { __rl: true, mode: 'name', value: 'vip' };

/** Whether the service finds a user whose ID a call writes with other capitals than the registered one. */
const FOLDS: Record<UserIdCase, boolean> = {
	foldToRegistered: true,
	foldAndEcho: true,
	refuseCapitals: false,
	distinct: false,
};

describe.each(USER_ID_CASES)('%s', (userIdCase) => {
	const folds = FOLDS[userIdCase];

	beforeEach(() => {
		Object.assign(simulator().settings, { userIdCase, asyncChecksTargets: true });
		simulator().seed({
			users: ['anna', 'ben', 'carla'],
			labels: [{ name: 'vip', members: ['carla'] }],
		});
	});

	describe.each([true, false])('push: sendToUsers, waiting for the result: %s', (waitForResult) => {
		const parameters = { ...sendToUsers, waitForResult };
		const done = waitForResult ? 'SUCCESS' : 'ASYNC_SUCCESS';

		it('tells of each recipient as the row writes the ID', async () => {
			const items = await itemsOf(parameters, ['anna', 'Ben', 'CARLA']);
			expect(items.map(({ userId, pushStatus }) => [userId, pushStatus])).toEqual([
				['anna', done],
				['Ben', folds ? done : 'FAIL'],
				['CARLA', folds ? done : 'FAIL'],
			]);
			expect(reachedUsers()).toEqual(folds ? ['anna', 'ben', 'carla'] : ['anna']);
		});

		it('pushes once to a user whom rows write in several ways', async () => {
			const items = await itemsOf(parameters, ['anna', 'ANNA, Anna', 'Anna']);
			expect(items.map(({ userId, pushStatus }) => [userId, pushStatus])).toEqual([
				['anna', done],
				['ANNA', done],
				['Anna', done],
			]);
			expect(reachedUsers()).toEqual(['anna']);
		});
	});

	describe('label member', () => {
		const members = { resource: 'labelMember', label };
		const statusesOf = (items: IDataObject[]) =>
			items.map(({ username, status }) => [username, status]);

		it('adds: tells of each user as the row writes the ID', async () => {
			const items = await itemsOf({ ...members, operation: 'add' }, ['anna', 'Ben', 'Carla']);
			const others = folds ? 'added' : 'failed';
			expect(statusesOf(items)).toEqual([
				['anna', 'added'],
				['Ben', others],
				['Carla', others],
			]);
			expect(membersNow()).toEqual(folds ? ['anna', 'ben', 'carla'] : ['anna', 'carla']);
		});

		it('removes: tells of each user as the row writes the ID', async () => {
			const items = await itemsOf({ ...members, operation: 'remove' }, ['Carla', 'anna']);
			expect(statusesOf(items)).toEqual([
				['Carla', folds ? 'removed' : 'failed'],
				['anna', 'removed'],
			]);
			expect(membersNow()).toEqual(folds ? [] : ['carla']);
		});

		it.each(['add', 'remove'])('%s: names a user once to the service', async (operation) => {
			const rows = ['carla', 'Carla, CARLA', 'cArla'];
			const items = await itemsOf({ ...members, operation }, rows);
			const done = operation === 'add' ? 'added' : 'removed';
			expect(statusesOf(items)).toEqual([
				['carla', done],
				['Carla', done],
				['cArla', done],
			]);
			expect(sentUsers()).toEqual(['carla']);
		});

		it('gets: finds a member, and asks once about a user', async () => {
			const parameters = { ...members, operation: 'get', userId: '={{ $json.user }}' };
			const items = await itemsOf(parameters, ['carla', 'CARLA', 'Anna']);
			expect(items.map(({ username, isMember }) => [username, isMember])).toEqual([
				['carla', true],
				['CARLA', true],
				['Anna', false],
			]);
			expect(simulator().requests).toHaveLength(2);
		});

		it('gets: finds a member whom the only row writes in another case', async () => {
			const parameters = { ...members, operation: 'get', userId: '={{ $json.user }}' };
			const [item] = await itemsOf(parameters, ['Carla']);
			expect(item).toMatchObject({ username: 'Carla', isMember: folds });
		});
	});
});

it('counts a user once in the receipt and in the tally, however the rows write the ID', async () => {
	const rows = ['anna', 'ANNA', 'Anna', 'ben'].map((user) => ({ user }));
	const parameters = { ...sendToUsers, userIds: '={{ $json.user }}' };
	const { hints } = await runNode(simulator(), { rows, parameters });
	expect(hints[0]?.message).toMatch(/^2 users, delivery not checked · 1 call · /);

	simulator().weather.add({ weather: { kind: 'reset' } });
	const { error } = await runNode(simulator(), { rows, parameters });
	expect(error?.description).toContain('Of the users: 2 uncertain (answer lost).');
});

async function itemsOf(parameters: INodeParameters, users: string[]): Promise<IDataObject[]> {
	const { items, error } = await runNode(simulator(), {
		parameters: { userIds: '={{ $json.user }}', ...parameters },
		rows: users.map((user) => ({ user })),
	});
	expect(error).toBeUndefined();
	return items.map(({ json }) => json);
}

function reachedUsers(): string[] {
	return simulator().deliveries.flatMap(({ userId, reached }) => (reached ? [userId] : []));
}

function membersNow(): string[] {
	return simulator().labelMembers('vip').toSorted();
}

function sentUsers(): unknown {
	const [request] = simulator().requests;
	const body: unknown = request?.body;
	return typeof body === 'object' && body !== null && 'usernames' in body ? body.usernames : [];
}

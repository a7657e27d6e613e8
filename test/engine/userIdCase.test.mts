/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { USER_ID_CASES, type Simulator, type UserIdCase } from '../../simulator/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { NO_BRAKES, readItem, runSync } from '../support/syncRuns.mts';

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

	describe.each(['mirror', 'addMissing', 'removeExtra'])('sync: %s', (syncMode) => {
		const run = async (users: string[], more: INodeParameters = {}) => {
			const { items, error } = await runSync(simulator(), {
				rows: users.map((user) => ({ user })),
				parameters: { syncMode, output: 'all', options: NO_BRAKES, ...more },
			});
			expect(error).toBeUndefined();
			return items.map(readItem).map(({ rows, username, status }) => [rows, username, status]);
		};

		it('leaves a member who differs in case only, and shows the row', async () => {
			expect(await run(['Carla'])).toEqual([[[0], 'Carla', 'unchanged']]);
			expect(membersNow()).toEqual(['carla']);
			expect(changingCalls()).toEqual([]);
		});

		it('takes several spellings in its rows for one user', async () => {
			expect(await run(['Carla', 'carla, CARLA', 'CARLA'])).toEqual([
				[[0, 1, 2], 'Carla', 'unchanged'],
			]);
			expect(changingCalls()).toEqual([]);
		});

		it('comes to rest, whoever is added in another case', async () => {
			const first = await run(['anna', 'Ben', 'Carla']);
			const added = syncMode === 'removeExtra' ? 'unchanged' : 'added';
			const addedInOtherCase = folds || syncMode === 'removeExtra' ? added : 'failed';
			expect(first).toEqual([
				[[0], 'anna', added],
				[[1], 'Ben', addedInOtherCase],
				[[2], 'Carla', 'unchanged'],
			]);
			expect(membersNow()).toContain('carla');
			const calls = changingCalls().length;
			const second = await run(['anna', 'Ben', 'Carla']);
			if (addedInOtherCase === 'failed') return;
			expect(second.map(([, , status]) => status)).toEqual(Array(3).fill('unchanged'));
			expect(changingCalls()).toHaveLength(calls);
		});

		it('shows the same in a dry run', async () => {
			expect(await run(['CARLA'], { dryRun: true })).toEqual([[[0], 'CARLA', 'unchanged']]);
		});

		it('counts people once', async () => {
			const { items, hints } = await runSync(simulator(), {
				rows: [{ user: 'CARLA' }, { user: 'carla' }],
				parameters: { syncMode, output: 'summary', options: NO_BRAKES },
			});
			expect(items.map(({ json }) => json)).toMatchObject([
				{ added: 0, removed: 0, unchanged: 1, failed: 0 },
			]);
			expect(hints[0]?.message).toContain('0 added · 0 removed · 1 unchanged · 1 label');
		});
	});
});

describe.each(['foldToRegistered', 'foldAndEcho', 'distinct'] as const)('%s', (userIdCase) => {
	it('sync removes a member by the registered spelling', async () => {
		simulator().settings.userIdCase = userIdCase;
		simulator().seed({ labels: [{ name: 'vip', members: ['Olaf', 'carla'] }] });
		const { items } = await runSync(simulator(), { rows: [{ user: 'CARLA' }] });
		expect(items.map(readItem)).toMatchObject([{ username: 'Olaf', status: 'removed' }]);
		expect(membersNow()).toEqual(['carla']);
	});
});

describe('where case counts', () => {
	beforeEach(() => {
		simulator().settings.userIdCase = 'distinct';
		simulator().seed({ labels: [{ name: 'vip', members: ['Anna', 'anna', 'Ben', 'ben'] }] });
	});

	it('sync removes neither of two members while one of them is wanted', async () => {
		const { items } = await runSync(simulator(), {
			rows: [{ user: 'ANNA' }],
			parameters: { output: 'all', options: NO_BRAKES },
		});
		expect(items.map(readItem).map(({ username, status }) => [username, status])).toEqual([
			['ANNA', 'unchanged'],
			['Ben', 'removed'],
			['ben', 'removed'],
		]);
		expect(simulator().labelMembers('vip')).toEqual(['Anna', 'anna']);
	});
});

it('counts a user once in the receipt and in the tally, however the rows write the ID', async () => {
	const rows = ['anna', 'ANNA', 'Anna', 'ben'].map((user) => ({ user }));
	const parameters = { ...sendToUsers, userIds: '={{ $json.user }}' };
	const { hints } = await runNode(simulator(), { rows, parameters });
	expect(hints[0]?.message).toMatch(/^2 users · 1 call · /);

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

function changingCalls(): Simulator['requests'] {
	return simulator().requests.filter(({ method }) => method !== 'GET');
}

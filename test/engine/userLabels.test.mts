/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function run(rows: IDataObject[], onError: OnError = 'continueErrorOutput') {
	return await runNode(simulator(), {
		parameters: { resource: 'user', operation: 'getLabels', userIds: '={{ $json.users }}' },
		rows,
		onError,
	});
}

const usersFrom = (first: number, count: number) =>
	Array.from({ length: count }, (_, index) => `user${first + index}`);

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben', 'carla'],
		labels: [
			{ name: 'vip', members: ['anna', 'ben'] },
			{ name: 'oslo', members: ['anna'] },
		],
	});
});

it('gives the labels of each user in the order of the service', async () => {
	const { items, hints } = await run([{ users: 'Anna, ben' }, { users: ['carla', 'nobody'] }]);
	expect(items).toEqual(
		[
			{ json: { userId: 'Anna', labels: ['oslo', 'vip'], labelCount: 2 }, row: 0 },
			{ json: { userId: 'ben', labels: ['vip'], labelCount: 1 }, row: 0 },
			{ json: { userId: 'carla', labels: [], labelCount: 0 }, row: 1 },
			{ json: { userId: 'nobody', labels: [], labelCount: 0 }, row: 1 },
		].map(({ json, row }) => ({ json, pairedItem: { item: row } })),
	);
	expect(hints[0]?.message).toMatch(/^4 users · 3 calls · /);
});

describe('takes the way with fewer calls', () => {
	it('looks for one user in each label', async () => {
		const labels = Array.from({ length: 98 }, (_, index) => ({ name: `label${index}` }));
		simulator().seed({ labels });
		const { items, hints } = await run([{ users: 'ben' }]);
		expect(items[0]?.json).toEqual({ userId: 'ben', labels: ['vip'], labelCount: 1 });
		expect(hints[0]?.message).toMatch(/^1 user · 101 calls · /);
	});

	it('reads the members for many users', async () => {
		simulator().reset();
		const users = usersFrom(0, 1000);
		simulator().seed({
			users,
			labels: ['a', 'b', 'c'].map((name, index) => ({
				name,
				members: users.slice(index * 100, index * 100 + 500),
			})),
		});
		const { items, hints } = await run([{ users }]);
		expect(hints[0]?.message).toMatch(/^1,000 users · 16 calls · /);
		expect(items.map(({ json }) => json.labelCount)).toEqual(
			users.map(
				(_, index) => [0, 1, 2].filter((at) => index >= at * 100 && index < at * 100 + 500).length,
			),
		);
	});

	it('decides for each label', async () => {
		const users = usersFrom(0, 350);
		simulator().seed({ users, labels: [{ name: 'big', members: users }] });
		await run([{ users: 'anna, ben, user7' }]);
		const paths = simulator().requests.map(({ path }) => path.replace(/^.*push\/label/, ''));
		expect(paths.sort()).toEqual([
			'',
			'/big/user/anna',
			'/big/user/ben',
			'/big/user/user7',
			'/oslo/user',
			'/vip/user',
		]);
	});
});

describe('when something cannot be read', () => {
	const FAILS = { kind: 'status', status: 500 } as const;

	it('nobody is told wrong labels: the list', async () => {
		simulator().weather.add({ weather: FAILS, path: '/push/label$' });
		const { items, errorItems } = await run([{ users: 'anna, ben' }]);
		expect(items).toEqual([]);
		expect(errorItems.map(({ json }) => json.details)).toMatchObject([
			{ userId: 'anna' },
			{ userId: 'ben' },
		]);
	});

	it('nobody is told wrong labels: the members of a label', async () => {
		simulator().weather.add({ weather: FAILS, path: '/vip/user$' });
		const { items, errorItems } = await run([{ users: 'anna, ben' }]);
		expect(items).toEqual([]);
		expect(errorItems).toHaveLength(2);
	});

	it('only those are error items who were looked for', async () => {
		const users = usersFrom(0, 250);
		simulator().seed({ users, labels: [{ name: 'big', members: users }] });
		simulator().weather.add({ weather: FAILS, path: '/big/user/anna$' });
		const { items, errorItems } = await run([{ users: 'anna, user7' }]);
		expect(errorItems.map(({ json }) => json.details)).toMatchObject([{ userId: 'anna' }]);
		expect(items.map(({ json }) => json)).toEqual([
			{ userId: 'user7', labels: ['big'], labelCount: 1 },
		]);
	});

	it('the run stops with one error, with stopWorkflow', async () => {
		simulator().weather.add({ weather: FAILS, path: '/push/label$' });
		const { items, error } = await run([{ users: 'anna' }], 'stopWorkflow');
		expect(items).toEqual([]);
		expect(error?.message).toMatch(/500.*\[item 0\]$/);
	});
});

it('goes on when a label is deleted after it was listed', async () => {
	simulator().weather.add({ weather: { kind: 'labelDeleted', label: 'vip' }, path: '/vip/user' });
	const { items } = await run([{ users: 'anna, ben' }]);
	expect(items.map(({ json }) => json)).toEqual([
		{ userId: 'anna', labels: ['oslo'], labelCount: 1 },
		{ userId: 'ben', labels: [], labelCount: 0 },
	]);
});

it.each(['..', 'a/b', '#REF!'])(
	'turns down an ID that cannot stand in a path: %s',
	async (users) => {
		const { error } = await run([{ users }], 'stopWorkflow');
		expect(error?.message).toMatch(/^'User IDs' /);
		expect(simulator().requests).toEqual([]);
	},
);

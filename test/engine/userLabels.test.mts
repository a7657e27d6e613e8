/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function run(rows: IDataObject[]) {
	const parameters = { resource: 'user', operation: 'getLabels', userIds: '={{ $json.users }}' };
	return await runNode(simulator(), { parameters, rows, onError: 'continueRegularOutput' });
}

/** How often each kind of path was called, below the app. */
function calls(): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { path } of simulator().requests) {
		const kind = path
			.replace(/^.*\/push\//, '')
			.replace(/^label\/[^/]+\/user\/.*$/, 'look-up')
			.replace(/^label\/[^/]+\/user$/, 'page');
		counts[kind] = (counts[kind] ?? 0) + 1;
	}
	return counts;
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

const VIP = '/push/label/vip/user';

describe('user: getLabels', () => {
	beforeEach(() => {
		simulator().seed({
			users: ['anna', 'ben', 'carla'],
			labels: [
				{ name: 'vip', members: ['anna', 'ben'] },
				{ name: 'berlin', members: ['ben'] },
				{ name: 'empty' },
				{ name: 'all', members: ['anna', 'ben'] },
			],
		});
	});

	it("gives each user's labels in the service's order, the newest first, under the ID as its item has it", async () => {
		const { items, error } = await run([{ users: 'Anna, nobody' }, { users: ['carla', 'ben'] }]);
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: { userId: 'Anna', labels: ['all', 'vip'], labelCount: 2 },
				pairedItem: { item: 0 },
			},
			{ json: { userId: 'nobody', labels: [], labelCount: 0 }, pairedItem: { item: 0 } },
			{ json: { userId: 'carla', labels: [], labelCount: 0 }, pairedItem: { item: 1 } },
			{
				json: { userId: 'ben', labels: ['all', 'berlin', 'vip'], labelCount: 3 },
				pairedItem: { item: 1 },
			},
		]);
	});

	it('looks up a user whom two items name once for each label', async () => {
		const { items } = await run([{ users: 'anna' }, { users: 'ANNA' }]);
		expect(items.map(({ json }) => [json.userId, json.labelCount])).toEqual([
			['anna', 2],
			['ANNA', 2],
		]);
		expect(calls()).toEqual({ label: 1, 'look-up': 4 });
	});

	it('gives a list of its own to each item', async () => {
		const { items } = await run([{ users: 'anna' }, { users: 'anna' }]);
		expect(items[0]?.json.labels).toEqual(items[1]?.json.labels);
		expect(items[0]?.json.labels).not.toBe(items[1]?.json.labels);
	});

	it('asks once where the app has no label', async () => {
		simulator().reset();
		const { items, hints } = await run([{ users: 'anna' }]);
		expect(items.map(({ json }) => json)).toEqual([{ userId: 'anna', labels: [], labelCount: 0 }]);
		expect(hints[0]?.message).toMatch(/^1 user · 1 call/);
	});

	it.each([['anna'], ['anna, ben, carla']])(
		'leaves out a label that was deleted since it was listed: %s',
		async (users) => {
			const weather = { kind: 'labelDeleted' as const, label: 'vip' };
			simulator().weather.add({ weather, path: VIP });
			const { items, error } = await run([{ users }]);
			expect(error).toBeUndefined();
			expect(items[0]?.json).toEqual({ userId: 'anna', labels: ['all'], labelCount: 1 });
		},
	);

	it.each(['.', '..', '', 7, undefined])(
		'fails where the service lists %j, which no call can carry',
		async (name) => {
			const body = { data: [{ name, count: 1 }] };
			simulator().weather.add({ weather: { kind: 'body', body }, path: '/push/label$' });
			const { items } = await run([{ users: 'anna' }]);
			expect(items[0]?.json).toMatchObject({
				error: expect.stringContaining('a label whose name no call can carry: '),
				details: { userId: 'anna' },
			});
			expect(calls()).toEqual({ label: 1 });
		},
	);
});

describe('the calls of user: getLabels', () => {
	it('are 101 for one user in an app of 100 labels', async () => {
		const names = range(100).map((index) => `label${index}`);
		simulator().seed({
			labels: names.map((name, index) => ({ name, members: index % 50 === 0 ? ['anna'] : [] })),
		});
		const { items, hints } = await run([{ users: 'anna' }]);
		expect(items[0]?.json).toEqual({
			userId: 'anna',
			labels: ['label50', 'label0'],
			labelCount: 2,
		});
		expect(calls()).toEqual({ label: 1, 'look-up': 100 });
		expect(hints[0]?.message).toMatch(/^1 user · 101 calls/);
	});

	it("read the members' pages for many users", async () => {
		const members = range(300).map((index) => `user${index}`);
		simulator().seed({ labels: ['a', 'b', 'c'].map((name) => ({ name, members })) });
		const { items, hints } = await run(
			range(250).map((index) => ({ users: `user${index + 100}` })),
		);
		expect(items).toHaveLength(250);
		const counts = items.map(({ json }) => json.labelCount);
		expect(counts).toEqual(range(250).map((index) => (index < 200 ? 3 : 0)));
		expect(calls()).toEqual({ label: 1, page: 9 });
		expect(hints[0]?.message).toMatch(/^250 users · 10 calls/);
	});

	it('are chosen for each label', async () => {
		const members = range(300).map((index) => `user${index}`);
		simulator().seed({ labels: [{ name: 'large', members }, { name: 'small' }] });
		await run([{ users: 'user0, user1' }]);
		expect(calls()).toEqual({ label: 1, 'look-up': 2, page: 1 });
	});
});

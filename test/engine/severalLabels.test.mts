/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { methodsOf, NO_BRAKES, readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben', 'carla'],
		labels: [{ name: 'vip', members: ['carla'] }, { name: 'oslo' }],
	});
});

async function change(operation: 'add' | 'remove', rows: IDataObject[], onError?: OnError) {
	return await runNode(simulator(), {
		rows,
		onError,
		parameters: {
			resource: 'labelMember',
			operation,
			label: { __rl: true, mode: 'name', value: '={{ $json.tags }}' },
			userIds: '={{ $json.users }}',
		},
	});
}

describe.each([
	['a list', ['vip', 'oslo']],
	['commas', 'vip, oslo'],
	['lines, a double and a comma at the end', 'vip\noslo\nvip,'],
])('labels of a row, as %s', (_form, tags) => {
	it('all get its users, one label after the other', async () => {
		const { items, error } = await change('add', [{ tags, users: 'anna, ben' }]);
		expect(error).toBeUndefined();
		expect(items.map(readItem)).toMatchObject([
			{ label: 'vip', username: 'anna', status: 'added', rows: [0] },
			{ label: 'vip', username: 'ben', status: 'added', rows: [0] },
			{ label: 'oslo', username: 'anna', status: 'added', rows: [0] },
			{ label: 'oslo', username: 'ben', status: 'added', rows: [0] },
		]);
		expect(methodsOf(simulator())).toEqual(['POST', 'POST']);
	});

	it('are synced each', async () => {
		const { items } = await runSync(simulator(), {
			rows: [{ label: tags, users: ['anna', 'ben'] }],
			parameters: { options: NO_BRAKES },
		});
		expect(items.map(readItem)).toMatchObject([
			{ label: 'vip', username: 'anna', status: 'added' },
			{ label: 'vip', username: 'ben', status: 'added' },
			{ label: 'oslo', username: 'anna', status: 'added' },
			{ label: 'oslo', username: 'ben', status: 'added' },
			{ label: 'vip', username: 'carla', status: 'removed' },
		]);
		expect(simulator().labelMembers('oslo')).toEqual(['anna', 'ben']);
	});
});

it('takes users out of several labels', async () => {
	simulator().seed({ labels: [{ name: 'bergen', members: ['anna', 'carla'] }] });
	const { items } = await change('remove', [
		{ tags: 'vip, bergen', users: 'carla' },
		{ tags: 'bergen', users: 'anna' },
	]);
	expect(items.map(readItem)).toMatchObject([
		{ label: 'vip', username: 'carla', status: 'removed', rows: [0] },
		{ label: 'bergen', username: 'carla', status: 'removed', rows: [0] },
		{ label: 'bergen', username: 'anna', status: 'removed', rows: [1] },
	]);
	expect(methodsOf(simulator())).toEqual(['DELETE', 'DELETE']);
});

it('makes the fewest calls for each label', async () => {
	const rows = Array.from({ length: 250 }, (_, index) => ({
		tags: ['vip', 'oslo', 'bergen'].slice(index % 3),
		users: `user${index}`,
	}));
	simulator().seed({ users: rows.map(({ users }) => users), labels: [{ name: 'bergen' }] });
	const { items } = await change('add', rows);
	expect(items).toHaveLength(84 * 3 + 83 * 2 + 83);
	expect(methodsOf(simulator())).toHaveLength(1 + 2 + 3);
});

describe('one of the labels of a row that can be none', () => {
	const TWELVE = 'a,b,c,d,e,f,g,h,i,j,big spender,l';

	it.each([
		['a space', TWELVE, "'Label' holds a space as character 4 of 'big spender', which is not"],
		['a broken cell', 'vip, #N/A', "'Label' holds '#' as character 1 of '#N/A', which is not"],
		['a date', ['vip', '2026-11-26T09:00:00'], "'Label' holds ':' as character 14 of '2026-11-26T"],
		['a broken word', 'vip,undefined', "'Label' is 'undefined', which does not look like a label"],
		['a boolean', ['vip', true], "'Label' holds true"],
		['a name that is too long', `vip,${'x'.repeat(65)}`, "'xxxxxxxxxx"],
	])('makes it a bad row for all of them: %s', async (_kind, tags, message) => {
		const rows = [
			{ tags: 'vip', users: 'anna' },
			{ tags, users: 'ben' },
		];
		const stopped = await change('add', rows);
		expect(stopped.error?.message).toContain(message);
		expect(stopped.error?.message).toMatch(/ \[item 1\]$/);
		expect(methodsOf(simulator())).toEqual([]);

		const { items } = await change('add', rows, 'continueRegularOutput');
		expect(items.map(readItem)).toMatchObject([
			{ label: 'vip', username: 'anna', status: 'added' },
			{ rows: [1], error: expect.stringContaining(message) },
		]);
	});

	it('lets nobody be removed in a sync', async () => {
		const { items } = await runSync(simulator(), {
			rows: [
				{ label: 'vip', user: 'anna' },
				{ label: TWELVE, user: 'ben' },
			],
			onError: 'continueRegularOutput',
			parameters: { options: NO_BRAKES },
		});
		expect(simulator().labelMembers('vip')).toEqual(['carla', 'anna']);
		expect(items.map(readItem)).toMatchObject([
			{ username: 'anna', status: 'added' },
			{ username: 'carla', status: 'failed' },
			{ rows: [1] },
		]);
	});
});

it('is a number', async () => {
	simulator().seed({ labels: [{ name: '2026' }] });
	const { items } = await change('add', [{ tags: 2026, users: 'anna' }]);
	expect(items.map(readItem)).toMatchObject([{ label: '2026', username: 'anna', status: 'added' }]);
});

it('is one name without an expression', async () => {
	const { error } = await runNode(simulator(), {
		rows: [{}],
		parameters: {
			resource: 'labelMember',
			operation: 'add',
			label: { __rl: true, mode: 'list', value: 'vip,oslo' },
			userIds: 'anna',
		},
	});
	expect(error?.message).toBe(
		"'Label' holds ',' as character 4, which is not allowed in a label name [item 0]",
	);
});

it.each(['get', 'getAll'])('is one where the operation takes one: %s', async (operation) => {
	const { error } = await runNode(simulator(), {
		rows: [{ tags: ['vip', 'oslo'] }],
		parameters: {
			resource: 'labelMember',
			operation,
			label: { __rl: true, mode: 'name', value: '={{ $json.tags }}' },
			userId: 'anna',
		},
	});
	expect(error?.message).toMatch(/^'Label' /);
	expect(methodsOf(simulator())).toEqual([]);
});

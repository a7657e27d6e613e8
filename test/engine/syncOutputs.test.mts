/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { USER_ID_CASES } from '../../simulator/index.mts';
import { useSimulator } from '../support/simulated.mts';
import { NO_BRAKES, readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

/** 'ben' is in the label already and stands in two rows, in two spellings. */
const ROWS = [{ user: 'Ben' }, { users: 'carla, ben' }, { user: 'dora' }];

describe.each(USER_ID_CASES)('%s', (userIdCase) => {
	beforeEach(() => {
		simulator().settings.userIdCase = userIdCase;
		simulator().seed({
			users: ['carla', 'dora', 'erik'],
			labels: [
				{ name: 'vip', members: ['anna', 'ben', 'olaf'] },
				{ name: 'oslo', members: ['frida'] },
			],
		});
	});

	async function itemsOf(parameters: INodeParameters, rows: IDataObject[] = ROWS) {
		const { items, error } = await runSync(simulator(), {
			rows,
			parameters: { options: NO_BRAKES, ...parameters },
		});
		expect(error).toBeUndefined();
		return items;
	}

	const item = (username: string, status: string, ...rows: number[]) => ({
		json: { label: 'vip', username, status, dryRun: false },
		pairedItem: rows.length === 1 ? { item: rows[0] } : rows.map((row) => ({ item: row })),
	});
	const added = [item('carla', 'added', 1), item('dora', 'added', 2)];
	const removed = [item('anna', 'removed', 2), item('olaf', 'removed', 2)];
	const ben = item('Ben', 'unchanged', 0, 1);

	describe.each([
		{
			syncMode: 'mirror',
			changes: [...added, ...removed],
			all: [ben, ...added, ...removed],
			counts: { added: 2, removed: 2, unchanged: 1 },
			members: ['ben', 'carla', 'dora'],
		},
		{
			syncMode: 'addMissing',
			changes: added,
			all: [ben, ...added],
			counts: { added: 2, removed: 0, unchanged: 1 },
			members: ['anna', 'ben', 'carla', 'dora', 'olaf'],
		},
		{
			syncMode: 'removeExtra',
			changes: removed,
			all: [ben, item('carla', 'unchanged', 1), item('dora', 'unchanged', 2), ...removed],
			counts: { added: 0, removed: 2, unchanged: 3 },
			members: ['ben'],
		},
	])('$syncMode', ({ syncMode, changes, all, counts, members }) => {
		it.each([
			['changes', changes],
			['all', all],
			[
				'summary',
				[
					{
						json: { label: 'vip', ...counts, failed: 0, uncertain: 0, dryRun: false },
						pairedItem: [{ item: 0 }, { item: 1 }, { item: 2 }],
					},
				],
			],
		])('gives exactly the items of output %s', async (output, items) => {
			expect(await itemsOf({ syncMode, output })).toEqual(items);
			expect(simulator().labelMembers('vip').toSorted()).toEqual(members);
		});
	});

	it('mirrors, and shows the changes, when nothing else is chosen', async () => {
		expect(await itemsOf({})).toEqual([...added, ...removed]);
	});

	it('gives nothing, or a summary of zeros, when everything fits', async () => {
		const rows = [{ users: ['anna', 'ben', 'olaf'] }];
		expect(await itemsOf({}, rows)).toEqual([]);
		const [summary] = await itemsOf({ output: 'summary' }, rows);
		expect(summary?.json).toMatchObject({ added: 0, removed: 0, unchanged: 3, failed: 0 });
	});

	it('tells below a summary why somebody was not changed', async () => {
		const { items, hints } = await runSync(simulator(), {
			rows: [{ user: 'ben' }, { user: 'nobody' }],
			parameters: { options: NO_BRAKES, output: 'summary' },
		});
		expect(items[0]?.json).toMatchObject({ removed: 2, failed: 1 });
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(/^Label 'vip': 'nobody' was not added: .+\. Check the user ID/),
		);
	});

	it('keeps the order of the rows, and lets the removed follow the last row of their label', async () => {
		const rows = [
			{ user: 'dora' },
			{ label: 'oslo', users: ['erik', 'carla'] },
			{ users: ['carla', 'ben'] },
			{ label: 'oslo', user: 'dora' },
		];
		const items = await itemsOf({ output: 'all' }, rows);
		const shown = items
			.map(readItem)
			.map(({ rows: itsRows, label, username, status }) => [...itsRows, label, username, status]);
		expect(shown).toEqual([
			[0, 'vip', 'dora', 'added'],
			[1, 'oslo', 'erik', 'added'],
			[1, 'oslo', 'carla', 'added'],
			[2, 'vip', 'carla', 'added'],
			[2, 'vip', 'ben', 'unchanged'],
			[2, 'vip', 'anna', 'removed'],
			[2, 'vip', 'olaf', 'removed'],
			[3, 'oslo', 'dora', 'added'],
			[3, 'oslo', 'frida', 'removed'],
		]);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { NO_BRAKES, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const CONTINUES = ['continueRegularOutput', 'continueErrorOutput'] as const;

const BLANK: IDataObject[] = [{ user: '' }, { user: ' , ' }, { user: null }, {}, { users: [] }];

const EMPTY =
	"'User IDs' is empty [item 0]. Give at least one user ID, leave the item out with a Filter node, " +
	"or switch on 'Allow Empty' under 'Options'.";

beforeEach(() => {
	simulator().seed({ users: ['carla'], labels: [{ name: 'vip', members: ['anna', 'ben'] }] });
});

async function run(rows: IDataObject[], options: INodeParameters, onError?: OnError) {
	const outcome = await runSync(simulator(), { rows, onError, parameters: { options } });
	return { ...outcome, all: [...outcome.items, ...outcome.errorItems] };
}

describe("without 'Allow Empty'", () => {
	it.each(BLANK)('the row %j stops the run before any call', async (row) => {
		const { error } = await run([row, { user: 'anna' }], { maxRemovalPercent: 100 });
		expect(error?.text).toBe(`${EMPTY} Nothing was changed.`);
		expect(simulator().requests).toEqual([]);
	});

	it('a sheet without any user ID stops the run before any call', async () => {
		const { error } = await run(BLANK, { maxRemovalPercent: 100 });
		expect(error?.text).toBe(`${EMPTY} 4 more items cannot be used. Nothing was changed.`);
		expect(simulator().requests).toEqual([]);
	});

	describe.each(CONTINUES)('with %s', (onError) => {
		it.each(BLANK)('the row %j is an error item, and everything else goes on', async (row) => {
			const rows = [row, { user: 'anna' }, { user: 'carla' }];
			const { all, items } = await run(rows, {}, onError);
			expect(all.map(readItem).filter(({ error }) => error)).toEqual([
				{ label: undefined, username: undefined, status: undefined, error: EMPTY, rows: [0] },
			]);
			expect(usersWith('added', items)).toEqual(['carla']);
			expect(usersWith('removed', items)).toEqual(['ben']);
			expect(simulator().labelMembers('vip')).toEqual(['anna', 'carla']);
		});

		it('a sheet without any user ID calls nothing', async () => {
			const { all } = await run(BLANK, { maxRemovalPercent: 100 }, onError);
			expect(all).toHaveLength(BLANK.length);
			expect(simulator().requests).toEqual([]);
		});

		it('a blank row is nobody who might have to stay, whatever its label', async () => {
			const rows = [{ user: '', label: '' }, { user: 'anna' }];
			const { items } = await run(rows, {}, onError);
			expect(usersWith('removed', items)).toEqual(['ben']);
		});
	});
});

describe("with 'Allow Empty'", () => {
	it.each(BLANK)('the row %j is fine, and gives no item', async (row) => {
		const { items, error } = await run([row, { user: 'anna' }], { allowEmpty: true });
		expect(error).toBeUndefined();
		expect(items.map(readItem)).toEqual([
			{ label: 'vip', username: 'ben', status: 'removed', error: undefined, rows: [1] },
		]);
	});

	it('a sheet without any user ID empties the label, if the other brake allows it', async () => {
		const { items, error } = await run(BLANK, NO_BRAKES);
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual([]);
		expect(usersWith('removed', items)).toEqual(['anna', 'ben']);
	});

	it.each(CONTINUES)('and the other brake on, the label gets an error item with %s', async (on) => {
		const { all } = await run(BLANK, { allowEmpty: true }, on);
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
		expect(all.map(readItem)).toEqual([
			{
				label: 'vip',
				username: undefined,
				status: 'failed',
				error: expect.stringMatching(/^2 of the 2 members of label 'vip' would be removed/),
				rows: [0, 1, 2, 3, 4],
			},
		]);
	});

	it('and the other brake on, the run stops', async () => {
		const { error } = await run(BLANK, { allowEmpty: true });
		expect(error?.text).toMatch(/^2 of the 2 members .+ \[item 0\]\. .+ Nothing was changed\.$/);
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
	});

	it('a label that fits a sheet without any user ID is left as it is', async () => {
		simulator().seed({ labels: [{ name: 'vip', exists: false }, { name: 'vip' }] });
		const { items, error } = await run(BLANK, { allowEmpty: true });
		expect(error).toBeUndefined();
		expect(items).toEqual([]);
	});
});

describe('a row whose field is misspelled is not blank, but cannot be read', () => {
	const parameters = { userIds: '={{ $json.user_id }}' };
	const rows = [{ user_id: 'anna' }, { 'User ID': 'ben' }];

	it.each([{}, NO_BRAKES])('with the options %j it stops the run', async (options) => {
		const { error } = await runSync(simulator(), { rows, parameters: { ...parameters, options } });
		expect(error?.text).toBe(
			"'User IDs' is empty, because the item has no field 'user_id' (it has User ID); the nearest is 'User ID' [item 1]. " +
				"Correct the name in 'User IDs', or leave such items out with a Filter node. Nothing was changed.",
		);
		expect(simulator().requests).toEqual([]);
	});

	it.each(CONTINUES)('removes nobody with %s', async (onError) => {
		const { items } = await runSync(simulator(), {
			rows,
			onError,
			parameters: { ...parameters, options: NO_BRAKES },
		});
		expect(usersWith('removed', items)).toEqual([]);
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
	});

	it('but a field without a near name is', async () => {
		const { items, error } = await runSync(simulator(), {
			rows: [{ user_id: 'anna' }, { name: 'ben' }],
			parameters: { ...parameters, options: NO_BRAKES },
		});
		expect(error).toBeUndefined();
		expect(usersWith('removed', items)).toEqual(['ben']);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { isObject } from '../../tools/lib/json.mts';
import { rowsOf } from '../../tools/lib/pairedRows.mts';
import { runNode, type NodeOutcome } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { expectNoHarm } from './support/noHarm.mts';
import { SECRET_SETTINGS, secretsOf } from './support/secrets.mts';
import { LIST_PLACES, type ListPlace } from './vectors/listPlaces.mts';
import { LIST_VECTORS } from './vectors/lists.mts';

/** For vectors of many megabytes on a machine with other things to do. */
jest.setTimeout(60_000);

const simulator = useSimulator({ ...SECRET_SETTINGS, createUnknownUsers: true });

beforeEach(() => {
	simulator().seed({ labels: [{ name: 'vip', members: ['dora'] }] });
});

/** Values that a row can hold; what an expression has to make is tried in one operation alone. */
const IN_ROWS = LIST_VECTORS.flatMap(({ name, row, gives }) =>
	row === undefined ? [] : [{ name, row, gives }],
);

/** What came out for an item: an explanation, or the users it was taken to name. */
function cameOutFor(index: number, { items }: NodeOutcome, { subject }: ListPlace): unknown {
	const mine = items.filter((item) => rowsOf(item).includes(index)).map(({ json }) => json);
	const explained = mine.find(({ error }) => error !== undefined)?.error;
	return explained ?? mine.map((json) => json[subject]).sort();
}

function usersIn(body: unknown, { list }: ListPlace): unknown[] {
	const named = isObject(body) ? body[list] : undefined;
	return Array.isArray(named) ? named : [];
}

describe.each(LIST_PLACES)('hostile lists in $name', (place) => {
	const rows: IDataObject[] = IN_ROWS.map(({ row }) => row);

	it('are refused with a clear sentence, or name exactly who stands in them', async () => {
		const { parameters } = place;
		const outcome = await runNode(simulator(), {
			parameters: { ...parameters, ...(place.name.endsWith('sync') ? { output: 'all' } : {}) },
			rows,
			onError: 'continueRegularOutput',
		});

		const arriving = new Set<string>();
		IN_ROWS.forEach(({ name, gives }, index) => {
			const cameOut = cameOutFor(index, outcome, place);
			if (gives instanceof RegExp) {
				expect([name, cameOut]).toEqual([name, expect.stringMatching(gives)]);
				return;
			}
			const { targets = [] } = gives;
			expect([name, cameOut]).toEqual([name, targets.toSorted()]);
			for (const user of targets) arriving.add(user);
		});
		const arrived = simulator().requests.flatMap(({ body }) => usersIn(body, place));
		expect(arrived.sort()).toEqual([...arriving].sort());
		expectNoHarm(outcome, secretsOf(simulator()));
	});

	it('stop a run before anything is sent', async () => {
		const refused = IN_ROWS.filter(({ gives }) => gives instanceof RegExp);
		const { error } = await runNode(simulator(), {
			parameters: place.parameters,
			rows: [{ value: 'anna' }, ...refused.map(({ row }) => row)],
		});
		expect(error?.description).toMatch(/Nothing was (sent|changed)\.$/);
		expect(simulator().requests).toEqual([]);
	});
});

describe('a hostile list among the rows of a sync', () => {
	const mirror = {
		resource: 'labelMember',
		operation: 'sync',
		label: { __rl: true, mode: 'name', value: 'vip' },
		userIds: '={{ $json.value }}',
		options: { maxRemovalPercent: 100 },
	};
	const unreadable = IN_ROWS.filter(
		({ gives }) => gives instanceof RegExp && !gives.test("'User IDs' is empty"),
	);

	it.each(unreadable)('has nobody removed: $name', async ({ row }) => {
		await runNode(simulator(), {
			parameters: mirror,
			rows: [{ value: 'anna' }, row],
			onError: 'continueRegularOutput',
		});
		expect(simulator().labelMembers('vip').sort()).toEqual(['anna', 'dora']);
	});

	it('has members removed where it is blank', async () => {
		await runNode(simulator(), {
			parameters: mirror,
			rows: [{ value: 'anna' }, { value: ' , ' }],
			onError: 'continueRegularOutput',
		});
		expect(simulator().labelMembers('vip')).toEqual(['anna']);
	});
});

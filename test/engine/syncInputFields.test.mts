/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { NO_BRAKES, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

beforeEach(() => {
	simulator().seed({
		users: ['dora'],
		labels: [{ name: 'vip', members: ['anna', 'ben', 'olaf'] }],
	});
});

async function itemsOf(parameters: INodeParameters, rows: IDataObject[]) {
	const options = { ...NO_BRAKES, includeInputFields: true };
	const { items, error } = await runSync(simulator(), {
		rows,
		parameters: { options, ...parameters },
	});
	expect(error).toBeUndefined();
	return items;
}

describe('the input fields', () => {
	const own = { label: 'vip', username: 'mine', status: 'mine', reason: 'mine', dryRun: 'mine' };
	const rows = [
		{ user: 'ben', city: 'Oslo', ...own },
		{ user: 'dora', city: 'Rome', ...own },
	];

	it('of the first row that names a user are copied, and none to those who are removed', async () => {
		const items = await itemsOf({ output: 'all' }, [...rows, { user: 'ben', city: 'Bonn' }]);
		expect(items.map(({ json }) => json)).toEqual([
			{
				user: 'ben',
				city: 'Oslo',
				label: 'vip',
				username: 'ben',
				status: 'unchanged',
				dryRun: false,
			},
			{
				user: 'dora',
				city: 'Rome',
				label: 'vip',
				username: 'dora',
				status: 'added',
				dryRun: false,
			},
			{ label: 'vip', username: 'anna', status: 'removed', dryRun: false },
			{ label: 'vip', username: 'olaf', status: 'removed', dryRun: false },
		]);
	});

	it('are not copied into a summary', async () => {
		const items = await itemsOf({ output: 'summary' }, rows);
		expect(items.map(({ json }) => json)).toEqual([
			{ label: 'vip', added: 1, removed: 2, unchanged: 1, failed: 0, uncertain: 0, dryRun: false },
		]);
	});
});

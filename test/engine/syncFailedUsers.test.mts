/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { NO_BRAKES, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

/** The service does not know 'nobody'; 'gone' is in the label and in no row. */
const ROWS = [
	{ user: 'anna', city: 'Oslo' },
	{ user: 'nobody', city: 'Rome' },
	{ user: 'carla', city: 'Bonn' },
	{ user: 'nobody', city: 'Bern' },
];

beforeEach(() => {
	simulator().seed({
		users: ['carla'],
		labels: [{ name: 'vip', members: ['anna', 'gone'] }],
	});
});

async function run(onError: OnError, parameters: INodeParameters = {}) {
	return await runSync(simulator(), {
		rows: ROWS,
		onError,
		parameters: { options: NO_BRAKES, ...parameters },
	});
}

const BROKE = 'The connection broke before the service answered';

const added = {
	json: { label: 'vip', username: 'carla', status: 'added', dryRun: false },
	pairedItem: { item: 2 },
};

const failed = (username: string, reason: string) => ({
	label: 'vip',
	username,
	status: 'failed',
	reason,
	dryRun: false,
});

describe('users whom the service refuses', () => {
	beforeEach(() => {
		const answer = { data: { success: [], fail: { gone: 'not allowed' } } };
		simulator().weather.add({ weather: { kind: 'body', body: answer }, method: 'DELETE' });
	});

	const pairs = [{ item: 1 }, { item: 3 }];

	it('are items with their reasons, with stopWorkflow', async () => {
		const { items, error } = await run('stopWorkflow');
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{ json: failed('nobody', 'appUser not exists'), pairedItem: pairs },
			added,
			{ json: failed('gone', 'not allowed'), pairedItem: { item: 3 } },
		]);
	});

	const notAdded =
		"'nobody' was not added: appUser not exists [item 1]. Check the user ID; the other users of the call are not affected.";
	const notRemoved =
		"'gone' was not removed: not allowed [item 3]. Check the user ID; the other users of the call are not affected.";

	it('are error items, with continueRegularOutput', async () => {
		const { items } = await run('continueRegularOutput');
		expect(items).toEqual([
			{
				json: { error: notAdded, details: failed('nobody', 'appUser not exists') },
				pairedItem: pairs,
			},
			added,
			{
				json: { error: notRemoved, details: failed('gone', 'not allowed') },
				pairedItem: { item: 3 },
			},
		]);
	});

	it("go to the error output with their row's fields, with continueErrorOutput", async () => {
		const { items, errorItems } = await run('continueErrorOutput');
		expect(items).toEqual([added]);
		expect(errorItems).toEqual([
			{
				json: {
					user: 'nobody',
					city: 'Rome',
					error: notAdded,
					details: failed('nobody', 'appUser not exists'),
				},
				pairedItem: pairs,
			},
			{
				json: expect.objectContaining({
					error: notRemoved,
					details: failed('gone', 'not allowed'),
				}),
				pairedItem: { item: 3 },
			},
		]);
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'are counted in a summary, with %s',
		async (onError) => {
			const { items, errorItems } = await run(onError, { output: 'summary' });
			expect(items.map(({ json }) => json)).toEqual([
				{
					label: 'vip',
					added: 1,
					removed: 0,
					unchanged: 1,
					failed: 2,
					uncertain: 0,
					dryRun: false,
				},
			]);
			expect(errorItems).toEqual([]);
		},
	);
});

describe('users whose call fails', () => {
	beforeEach(() => {
		simulator().weather.add({ weather: { kind: 'reset' }, method: 'POST', times: 5 });
	});

	it("go to the error output with their row's fields, and what was removed is told", async () => {
		const { items, errorItems } = await run('continueErrorOutput');
		expect(items).toEqual([
			{
				json: { label: 'vip', username: 'gone', status: 'removed', dryRun: false },
				pairedItem: { item: 3 },
			},
		]);
		expect(
			errorItems.map(({ json: { user, city, details } }) => ({ user, city, details })),
		).toEqual([
			{
				user: 'nobody',
				city: 'Rome',
				details: { ...failed('nobody', BROKE), status: 'uncertain' },
			},
			{ user: 'carla', city: 'Bonn', details: { ...failed('carla', BROKE), status: 'uncertain' } },
		]);
	});

	it('stop the run, which says what became of everyone', async () => {
		const { error } = await run('stopWorkflow');
		expect(error?.text).toMatch(
			/ \[item 1\]\. Run the workflow again: repeating this call does no harm\. /,
		);
		expect(error?.description).toMatch(/Of the users: 1 accepted, 2 uncertain \(answer lost\)\.$/);
	});
});

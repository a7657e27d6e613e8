/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { methodsOf, NO_BRAKES, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const CONTINUES = ['continueRegularOutput', 'continueErrorOutput'] as const;

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben', 'carla', 'dora'],
		labels: [
			{ name: 'vip', members: ['anna', 'ben'] },
			{ name: 'oslo', members: ['ben', 'carla'] },
		],
	});
});

const writes = () => methodsOf(simulator()).filter((method) => method !== 'GET');

describe('rows for several labels', () => {
	const rows = [
		{ label: 'vip', user: 'carla', mode: 'addMissing' },
		{ label: 'oslo', user: 'carla', mode: 'mirror' },
		{ label: 'vip', user: 'dora', mode: 'addMissing' },
	];

	it('are several syncs, each in its own way', async () => {
		const { items, error } = await runSync(simulator(), {
			rows,
			parameters: { syncMode: '={{ $json.mode }}' },
		});
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben', 'carla', 'dora']);
		expect(simulator().labelMembers('oslo')).toEqual(['carla']);
		expect(items.map(({ json }) => json)).toMatchObject([
			{ label: 'vip', username: 'carla', status: 'added' },
			{ label: 'oslo', username: 'ben', status: 'removed' },
			{ label: 'vip', username: 'dora', status: 'added' },
		]);
	});

	it('give a summary each, in the order of their first rows', async () => {
		const parameters = { output: 'summary', options: NO_BRAKES };
		const { items } = await runSync(simulator(), { rows, parameters });
		expect(items).toEqual([
			{
				json: {
					label: 'vip',
					added: 2,
					removed: 2,
					unchanged: 0,
					failed: 0,
					uncertain: 0,
					dryRun: false,
				},
				pairedItem: [{ item: 0 }, { item: 2 }],
			},
			{
				json: {
					label: 'oslo',
					added: 0,
					removed: 1,
					unchanged: 1,
					failed: 0,
					uncertain: 0,
					dryRun: false,
				},
				pairedItem: { item: 1 },
			},
		]);
	});

	it.each(CONTINUES)('go on when one of the labels cannot be read, with %s', async (onError) => {
		simulator().weather.add({ weather: { kind: 'status', status: 500 }, path: '/vip/user$' });
		const parameters = { options: NO_BRAKES };
		const { items, errorItems } = await runSync(simulator(), { rows, onError, parameters });
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
		expect(simulator().labelMembers('oslo')).toEqual(['carla']);
		const failed = [...items, ...errorItems].map(readItem).filter(({ error }) => error);
		expect(failed).toMatchObject([
			{ label: 'vip', username: 'carla', status: 'failed', rows: [0] },
			{ label: 'vip', username: 'dora', status: 'failed', rows: [2] },
		]);
	});

	it('change nothing anywhere when one of the labels cannot be read, with stopWorkflow', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 500 }, path: '/oslo/user$' });
		const { error } = await runSync(simulator(), { rows, parameters: { options: NO_BRAKES } });
		expect(error?.text).toMatch(/\(500: .+\) \[item 1\]\. .+ Nothing was changed\.$/);
		expect(writes()).toEqual([]);
	});
});

describe('rows for one label that disagree on how to sync it', () => {
	const rows = [
		{ label: 'vip', user: 'carla' },
		{ label: 'oslo', user: 'carla' },
		{ label: 'vip', user: 'carla', other: true },
		{ label: 'vip', user: 'dora' },
	];
	const DIFFERENCES: [string, INodeParameters][] = [
		['mode', { syncMode: "={{ $json.other ? 'addMissing' : 'mirror' }}" }],
		['dry run', { dryRun: '={{ !!$json.other }}' }],
		['output', { output: "={{ $json.other ? 'all' : 'changes' }}" }],
		['brake', { options: { maxRemovalPercent: '={{ $json.other ? 100 : 99 }}' } }],
		['missing label', { options: { createMissingLabel: '={{ !!$json.other }}' } }],
		['timeout', { options: { timeout: '={{ $json.other ? 2000 : 1000 }}' } }],
	];
	const SENTENCES =
		/^Item 2 asks for another sync of label 'vip' than the items before it \[item 0\]\. Give 'Sync Mode', .+ the same values for all items of a label\./;

	it.each(DIFFERENCES)('stop with nothing changed: %s', async (_name, parameters) => {
		const { error } = await runSync(simulator(), { rows, parameters });
		expect(error?.text).toMatch(SENTENCES);
		expect(error?.text).toMatch(/\. Nothing was changed\.$/);
		expect(writes()).toEqual([]);
	});

	describe.each(CONTINUES)('with %s', (onError) => {
		it.each(DIFFERENCES)('leave only their label alone: %s', async (_name, parameters) => {
			const { items, errorItems } = await runSync(simulator(), { rows, onError, parameters });
			expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
			expect(usersWith('removed', items)).toEqual(['ben']);
			const failed = [...items, ...errorItems].map(readItem).filter(({ error }) => error);
			const error = expect.stringMatching(SENTENCES);
			expect(failed).toEqual([
				{ label: 'vip', username: 'carla', status: 'failed', error, rows: [0, 2] },
				{
					label: 'vip',
					username: 'dora',
					status: 'failed',
					error: expect.stringMatching(/ \[item 3\]\. /),
					rows: [3],
				},
			]);
		});
	});
});

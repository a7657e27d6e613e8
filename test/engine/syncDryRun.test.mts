/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { isObject } from '../../tools/lib/json.mts';
import { useSimulator } from '../support/simulated.mts';
import { methodsOf, runSync } from '../support/syncRuns.mts';
import { ALL_USERS, anyLabelAndSheet } from '../support/syncSituations.mts';

const simulator = useSimulator();

const LONG_MS = 60_000;

/** Everything that may differ from one sync to another, brakes included. */
const anySync = fc.record({
	situation: anyLabelAndSheet,
	labelExists: fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false)),
	output: fc.constantFrom('changes', 'all', 'summary'),
	includeInputFields: fc.boolean(),
	createMissingLabel: fc.boolean(),
	maxRemovalPercent: fc.constantFrom(0, 50, 99, 100),
	onError: fc.constantFrom(
		'stopWorkflow' as const,
		'continueRegularOutput' as const,
		'continueErrorOutput' as const,
	),
});

/** The words that a real run gives as its reason, up to their full stop. */
function reasonIn(warning: string): string {
	return warning.replace('The real run would stop: ', '').split('. ')[0] ?? '';
}

/** Tells items apart in all but the flag. */
function withoutFlag(flag: boolean) {
	return ({ json: { dryRun, ...json }, pairedItem }: INodeExecutionData) => {
		const { details } = json;
		if (!isObject(details)) {
			expect(dryRun).toBe(flag);
			return { json, pairedItem };
		}
		const { dryRun: flagOfDetails, ...others } = details;
		expect(flagOfDetails).toBe(flag);
		return { json: { ...json, details: others }, pairedItem };
	};
}

it(
	'changes nothing, and predicts exactly what the real run does',
	async () => {
		const seen = new Set<string>();
		const property = fc.asyncProperty(anySync, async (sync) => {
			const { situation, labelExists, output, onError, ...options } = sync;
			simulator().reset();
			simulator().settings.userIdCase = situation.userIdCase;
			simulator().seed({
				users: ALL_USERS,
				labels: labelExists ? [{ name: 'vip', members: situation.present }] : [],
			});
			const run = async (dryRun: boolean) => {
				const parameters: INodeParameters = {
					syncMode: situation.mode,
					dryRun,
					output,
					options: { allowEmpty: true, ...options },
				};
				const outcome = await runSync(simulator(), { rows: situation.rows, onError, parameters });
				return {
					items: outcome.items.map(withoutFlag(dryRun)),
					errorItems: outcome.errorItems.map(withoutFlag(dryRun)),
					error: outcome.error,
					warnings: outcome.hints.slice(1).map(({ message }) => message),
				};
			};

			const predicted = await run(true);
			expect(methodsOf(simulator()).filter((method) => method !== 'GET')).toEqual([]);
			expect(simulator().labelNames).toEqual(labelExists ? ['vip'] : []);
			expect(simulator().labelMembers('vip')).toEqual(labelExists ? situation.present : []);

			const { warnings, ...outcome } = predicted;
			const [warning] = warnings;
			if (warning?.startsWith('The real run would stop: ') === true) {
				expect(outcome.error).toBeUndefined();
				expect(JSON.stringify(await run(false))).toContain(reasonIn(warning));
				seen.add('would stop');
				return;
			}
			expect(await run(false)).toEqual(predicted);
			seen.add(outcome.error === undefined ? 'done' : 'stopped');
			if (outcome.errorItems.length > 0) seen.add('errors');
		});
		await fc.assert(property, { numRuns: 80, seed: 20260719 });
		expect([...seen].toSorted()).toEqual(['done', 'errors', 'stopped', 'would stop']);
	},
	LONG_MS,
);

it('cannot know whom the service will refuse', async () => {
	simulator().seed({ users: ['anna'], labels: [{ name: 'vip' }] });
	const run = async (dryRun: boolean) => {
		const rows = [{ users: 'anna, nobody' }];
		const { items } = await runSync(simulator(), { rows, parameters: { dryRun } });
		return items.map(({ json }) => json.status);
	};
	expect(await run(true)).toEqual(['added', 'added']);
	expect(await run(false)).toEqual(['added', 'failed']);
});

it.each([
	[true, 'dry run, nothing changed · would add 1 · would remove 2 · 1 unchanged · 2 labels'],
	[false, '1 added · 2 removed · 1 unchanged · 2 labels'],
	[
		'={{ $json.label === undefined }}',
		'0 added · 2 removed · dry run of 1 label · would add 1 · would remove 0 · 1 unchanged · 2 labels',
	],
])('says in the receipt what it would do, dry: %j', async (dryRun, counts) => {
	simulator().seed({
		users: ['anna', 'ben', 'carla', 'dora'],
		labels: [{ name: 'vip' }, { name: 'oslo', members: ['anna', 'ben', 'carla'] }],
	});
	const { hints } = await runSync(simulator(), {
		rows: [{ user: 'dora' }, { label: 'oslo', user: 'anna' }],
		parameters: { dryRun, options: { maxRemovalPercent: 100 } },
	});
	expect(hints[0]?.message).toContain(`${counts} · `);
});

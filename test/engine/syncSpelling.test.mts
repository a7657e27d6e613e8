/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { useSimulator } from '../support/simulated.mts';
import { methodsOf, NO_BRAKES, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const ROWS = [
	{ label: 'vip', users: ['anna', 'new'] },
	{ label: 'VIP', users: ['ben'] },
	{ label: 'oslo', users: ['ben'] },
];

const sentences = (label: string, other: string, row: number) =>
	`Nobody was removed, because label '${label}' is also written '${other}', in other items or in the ` +
	`app, which may be the same label [item ${row}]. Write it in one way in all items, as the app has it; if these are two labels, sync each ` +
	'with a node of its own.';

describe('a label that rows write in two ways', () => {
	beforeEach(() => {
		simulator().seed({
			users: ['new'],
			labels: [
				{ name: 'vip', members: ['anna', 'ben'] },
				{ name: 'oslo', members: ['anna', 'ben'] },
			],
		});
	});

	it('stops the run with nothing changed when it would lose members', async () => {
		const { error } = await runSync(simulator(), { rows: ROWS });
		expect(error?.text).toBe(`${sentences('vip', 'VIP', 0)} Nothing was changed.`);
		expect(methodsOf(simulator()).filter((method) => method !== 'GET')).toEqual([]);
	});

	it('shows in a dry run who would go, and that nobody would', async () => {
		const parameters = { dryRun: true, options: NO_BRAKES };
		const { items, error, hints } = await runSync(simulator(), { rows: ROWS, parameters });
		expect(error).toBeUndefined();
		expect(usersWith('removed', items)).toEqual(['ben', 'anna', 'anna']);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(
				/^Nobody would be removed from label '\w+', because label 'vip' is also written 'VIP'/,
			),
		);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'loses nobody, gets who is missing, and leaves other labels to their rows, with %s',
		async (onError) => {
			const { items, errorItems } = await runSync(simulator(), {
				rows: ROWS,
				onError,
				parameters: { options: NO_BRAKES },
			});
			expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben', 'new']);
			expect(simulator().labelMembers('oslo')).toEqual(['ben']);
			expect(usersWith('added', items)).toEqual(['new']);
			const failed = [...items, ...errorItems].map(readItem).filter(({ error }) => error);
			expect(failed).toEqual([
				{
					label: 'vip',
					username: 'ben',
					status: 'failed',
					error: sentences('vip', 'VIP', 0),
					rows: [0],
				},
				{
					label: 'VIP',
					username: 'anna',
					status: 'failed',
					error: sentences('VIP', 'vip', 1),
					rows: [1],
				},
			]);
		},
	);

	it('is no hindrance where nobody would be removed', async () => {
		const parameters = { syncMode: 'addMissing' };
		const { error } = await runSync(simulator(), { rows: ROWS, parameters });
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben', 'new']);
	});

	it('is two labels at a service that tells them apart, each synced by a node of its own', async () => {
		simulator().settings.labelCaseSensitive = true;
		simulator().seed({ users: ['carl'], labels: [{ name: 'VIP', members: ['carl', 'ben'] }] });
		const stopped = await runSync(simulator(), { rows: ROWS });
		expect(stopped.error?.text).toBe(`${sentences('vip', 'VIP', 0)} Nothing was changed.`);

		const parameters = { options: NO_BRAKES };
		await runSync(simulator(), { rows: ROWS.slice(0, 1), parameters });
		await runSync(simulator(), { rows: ROWS.slice(1, 2), parameters });
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'new']);
		expect(simulator().labelMembers('VIP')).toEqual(['ben']);
	});
});

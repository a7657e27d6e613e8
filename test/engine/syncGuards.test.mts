/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { usersFrom } from '../support/syncPlans.mts';
import { methodsOf, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const CONTINUES = ['continueRegularOutput', 'continueErrorOutput'] as const;

const MEMBERS = usersFrom(0, 8);

beforeEach(() => {
	simulator().seed({
		users: ['new'],
		labels: [{ name: 'vip', members: MEMBERS }, { name: 'oslo' }],
	});
});

/** Runs a sync in which 'vip' keeps that many of its 8 members and gets a new one. */
async function keep(count: number, options: INodeParameters, onError: OnError = 'stopWorkflow') {
	const rows: IDataObject[] = [
		{ users: ['new', ...MEMBERS.slice(0, count)] },
		{ label: 'oslo', user: 'new' },
	];
	const outcome = await runSync(simulator(), { rows, onError, parameters: { options } });
	return { ...outcome, all: [...outcome.items, ...outcome.errorItems].map(readItem) };
}

const writes = () => methodsOf(simulator()).filter((method) => method !== 'GET');

describe("'Max Removal Percent'", () => {
	it.each([
		{ kept: 4, options: {} },
		{ kept: 4, options: { maxRemovalPercent: 50 } },
		{ kept: 7, options: { maxRemovalPercent: 12.5 } },
		{ kept: 8, options: { maxRemovalPercent: 0 } },
		{ kept: 0, options: { maxRemovalPercent: 100 } },
	])('lets all but $kept of 8 members go with $options', async ({ kept, options }) => {
		const { error } = await keep(kept, options);
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual([...MEMBERS.slice(0, kept), 'new']);
	});

	const TOO_MANY = [
		{ kept: 3, options: {}, percent: 50 },
		{ kept: 7, options: { maxRemovalPercent: 12.4 }, percent: 12.4 },
		{ kept: 7, options: { maxRemovalPercent: 0 }, percent: 0 },
		{ kept: 0, options: { maxRemovalPercent: 99.9 }, percent: 99.9 },
	];

	const sentences = (kept: number, percent: number) =>
		`${8 - kept} of the 8 members of label 'vip' would be removed, more than ${percent} % [item 0]. ` +
		'Check that the input holds everyone who should have the label; if it does, raise ' +
		"'Max Removal Percent' under 'Options'.";

	it.each(TOO_MANY)(
		'stops with nothing changed when $options would leave $kept of 8',
		async ({ kept, options, percent }) => {
			const { items, error } = await keep(kept, options);
			expect(items).toEqual([]);
			expect(error?.text).toBe(`${sentences(kept, percent)} Nothing was changed.`);
			expect(writes()).toEqual([]);
		},
	);

	it('stops with nothing changed when another label comes first', async () => {
		const rows = [{ label: 'oslo', user: 'new' }, { user: MEMBERS[0] }];
		const { items, error } = await runSync(simulator(), { rows });
		expect(items).toEqual([]);
		expect(error?.message).toMatch(
			/^7 of the 8 members of label 'vip' would be removed, .+\[item 1\]$/,
		);
		expect(writes()).toEqual([]);
	});

	describe.each(CONTINUES)('with %s', (onError) => {
		it.each(TOO_MANY)(
			'leaves only its label alone when $options would leave $kept of 8',
			async ({ kept, options, percent }) => {
				const { all, items } = await keep(kept, options, onError);
				expect(simulator().labelMembers('vip')).toEqual(MEMBERS);
				expect(simulator().labelMembers('oslo')).toEqual(['new']);
				expect(writes()).toEqual(['POST']);
				expect(all.filter(({ status }) => status === 'failed')).toEqual(
					['new', ...MEMBERS.slice(0, kept)].map((username) => ({
						label: 'vip',
						username,
						status: 'failed',
						error: sentences(kept, percent),
						rows: [0],
					})),
				);
				expect(usersWith('added', items)).toEqual(['new']);
			},
		);
	});

	it('gives one error item for a label whose summary was asked for', async () => {
		const rows = [{ user: 'new' }, { user: MEMBERS[0] }];
		const { items } = await runSync(simulator(), {
			rows,
			onError: 'continueRegularOutput',
			parameters: { output: 'summary' },
		});
		expect(items).toEqual([
			{
				json: {
					error: sentences(1, 50),
					details: {
						label: 'vip',
						status: 'failed',
						reason: expect.stringContaining('would be removed'),
						dryRun: false,
					},
				},
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
	});

	it.each(['stopWorkflow', ...CONTINUES] as const)(
		'shows in a dry run who would go, and that the real run would stop, with %s',
		async (onError) => {
			const { items, errorItems, error, hints } = await runSync(simulator(), {
				rows: [{ users: ['new', ...MEMBERS.slice(0, 3)] }],
				onError,
				parameters: { dryRun: true },
			});
			expect(error).toBeUndefined();
			expect(errorItems).toEqual([]);
			expect(usersWith('added', items)).toEqual(['new']);
			expect(usersWith('removed', items)).toEqual(MEMBERS.slice(3));
			expect(items.map(({ json }) => json.dryRun)).toEqual(items.map(() => true));
			expect(hints.map(({ message }) => message)).toContainEqual(
				`The real run would stop: ${sentences(3, 50).replace(' [item 0]', '')}`,
			);
			expect(writes()).toEqual([]);
		},
	);

	it('does not hold back a mode that removes nobody', async () => {
		const parameters = { syncMode: 'addMissing', options: { maxRemovalPercent: 0 } };
		const { error } = await runSync(simulator(), { rows: [{ user: 'new' }], parameters });
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual([...MEMBERS, 'new']);
	});

	it.each([
		[-1, /is -1, not a number from 0 to 100 \[item 0\]\. Give a number from 0 to 100 in/],
		[100.1, /is 100\.1, not a number from 0 to 100 \[item 0\]\. Give a number from 0 to 100 in/],
		[101, /is 101, not a number from 0 to 100 \[item 0\]\. Give a number from 0 to 100 in/],
		['half', /is 'half', not a number \[item 0\]\. .+\./],
		['', /is empty, not a number \[item 0\]\. .+\./],
	])('is refused in two sentences, with nothing called, when it is %j', async (value, words) => {
		const { error } = await keep(8, { maxRemovalPercent: value });
		expect(error?.text).toMatch(/^'Max Removal Percent' is /);
		expect(error?.text).toMatch(words);
		for (const onError of CONTINUES) {
			const { all } = await keep(8, { maxRemovalPercent: value }, onError);
			expect(all.map(({ error: text }) => text)).toEqual([
				expect.stringMatching(words),
				expect.stringContaining('[item 1]'),
			]);
		}
		expect(simulator().requests).toEqual([]);
	});
});

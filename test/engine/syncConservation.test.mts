/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';
import fc from 'fast-check';

import { USER_ID_CASES } from '../../simulator/index.mts';
import { useSimulator } from '../support/simulated.mts';
import { anySpelling, usersFrom } from '../support/syncPlans.mts';
import { AT_ONCE_ONLY, readItem, runSync, type SyncItem } from '../support/syncRuns.mts';
import { anyWeather } from '../support/syncSituations.mts';

const simulator = useSimulator();

const LONG_MS = 60_000;

const LABELS = ['vip', 'oslo', 'missing'];

const KNOWN = usersFrom(0, 130);

/** Few, so that rows share users and labels, and now and then enough for several calls. */
const anyUserIds: fc.Arbitrary<string[]> = fc.oneof(
	{ weight: 4, arbitrary: fc.subarray([...usersFrom(0, 5), 'stranger'], { minLength: 1 }) },
	{ weight: 1, arbitrary: fc.constant<string[]>(KNOWN) },
);

const UNREADABLE = 'x'.repeat(65);

/** In one spelling or another; who stands first may do so again in a second one. */
const anySpelledUsers = fc
	.record({ users: anyUserIds, spell: anySpelling(), spellAgain: anySpelling() })
	.map(({ users, spell, spellAgain }) => [
		...users.map(spell),
		...users.slice(0, 1).map(spellAgain),
	]);

const anyRow = fc.record({
	label: fc.constantFrom(...LABELS),
	users: fc.oneof(
		{ weight: 8, arbitrary: anySpelledUsers },
		{ weight: 1, arbitrary: fc.constant<string[]>([]) },
		{ weight: 1, arbitrary: fc.constant<string[]>([UNREADABLE]) },
	),
	mode: fc.oneof({ weight: 9, arbitrary: fc.constant('mirror') }, fc.constant('removeExtra')),
});

const anyRun = fc.record({
	rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }),
	present: fc.record({ vip: anyUserIds, oslo: anyUserIds }),
	userIdCase: fc.constantFrom(...USER_ID_CASES),
	register: anySpelling(),
	weather: anyWeather,
	options: fc.record({
		allowEmpty: fc.boolean(),
		createMissingLabel: fc.boolean(),
		maxRemovalPercent: fc.constantFrom(50, 100),
	}),
	onError: fc.constantFrom('continueRegularOutput' as const, 'continueErrorOutput' as const),
});

const personOf = (username: unknown) => String(username).toLowerCase();

const mention = (row: number, label: unknown, username: unknown) =>
	[row, label, personOf(username)].join(' ');

it(
	'gives every user of every row exactly one outcome, whatever fails',
	async () => {
		const seen = new Set<unknown>();
		const property = fc.asyncProperty(
			anyRun,
			async ({ rows, present, userIdCase, register, weather, options, onError }) => {
				simulator().reset();
				simulator().settings.userIdCase = userIdCase;
				const { vip, oslo } = present;
				simulator().seed({
					users: KNOWN.map(register),
					labels: [
						{ name: 'vip', members: vip.map(register) },
						{ name: 'oslo', members: oslo.map(register) },
					],
				});
				simulator().seed({ users: [{ id: register('stranger'), exists: false }] });
				for (const rule of weather) simulator().weather.add(rule);

				const { items, errorItems, error } = await runSync(simulator(), {
					rows,
					onError,
					parameters: {
						syncMode: '={{ $json.mode }}',
						output: 'all',
						options: { ...options, ...AT_ONCE_ONLY },
					},
				});
				expect(error).toBeUndefined();
				const outcomes = [...items, ...errorItems].map(readItem);
				for (const { status } of outcomes) seen.add(status);

				const isBad = (users: string[]) =>
					users.includes(UNREADABLE) || (users.length === 0 && !options.allowEmpty);
				const owed = rows.flatMap(({ label, users }, row) =>
					isBad(users) ? [] : [...new Set(users.map((username) => mention(row, label, username)))],
				);
				const owedAtAll = new Set(owed);
				const isOwed = ({ label, username, rows: itsRows }: SyncItem) =>
					itsRows.some((row) => owedAtAll.has(mention(row, label, username)));
				const answered = outcomes
					.filter(isOwed)
					.flatMap(({ label, username, rows: itsRows }) =>
						itsRows.map((row) => mention(row, label, username)),
					);
				expect(answered.toSorted()).toEqual(owed.toSorted());

				for (const { username, rows: itsRows } of outcomes.filter(isOwed)) {
					const [firstRow = -1] = itsRows;
					expect(rows[firstRow]?.users.find((one) => personOf(one) === personOf(username))).toBe(
						username,
					);
				}

				const badRows = rows.flatMap(({ users }, row) => (isBad(users) ? [row] : []));
				const ofNobody = outcomes.filter(({ label }) => label === undefined);
				expect(ofNobody.map(({ rows: itsRows }) => itsRows)).toEqual(badRows.map((row) => [row]));

				const lastRowOf = (name: unknown) =>
					rows.findLastIndex(({ label, users }) => label === name && !isBad(users));
				const others = outcomes.filter((one) => one.username !== undefined && !isOwed(one));
				for (const { label, status, rows: itsRows } of others) {
					expect(['removed', 'failed', 'uncertain']).toContain(status);
					expect(itsRows).toEqual([lastRowOf(label)]);
				}
				const names = others.map(({ label, username }) => [label, username].join(' '));
				expect(names).toHaveLength(new Set(names).size);

				for (const output of [items, errorItems]) {
					const firstRows = output.map((item) => readItem(item).rows[0]);
					expect(firstRows).toEqual(firstRows.toSorted((a = 0, b = 0) => a - b));
				}
			},
		);
		await fc.assert(property, { numRuns: 80, seed: 20260721 });
		const statuses = ['added', 'removed', 'unchanged', 'failed', 'uncertain', undefined];
		expect(seen).toEqual(new Set(statuses));
	},
	LONG_MS,
);

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { useSimulator } from '../support/simulated.mts';
import { AT_ONCE_ONLY, NO_BRAKES, readItem, runSync } from '../support/syncRuns.mts';
import {
	ALL_USERS,
	anyLabelAndSheet,
	anyWeather,
	membersAfter,
	type LabelAndSheet,
} from '../support/syncSituations.mts';

const simulator = useSimulator();

const BYSTANDERS = ['user1', 'user2'];

/** How often each property is tried; with its seed, the same on every machine. */
const RUNS = { numRuns: 80, seed: 20260718 };

const LONG_MS = 60_000;

function prepare({ present, userIdCase }: LabelAndSheet): void {
	simulator().reset();
	simulator().settings.userIdCase = userIdCase;
	simulator().seed({
		users: ALL_USERS,
		labels: [
			{ name: 'vip', members: present },
			{ name: 'oslo', members: BYSTANDERS },
		],
	});
}

async function run(
	{ mode, rows }: LabelAndSheet,
	onError: 'stopWorkflow' | 'continueRegularOutput',
) {
	const options = { ...NO_BRAKES, ...AT_ONCE_ONLY };
	const { items, error } = await runSync(simulator(), {
		rows,
		onError,
		parameters: { syncMode: mode, options },
	});
	const hasFailed = error !== undefined || items.map(readItem).some((item) => item.error);
	return { hasFailed };
}

const members = () => simulator().labelMembers('vip').toSorted();

describe('sync in any weather', () => {
	it.each(['continueRegularOutput', 'stopWorkflow'] as const)(
		'leaves the label as the mode wants it, or says that it could not, with %s',
		async (onError) => {
			const seen = { failed: 0, succeeded: 0 };
			const property = fc.asyncProperty(
				anyLabelAndSheet,
				anyWeather,
				async (situation, weather) => {
					prepare(situation);
					for (const rule of weather) simulator().weather.add(rule);
					const { hasFailed } = await run(situation, onError);
					seen[hasFailed ? 'failed' : 'succeeded'] += 1;
					if (!hasFailed) expect(members()).toEqual(membersAfter(situation));
					expect(simulator().labelMembers('oslo')).toEqual(BYSTANDERS);
				},
			);
			await fc.assert(property, RUNS);
			expect(seen.failed).toBeGreaterThan(RUNS.numRuns / 5);
			expect(seen.succeeded).toBeGreaterThan(RUNS.numRuns / 5);
		},
		LONG_MS,
	);

	it(
		'never removes who may stay, and never adds who was not asked for',
		async () => {
			const property = fc.asyncProperty(
				anyLabelAndSheet,
				anyWeather,
				async (situation, weather) => {
					prepare(situation);
					for (const rule of weather) simulator().weather.add(rule);
					await run(situation, 'continueRegularOutput');

					const goal = new Set(membersAfter(situation));
					const before = new Set(situation.present);
					const now = new Set(members());
					const removed = [...before].filter((userId) => !now.has(userId));
					const added = [...now].filter((userId) => !before.has(userId));
					expect(removed.filter((userId) => goal.has(userId))).toEqual([]);
					expect(added.filter((userId) => !goal.has(userId))).toEqual([]);
				},
			);
			await fc.assert(property, RUNS);
		},
		LONG_MS,
	);

	it.each(['continueRegularOutput', 'stopWorkflow'] as const)(
		'finishes in good weather what failed in bad, with %s',
		async (onError) => {
			const property = fc.asyncProperty(
				anyLabelAndSheet,
				anyWeather,
				async (situation, weather) => {
					prepare(situation);
					for (const rule of weather) simulator().weather.add(rule);
					await run(situation, onError);
					simulator().weather.clear();
					expect(await run(situation, onError)).toEqual({ hasFailed: false });
					expect(members()).toEqual(membersAfter(situation));

					const callsBefore = simulator().requests.length;
					await run(situation, onError);
					const callsOfThird = simulator().requests.slice(callsBefore);
					expect(callsOfThird.filter(({ method }) => method !== 'GET')).toEqual([]);
				},
			);
			await fc.assert(property, RUNS);
		},
		LONG_MS,
	);
});

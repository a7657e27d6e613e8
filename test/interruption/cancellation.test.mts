/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { SYNCED, WORKS, type WorkName } from './operations.mts';
import { readReceivedCalls } from './receivedCalls.mts';
import { expectTruth } from './reportedOutcomes.mts';
import { useCallCount } from './startedCalls.mts';
import { anyStop, runAndStop, untilQuiet } from './stops.mts';

const simulator = useSimulator();
const callCount = useCallCount();

/** For each operation; with its seed, the same on every machine but for the clock. */
const RUNS = { numRuns: 12, seed: 20261125, endOnFailure: true };

const LONG_MS = 120_000;

/** Generous, for a machine that has much else to do. */
const MOST_MS = 2000;

const NAMES: WorkName[] = ['sendToUsers', 'sendToLabels', 'sendToAll', 'add', 'remove', 'sync'];

describe('a run that is stopped at any moment', () => {
	it.each(NAMES)(
		'says the truth of everyone, and goes no further, with %s',
		async (name) => {
			const work = WORKS[name];
			let stoppedCount = 0;
			const property = fc.asyncProperty(anyStop, async (stop) => {
				simulator().reset();
				let callsAtStop = 0;
				const { outcome, stoppedInMs } = await runAndStop(simulator(), work, stop, () => {
					callsAtStop = callCount();
				});
				if (stoppedInMs !== undefined) stoppedCount += 1;
				expect(stoppedInMs ?? 0).toBeLessThan(MOST_MS);

				await untilQuiet(simulator());
				expect(callCount()).toBe(callsAtStop);
				expectTruth(work, outcome, readReceivedCalls(simulator().requests));
			});
			await fc.assert(property, RUNS);
			expect(stoppedCount).toBeGreaterThan(RUNS.numRuns / 2);
		},
		LONG_MS,
	);

	it(
		'is finished by another run where it is a sync',
		async () => {
			const work = WORKS.sync;
			const property = fc.asyncProperty(anyStop, async (stop) => {
				simulator().reset();
				await runAndStop(simulator(), work, stop);
				await untilQuiet(simulator());
				simulator().weather.clear();
				const { error } = await runNode(simulator(), { ...work, onError: 'stopWorkflow' });
				expect(error).toBeUndefined();
				for (const [label, members] of Object.entries(SYNCED)) {
					expect(simulator().labelMembers(label).toSorted()).toEqual(members.toSorted());
				}
			});
			await fc.assert(property, RUNS);
		},
		LONG_MS,
	);
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Pace } from '../../nodes/AgoraChatPush/service/limits/pace.ts';
import {
	arrivedBetween,
	keepsToDocumented,
	ofProcess,
	seenIn,
	sharing,
	type Bounds,
	type Given,
	type Seen,
} from '../support/sharedRuns.mts';
import { runShared, type SharedRun } from '../support/sharedService.mts';

const GOAL: Bounds = { used: 0.85, refused: 0.05 };

/** Whom a refusal meets is chance, so that a run may miss the goal by a little. */
const WORST: Bounds = { used: 0.8, refused: 0.06 };

/** Round trips and moments as they come, at a service as its simulator is. */
const anyRun = fc
	.record({ roundTripMs: fc.integer({ min: 5, max: 200 }), seed: fc.integer({ min: 1, max: 1e6 }) })
	.map(({ roundTripMs, seed }) => ({
		roundTripMs,
		countsIn: 'tokens' as const,
		random: randomFrom(seed),
	}));

/** At services that count in another way, or say how long to wait. */
const anyOtherRun = fc
	.record({
		run: anyRun,
		countsIn: fc.constantFrom('seconds' as const, 'tokens' as const),
		retryAfterMs: fc.constantFrom(undefined, 1000, 2000),
	})
	.map(({ run, ...service }) => ({ ...run, ...service }));

/** @returns what was seen on average. */
async function holds(
	numRuns: number,
	given: Given,
	check: (seen: Seen) => void,
	chances: fc.Arbitrary<Omit<SharedRun, keyof Given>> = anyRun,
): Promise<Bounds> {
	const all: Seen[] = [];
	const property = fc.asyncProperty(chances, async (chance) => {
		const run = { ...given, ...chance };
		const { answered, failures } = await runShared(run);
		expect(failures).toEqual([]);
		for (const index of run.processes.keys()) {
			expect(keepsToDocumented(answered, index)).toBe(true);
		}
		const seen = seenIn(answered, run);
		check(seen);
		all.push(seen);
	});
	await fc.assert(property, { seed: 4, numRuns, endOnFailure: true });
	return {
		used: mean(all.map(({ used }) => used)),
		refused: mean(all.map((seen) => seen.refused)),
	};
}

function isWithin({ used, refused }: Bounds, bounds: Bounds): void {
	expect(used).toBeGreaterThanOrEqual(bounds.used);
	expect(refused).toBeLessThanOrEqual(bounds.refused);
}

describe.each([
	{ processes: 1, callsPerSecond: 10, runs: 5, worst: WORST, goal: GOAL },
	{ processes: 2, callsPerSecond: 20, runs: 20, worst: WORST, goal: GOAL },
	{ processes: 4, callsPerSecond: 20, runs: 20, worst: WORST, goal: GOAL },
	// Their eightfold rate at first, and the refusals that keep each at an eighth, take more.
	{
		processes: 8,
		callsPerSecond: 20,
		runs: 4,
		worst: { used: 0.8, refused: 0.15 },
		goal: { used: 0.85, refused: 0.13 },
	},
])('$processes processes at a service that takes $callsPerSecond a second', (given) => {
	const { processes, callsPerSecond, runs, worst, goal } = given;

	it('share its rate from the first call on, and lose nothing', async () => {
		const check = (seen: Seen): void => {
			isWithin(seen, worst);
			expect(seen.leastShare).toBeGreaterThan(1 / 3);
		};
		isWithin(await holds(runs, sharing(40, processes, callsPerSecond), check), goal);
	});

	it('share it for minutes, and more evenly', async () => {
		await holds(2, sharing(120, processes, callsPerSecond), (seen) => {
			isWithin(seen, goal);
			expect(seen.leastShare).toBeGreaterThan(0.6);
		});
	});

	it('share it when it counts in whole seconds, or asks for pauses', async () => {
		const check = (seen: Seen): void => {
			isWithin(seen, { used: 0.65, refused: worst.refused + 0.02 });
			expect(seen.leastShare).toBeGreaterThan(0.5);
		};
		const share = sharing(60, processes, callsPerSecond);
		await holds(4, share, check, anyOtherRun);
	});
});

it('one process uses the rate up, and is neither refused nor slowed', async () => {
	await holds(5, sharing(40, 1, 20), (seen) => {
		isWithin(seen, { used: 0.97, refused: 0 });
	});
});

it('takes the whole rate again within a minute once the others have left', async () => {
	const leaveMs = 30_000;
	const endsMs = [leaveMs + 80_000, leaveMs, leaveMs, leaveMs];
	const processes = endsMs.map((endMs) => ({ calls: Infinity, endMs }));
	await holds(3, { processes, callsPerSecond: 20 }, ({ answered }) => {
		const own = ofProcess(answered, 0);
		const together = arrivedBetween(own, leaveMs - 20_000, leaveMs);
		const alone = arrivedBetween(own, leaveMs + 60_000, leaveMs + 80_000);
		expect(together.length).toBeLessThan(200);
		expect(alone.length).toBeGreaterThan(380);
	});
});

describe('Pace', () => {
	const limit = { calls: 4, windowMs: 200 };

	it('slows down once for all calls that were on their way together', () => {
		const once = new Pace();
		once.refused(0, 100, limit);
		const often = new Pace();
		for (const startMs of [0, 50, 99]) often.refused(startMs, 100, limit);
		expect(often.nextMs(100, 100)).toBe(once.nextMs(100, 100));
		often.refused(100, 150, limit);
		expect(often.nextMs(150, 150)).toBeGreaterThan(once.nextMs(150, 150));
	});

	it('comes back little by little, and is forgotten only then', () => {
		const pace = new Pace();
		expect(pace.isRecovered(0)).toBe(true);
		pace.refused(0, 0, limit);
		const spacings = [0, 4000, 8000, 12_000].map((nowMs) => pace.nextMs(nowMs, nowMs) - nowMs);
		expect(spacings).toEqual(spacings.toSorted((a, b) => b - a));
		expect(spacings[0]).toBeCloseTo(50 / 0.55, 6);
		expect(pace.isRecovered(12_000)).toBe(false);
		expect(pace.isRecovered(12_100)).toBe(true);
	});

	it('comes back within no fewer than 60 calls where few are allowed', () => {
		const pace = new Pace();
		pace.refused(0, 0, { calls: 1, windowMs: 12_000 });
		expect(pace.isRecovered(482_000)).toBe(false);
		expect(pace.isRecovered(484_000)).toBe(true);
	});

	it('holds all calls up for a pause, and is not forgotten before its end', () => {
		const pace = new Pace();
		pace.pauseUntil(5000);
		pace.pauseUntil(2000);
		expect(pace.nextMs(-Infinity, 0)).toBe(5000);
		expect(pace.isRecovered(4999)).toBe(false);
		expect(pace.isRecovered(5000)).toBe(true);
	});
});

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Source: Numerical Recipes, 7.1, 'quick and dirty' generators. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { Pace } from '../../nodes/AgoraChatPush/service/limits/pace.ts';
import { keepsTo } from '../support/rateLimiterRuns.mts';
import { runShared, type Answered, type SharedRun } from '../support/sharedService.mts';

const anyRun = fc
	.record({
		roundTripMs: fc.integer({ min: 5, max: 200 }),
		countsIn: fc.constantFrom('seconds' as const, 'tokens' as const),
		seed: fc.integer({ min: 1, max: 1e6 }),
	})
	.map(({ seed, ...run }) => ({ ...run, random: randomFrom(seed) }));

type Chance = Pick<SharedRun, 'countsIn'>;

async function holdsForAny(
	given: Pick<SharedRun, 'endsMs' | 'callsPerSecond'>,
	check: (run: Awaited<ReturnType<typeof runShared>>, chance: Chance) => void,
): Promise<void> {
	await fc.assert(
		fc.asyncProperty(anyRun, async (chance) => {
			check(await runShared({ ...given, ...chance }), chance);
		}),
		{ seed: 4, numRuns: 4 },
	);
}

const END_MS = 90_000;

/** What is lost in a part of a second cannot be made up for where whole seconds are counted. */
const leastUsed = { tokens: 0.85, seconds: 0.7 };

/** By then all have been slowed down. */
const SETTLED_MS = 20_000;

describe.each([
	{ processes: 1, callsPerSecond: 20, mostRefused: 0 },
	{ processes: 1, callsPerSecond: 10, mostRefused: 0.05 },
	{ processes: 2, callsPerSecond: 20, mostRefused: 0.05 },
	{ processes: 4, callsPerSecond: 20, mostRefused: 0.05 },
	{ processes: 8, callsPerSecond: 20, mostRefused: 0.1 },
])('$processes processes at a service that takes $callsPerSecond a second', (given) => {
	const { processes, callsPerSecond, mostRefused } = given;

	it('share its rate, and lose nothing', async () => {
		const endsMs = Array.from({ length: processes }, () => END_MS);
		await holdsForAny({ endsMs, callsPerSecond }, ({ answered, failures }, { countsIn }) => {
			expect(failures).toEqual([]);
			const taken = answered.filter(({ isRefused }) => !isRefused);
			expect(1 - taken.length / answered.length).toBeLessThanOrEqual(mostRefused);
			const settled = arrivedBetween(taken, SETTLED_MS, END_MS);
			const most = ((END_MS - SETTLED_MS) / 1000) * callsPerSecond;
			expect(settled.length / most).toBeGreaterThan(leastUsed[countsIn]);

			const shares = endsMs.map((_, index) => ofProcess(settled, index).length);
			expect(Math.min(...shares) / Math.max(...shares)).toBeGreaterThan(0.5);
			for (const index of endsMs.keys()) {
				const starts = ofProcess(answered, index).map(({ startMs }) => ({
					arrival: { atMs: 0, app: 'a', rate: 'push/single' as const },
					atMs: startMs,
				}));
				const inOrder = starts.toSorted((a, b) => a.atMs - b.atMs);
				expect(keepsTo({ calls: 20, windowMs: 1000 }, inOrder)).toBe(true);
			}
		});
	});
});

it('takes the whole rate again once the others have left', async () => {
	const endsMs = [150_000, 30_000, 30_000, 30_000];
	await holdsForAny({ endsMs, callsPerSecond: 20 }, ({ answered, failures }) => {
		expect(failures).toEqual([]);
		const own = ofProcess(answered, 0);
		expect(arrivedBetween(own, SETTLED_MS, 30_000).length).toBeLessThan(120);
		expect(arrivedBetween(own, 120_000, 140_000).length).toBeGreaterThan(380);
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
		const spacings = [0, 10_000, 20_000, 30_000].map((nowMs) => pace.nextMs(nowMs, nowMs) - nowMs);
		expect(spacings).toEqual(spacings.toSorted((a, b) => b - a));
		expect(spacings[0]).toBeCloseTo(50 / 0.6, 6);
		expect(pace.isRecovered(31_900)).toBe(false);
		expect(pace.isRecovered(32_100)).toBe(true);
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

function ofProcess(answered: Answered[], index: number): Answered[] {
	return answered.filter(({ process }) => process === index);
}

function arrivedBetween(answered: Answered[], fromMs: number, untilMs: number): Answered[] {
	return answered.filter(({ arrivedMs }) => arrivedMs >= fromMs && arrivedMs < untilMs);
}

/** Source: Numerical Recipes, 7.1, 'quick and dirty' generators. */
function randomFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
		return state / 2 ** 32;
	};
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
	limitsFor,
	type Limit,
	type RateName,
} from '../../nodes/AgoraChatPush/service/limits/rates.ts';
import {
	anyMomentMs,
	anyRequestsPerSecond,
	timedLimiters,
	keepsTo,
	mostWithin,
	RATES,
	ROUNDING_MS,
	runArrivals,
	type Arrival,
	type Start,
} from '../support/rateLimiterRuns.mts';

const anyRate = fc.constantFrom(...Object.values(RATES));

/** Calls of several executions for one app, of which some set the same rate and some another. */
const anyArrivals = anyArrivalsWith(3);

function anyArrivalsWith(mostRates: number): fc.Arbitrary<Arrival[]> {
	const rates = fc.array(anyRequestsPerSecond, { minLength: 1, maxLength: mostRates });
	return fc.record({ rate: anyRate, rates }).chain(({ rate, rates: [...given] }) =>
		fc.array(
			fc.record(
				{
					atMs: anyMomentMs,
					app: fc.constant('acme/shop'),
					rate: fc.constant(rate),
					requestsPerSecond: fc.constantFrom(...given),
					stopsAfterMs: anyMomentMs,
				},
				{ requiredKeys: ['atMs', 'app', 'rate', 'requestsPerSecond'] },
			),
			{ maxLength: 60, size: 'max' },
		),
	);
}

const RUNS = { seed: 4, numRuns: 150 };

function limitsOf({ rate, requestsPerSecond }: Arrival) {
	return limitsFor(rate, requestsPerSecond);
}

/** Whether a call started no sooner than the rate that it asked for allows after those before it. */
function keptTo({ name, rate }: Limit, start: Start, starts: Start[]): boolean {
	const before = starts
		.slice(0, starts.indexOf(start) + 1)
		.filter(({ arrival }) => limitsOf(arrival).some((limit) => limit.name === name))
		.filter(({ atMs }) => atMs + rate.perMs > start.atMs + ROUNDING_MS);
	return before.length <= rate.calls;
}

describe('RateLimiters', () => {
	it('never let more calls start than each of their limits allows in any window', async () => {
		await fc.assert(
			fc.asyncProperty(anyArrivals, async (arrivals) => {
				const starts = await runArrivals(arrivals);
				for (const start of starts) {
					for (const limit of limitsOf(start.arrival)) {
						expect(keptTo(limit, start, starts)).toBe(true);
					}
				}
			}),
			RUNS,
		);
	});

	it('let everyone start who is not stopped, first come, first served', async () => {
		await fc.assert(
			fc.asyncProperty(anyArrivals, async (arrivals) => {
				const starts = await runArrivals(arrivals);
				const started = new Set(starts.map(({ arrival }) => arrival));
				const patient = arrivals.filter(({ stopsAfterMs }) => stopsAfterMs === undefined);
				for (const arrival of patient) expect(started).toContain(arrival);
				for (const rate of new Set(arrivals.map(({ requestsPerSecond }) => requestsPerSecond))) {
					const alike = starts.filter(({ arrival }) => arrival.requestsPerSecond === rate);
					const momentsMs = alike.map(({ arrival }) => arrival.atMs);
					expect(momentsMs).toEqual(momentsMs.toSorted((a, b) => a - b));
				}
			}),
			RUNS,
		);
	});

	it("keep to a user's slow rate among calls that wait at the service's", async () => {
		const alike = { atMs: 0, app: 'a', rate: RATES.users };
		const arrivals = [
			...Array.from({ length: 40 }, () => alike),
			...Array.from({ length: 5 }, () => ({ ...alike, requestsPerSecond: 5 })),
			...Array.from({ length: 40 }, () => alike),
		];
		const slow = (await runArrivals(arrivals)).filter(
			({ arrival }) => arrival.requestsPerSecond === 5,
		);
		expect(slow[0]?.atMs).toBeGreaterThan(1900);
		expect(keepsTo({ calls: 1, perMs: 200 }, slow)).toBe(true);
	});

	it("count a faster user's calls for everyone", async () => {
		const alike = { atMs: 0, app: 'a', rate: RATES.users };
		const fast = Array.from({ length: 100 }, () => ({ ...alike, requestsPerSecond: 100 }));
		const starts = await runArrivals([...fast, alike]);
		const [byDefault] = starts.filter(({ arrival }) => arrival.requestsPerSecond === undefined);
		const lastFastMs = Math.max(
			...starts.filter(({ arrival }) => arrival !== byDefault?.arrival).map(({ atMs }) => atMs),
		);
		expect(byDefault?.atMs).toBeCloseTo(lastFastMs + 206, 3);
	});

	it('let nobody wait for a user who asked for less', async () => {
		const alike = { atMs: 0, app: 'a', rate: RATES.users };
		const slow = Array.from({ length: 100 }, () => ({ ...alike, requestsPerSecond: 0.1 }));
		const starts = await runArrivals([...slow.slice(0, 20), { ...alike, atMs: 5000 }]);
		const [byDefault] = starts.filter(({ arrival }) => arrival.requestsPerSecond === undefined);
		expect(byDefault?.atMs).toBe(5000);
	});

	it('lose no turn to a call that is stopped while it waits', async () => {
		await fc.assert(
			fc.asyncProperty(anyArrivalsWith(1), async (arrivals) => {
				const starts = await runArrivals(arrivals);
				const started = new Set(starts.map(({ arrival }) => arrival));
				const without = await runArrivals(arrivals.filter((one) => started.has(one)));
				const momentsMs = (those: Start[]) =>
					arrivals.map((one) => those.find(({ arrival }) => arrival === one)?.atMs);
				for (const [index, atMs] of momentsMs(starts).entries()) {
					const earliestMs = momentsMs(without)[index];
					if (atMs !== undefined) expect(atMs).toBeCloseTo(earliestMs ?? NaN, 6);
				}
			}),
			{ ...RUNS, numRuns: 50 },
		);
	});

	it('let calls of different apps and kinds pass each other', async () => {
		const many = (app: string, rate: RateName): Arrival[] =>
			Array.from({ length: 50 }, () => ({ atMs: 0, app, rate }));
		const alone = await runArrivals(many('acme/shop', RATES.users));
		const together = await runArrivals([
			...many('acme/shop', RATES.task),
			...many('acme/shop', RATES.users),
			...many('acme/blog', RATES.users),
		]);
		for (const app of ['acme/shop', 'acme/blog']) {
			const starts = together.filter(
				({ arrival }) => arrival.app === app && arrival.rate === RATES.users,
			);
			expect(starts.map(({ atMs }) => atMs)).toEqual(alone.map(({ atMs }) => atMs));
		}
	});

	it('use the rate up, but for its margin', async () => {
		const calls = Array.from({ length: 2001 }, () => ({ atMs: 0, app: 'a', rate: RATES.users }));
		const starts = await runArrivals(calls);
		expect(starts.at(-1)?.atMs).toBeLessThan((2000 / 20) * 1000 * 1.04);
		expect(mostWithin(1000, starts)).toBe(20);
	});

	it('work as before after a run was stopped while many of its calls waited', async () => {
		const timed = timedLimiters();
		const waiting = (stopsAfterMs?: number): Arrival[] =>
			Array.from({ length: 500 }, () => ({ atMs: 0, app: 'a', rate: RATES.task, stopsAfterMs }));
		const stopped = await runArrivals(waiting(200), timed);
		expect(stopped).toHaveLength(5);
		expect(timed.clock.nowMs()).toBeLessThan(450);

		const [first, ...others] = await runArrivals(waiting().slice(0, 6), timed);
		expect(first?.atMs).toBeCloseTo(61_800, 3);
		expect(others.map(({ atMs }) => atMs - (first?.atMs ?? 0)).map(Math.round)).toEqual([
			0, 0, 0, 0, 61_800,
		]);
	});
});

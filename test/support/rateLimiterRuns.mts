import fc from 'fast-check';

import { RateLimiters } from '../../nodes/AgoraChatPush/service/limits/rateLimiter.ts';
import {
	limitsFor,
	type Rate,
	type RateName,
} from '../../nodes/AgoraChatPush/service/limits/rates.ts';
import { VirtualClock } from './virtualClock.mts';

/** A call that asks to start at a moment. */
export interface Arrival {
	atMs: number;
	app: string;
	rate: RateName;
	requestsPerSecond?: number;
	/** When its execution is stopped, after its arrival. */
	stopsAfterMs?: number;
}

/** An arrival that was let in. */
export interface Start {
	arrival: Arrival;
	atMs: number;
}

export const RATES = {
	users: 'push/single',
	labels: 'push/list/label',
	task: 'push/task',
	label: 'push/label',
} as const;

/** How a user may have set Requests per Second: left out, slower, about the same, faster. */
export const anyRequestsPerSecond = fc.option(
	fc.oneof(
		fc.constantFrom(0.5, 0.1, 1, 7.5, 12, 19.9, 20, 33.3, 100, 250),
		fc.double({ min: 0.05, max: 300, noNaN: true }),
	),
	{ nil: undefined },
);

/** Bursts, trickles and pauses. */
export const anyMomentMs = fc.oneof(
	fc.constant(0),
	fc.nat(50),
	fc.nat(3000),
	fc.double({ min: 0, max: 20_000, noNaN: true }),
);

/** Lets all calls ask, each at its moment. @returns those that started, in the order of starting. */
export async function runArrivals(
	arrivals: Arrival[],
	{ clock, limiters }: TimedLimiters = timedLimiters(),
): Promise<Start[]> {
	const starts: Start[] = [];
	const come = async (arrival: Arrival): Promise<void> => {
		await clock.sleep(arrival.atMs);
		const stop = new AbortController();
		const stopping = stopAfter(clock, stop, arrival.stopsAfterMs);
		const limits = limitsFor(arrival.rate, arrival.requestsPerSecond);
		await limiters.acquire(arrival.app, limits, stop.signal).then(
			() => starts.push({ arrival, atMs: clock.nowMs() }),
			() => undefined,
		);
		await stopping;
	};
	await clock.pass(Promise.all(arrivals.map(come)));
	return starts;
}

export interface TimedLimiters {
	clock: VirtualClock;
	limiters: RateLimiters;
}

export function timedLimiters(): TimedLimiters {
	const clock = new VirtualClock();
	return { clock, limiters: new RateLimiters(clock) };
}

/** The most starts in any span of that length, which takes in its beginning and not its end. */
export function mostWithin(spanMs: number, starts: Start[]): number {
	let first = 0;
	let most = 0;
	for (const [last, { atMs }] of starts.entries()) {
		while (atMs - (starts[first]?.atMs ?? atMs) >= spanMs - ROUNDING_MS) first += 1;
		most = Math.max(most, last - first + 1);
	}
	return most;
}

/** Starts of calls that share a limit are within its rate in any window. */
export function keepsTo({ calls, perMs }: Rate, starts: Start[]): boolean {
	return mostWithin(perMs, starts) <= calls;
}

/** Of moments that are sums. */
export const ROUNDING_MS = 1e-6;

async function stopAfter(
	clock: VirtualClock,
	stop: AbortController,
	delayMs: number | undefined,
): Promise<void> {
	if (delayMs === undefined) return;
	await clock.sleep(delayMs);
	stop.abort();
}

/** What processes that share the rate of a service came to. */
import { keepsTo, type Start } from './rateLimiterRuns.mts';
import type { Answered, SharedRun } from './sharedService.mts';

/** The same whatever chance brings. */
export type Given = Pick<SharedRun, 'processes' | 'callsPerSecond'>;

/** Of what a service takes, and of all calls, up to 1. */
export interface Bounds {
	used: number;
	refused: number;
}

export interface Seen extends Bounds {
	answered: Answered[];
	/** The calls that the least served process was taken, of what it should have been, up to 1. */
	leastShare: number;
}

export function seenIn(answered: Answered[], { processes, callsPerSecond }: Given): Seen {
	const taken = answered.filter(({ isRefused }) => !isRefused);
	const moments = answered.map(({ arrivedMs }) => arrivedMs);
	const firstMs = Math.min(...moments);
	const lastMs = Math.max(...moments);
	const endsMs = processes.map((_, index) => lastArrivalMs(ofProcess(taken, index)));
	const together = arrivedBetween(taken, firstMs, Math.min(...endsMs));
	const shares = endsMs.map((_, index) => ofProcess(together, index).length / together.length);
	return {
		answered,
		refused: 1 - taken.length / answered.length,
		used: taken.length / callsPerSecond / ((lastMs - firstMs) / 1000),
		leastShare: Math.min(...shares) * processes.length,
	};
}

/** Processes that have as many calls to make as the service takes in some seconds. */
export function sharing(seconds: number, processes: number, callsPerSecond: number): Given {
	const calls = (seconds * callsPerSecond) / processes;
	const work = { calls, endMs: Infinity };
	return { callsPerSecond, processes: Array.from({ length: processes }, () => work) };
}

export function ofProcess(answered: Answered[], index: number): Answered[] {
	return answered.filter(({ process }) => process === index);
}

/** The process keeps to the service's documented rate, whatever others do. */
export function keepsToDocumented(answered: Answered[], index: number): boolean {
	const moments = ofProcess(answered, index).map(({ startMs }) => startMs);
	const arrival = { atMs: 0, app: 'app', rate: 'push/single' as const };
	const starts = moments.toSorted((a, b) => a - b).map((atMs): Start => ({ arrival, atMs }));
	return keepsTo({ calls: 20, windowMs: 1000 }, starts);
}

function lastArrivalMs(answered: Answered[]): number {
	return Math.max(...answered.map(({ arrivedMs }) => arrivedMs));
}

export function arrivedBetween(answered: Answered[], fromMs: number, untilMs: number): Answered[] {
	return answered.filter(({ arrivedMs }) => arrivedMs >= fromMs && arrivedMs < untilMs);
}

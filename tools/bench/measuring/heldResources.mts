import { setTimeout } from 'node:timers/promises';
import { queryObjects } from 'node:v8';

/** V8 gives memory back to the system some seconds after it has collected it. */
const SETTLE_SECONDS = 10;
const SOCKETS = ['TCPSocketWrap', 'TCPConnectWrap', 'TLSWrap'];
const TIMERS = ['Timeout', 'Immediate'];

export const HELD = [
	'residentBytes',
	'heapBytes',
	'sockets',
	'timers',
	/** On the process itself, which outlives every execution. */
	'listeners',
	/** Signals to stop that are alive: each execution and each call has its own. */
	'signals',
] as const;

export type HeldResources = Record<(typeof HELD)[number], number>;

/** What this process holds once it has let go of all that is over. */
export async function heldResources(): Promise<HeldResources> {
	for (let second = 0; second < SETTLE_SECONDS; second += 1) {
		globalThis.gc?.();
		await setTimeout(1000);
	}
	globalThis.gc?.();
	const { rss, heapUsed } = process.memoryUsage();
	const active = process.getActiveResourcesInfo();
	const countOf = (kinds: string[]) => active.filter((kind) => kinds.includes(kind)).length;
	const listeners = process.eventNames().map((event) => process.listenerCount(event));
	return {
		residentBytes: rss,
		heapBytes: heapUsed,
		sockets: countOf(SOCKETS),
		timers: countOf(TIMERS),
		listeners: listeners.reduce((sum, count) => sum + count, 0),
		signals: queryObjects(AbortSignal, { format: 'count' }),
	};
}

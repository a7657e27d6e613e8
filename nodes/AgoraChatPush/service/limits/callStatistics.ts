import type { CallObserver } from './callWithRetries';

/** Waits from this length on are reported to the user. */
export const LONG_WAIT_MS = 60_000;

/** Long waits for the same reason. */
export interface LongWaits {
	/** A sentence without its full stop. */
	reason: string;
	times: number;
	longestMs: number;
}

/** Counts the calls of one run and the long waits for them. */
export class CallStatistics implements CallObserver {
	calls = 0;

	private readonly waitsByReason = new Map<string, LongWaits>();

	/** @param log is told of a long wait when it begins. */
	constructor(private readonly log: (sentence: string) => void) {}

	get longWaits(): LongWaits[] {
		return [...this.waitsByReason.values()];
	}

	callStarted(): void {
		this.calls += 1;
	}

	retryScheduled(delayMs: number, reason: string): void {
		this.throttled(delayMs, reason);
		if (delayMs >= LONG_WAIT_MS) {
			this.log(`${reason}. Waiting ${Math.ceil(delayMs / 1000)} s.`);
		}
	}

	throttled(delayMs: number, reason: string): void {
		if (delayMs < LONG_WAIT_MS) return;
		const waits = this.waitsByReason.get(reason) ?? { reason, times: 0, longestMs: 0 };
		waits.times += 1;
		waits.longestMs = Math.max(waits.longestMs, delayMs);
		this.waitsByReason.set(reason, waits);
	}
}

import { callsPerMs, type Rate } from './rates';

/** What is left of the pace after a refusal. */
const DECREASE = 0.6;

/** How much of the full rate comes back in each step of time. */
const INCREASE = 1 / 80;

/** A step is as long as a call takes where fewer than one a second are allowed. */
const MIN_STEP_MS = 1000;

interface Slowed {
	fromCallsPerMs: number;
	fullCallsPerMs: number;
	sinceMs: number;
}

/**
 * How fast calls may follow each other under a limit that others use as well: other processes, other
 * programs. Each refusal takes a share of the pace away, and time gives it back little by little, so
 * that all who do so come to equal shares. Source: RFC 5681, 3.1, where it is done with the data that
 * a sender may have on its way.
 */
export class Pace {
	private slowed: Slowed | undefined;

	private pausedUntilMs = -Infinity;

	/** When the call after the latest one may start. */
	nextMs(latestStartMs: number, nowMs: number): number {
		return Math.max(this.pausedUntilMs, latestStartMs + 1 / this.callsPerMsAt(nowMs));
	}

	/**
	 * Slows down, once for all calls that were on their way together.
	 *
	 * @param startMs when the refused call started.
	 * @param limit the most that the call may have been made at.
	 */
	refused(startMs: number, nowMs: number, limit: Rate): void {
		if (this.slowed !== undefined && startMs < this.slowed.sinceMs) return;
		const fullCallsPerMs = callsPerMs(limit);
		const fromCallsPerMs = DECREASE * Math.min(this.callsPerMsAt(nowMs), fullCallsPerMs);
		this.slowed = { fromCallsPerMs, fullCallsPerMs, sinceMs: nowMs };
	}

	/** Lets no call start before a moment. */
	pauseUntil(momentMs: number): void {
		this.pausedUntilMs = Math.max(this.pausedUntilMs, momentMs);
	}

	/** Whether it lets calls start as a new one would. */
	isRecovered(nowMs: number): boolean {
		return this.pausedUntilMs <= nowMs && this.callsPerMsAt(nowMs) === Infinity;
	}

	private callsPerMsAt(nowMs: number): number {
		if (this.slowed === undefined) return Infinity;
		const { fromCallsPerMs, fullCallsPerMs, sinceMs } = this.slowed;
		const steps = (nowMs - sinceMs) / Math.max(MIN_STEP_MS, 1 / fullCallsPerMs);
		const reached = fromCallsPerMs + steps * INCREASE * fullCallsPerMs;
		return reached < fullCallsPerMs ? reached : Infinity;
	}
}

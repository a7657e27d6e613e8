import { callsPerMs, type Rate } from './rates';

/** What is left of the pace after a refusal. */
const DECREASE = 0.55;

/**
 * How long a pace takes from nothing to the full one, and the calls of the full one that fit into it
 * at least. From the first call on, two to four processes use 94 % of 20 calls a second on average,
 * where unused calls of up to a second add up, and 1.5 to 4.5 % of their calls are refused. In a
 * shorter time more calls are refused, in a longer one more of the rate is left unused.
 */
const RECOVERY_MS = 18_000;
const RECOVERY_CALLS = 60;

interface Slowed {
	fromCallsPerMs: number;
	fullCallsPerMs: number;
	sinceMs: number;
}

/**
 * How fast calls may follow each other under a limit that others use as well: other processes, other
 * programs. Each refusal takes a share of the pace away, so that all who share a limit come to equal
 * shares. Source: RFC 5681, 3.1, where it is done with the data that a sender may have on its way.
 *
 * Time gives it back, with the square of the time: little by little where many share the limit and
 * refusals are close together, and soon once the others have left. Source: draft-leith-tcp-htcp-06,
 * where the increase grows with the time since the last loss, too.
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
		const recoveryMs = Math.max(RECOVERY_MS, RECOVERY_CALLS / fullCallsPerMs);
		const recovered = ((nowMs - sinceMs) / recoveryMs) ** 2;
		const reached = fromCallsPerMs + recovered * fullCallsPerMs;
		return reached < fullCallsPerMs ? reached : Infinity;
	}
}

import type { Journal } from './callWithRetries';

/** A wait this long is told to the user. */
const LONG_WAIT_MS = 60_000;

/** Waits for one reason. */
export interface LongWaits {
	/** A sentence without its full stop. */
	reason: string;
	times: number;
	longestMs: number;
}

/** What the calls of one run went through. */
export class RunJournal implements Journal {
	calls = 0;

	private readonly waitsByReason = new Map<string, LongWaits>();

	/** @param announce is told of a long wait when it begins. */
	constructor(private readonly announce: (sentence: string) => void) {}

	get longWaits(): LongWaits[] {
		return [...this.waitsByReason.values()];
	}

	callStarts(): void {
		this.calls += 1;
	}

	waits(delayMs: number, reason: string): void {
		this.waited(delayMs, reason);
		if (delayMs >= LONG_WAIT_MS) {
			this.announce(`${reason}. Waiting ${Math.ceil(delayMs / 1000)} s.`);
		}
	}

	waited(delayMs: number, reason: string): void {
		if (delayMs < LONG_WAIT_MS) return;
		const waits = this.waitsByReason.get(reason) ?? { reason, times: 0, longestMs: 0 };
		waits.times += 1;
		waits.longestMs = Math.max(waits.longestMs, delayMs);
		this.waitsByReason.set(reason, waits);
	}
}

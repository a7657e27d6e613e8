import { sleep } from 'n8n-workflow';

/** Time as the node sees it; given from outside, so that tests can let it pass at once. */
export interface Clock {
	/** Milliseconds since some fixed moment; never set back. */
	nowMs(): number;
	sleep(delayMs: number): Promise<void>;
}

export const systemClock: Clock = {
	nowMs: () => performance.now(),
	sleep,
};

/** n8n's `sleep` cannot be interrupted, so that a long wait is made of short ones. */
export const LONGEST_NAP_MS = 150;

/** Waits until a moment of the clock has come, or until the signal stops it. */
export async function waitUntil(
	clock: Clock,
	momentMs: number,
	signal?: AbortSignal,
): Promise<void> {
	for (;;) {
		const remainingMs = momentMs - clock.nowMs();
		if (remainingMs <= 0 || signal?.aborted === true) return;
		await clock.sleep(Math.min(remainingMs, LONGEST_NAP_MS));
	}
}

import { sleep } from 'n8n-workflow';

/** Time as the node sees it, so that tests can use a virtual one. */
export interface Clock {
	/** Milliseconds since some fixed moment; never set back. */
	nowMs(): number;
	sleep(delayMs: number): Promise<void>;
}

export const systemClock: Clock = {
	nowMs: () => performance.now(),
	sleep,
};

/** n8n's `sleep` cannot be interrupted, so a long wait is made of short ones. */
export const MAX_SLEEP_MS = 150;

/** Waits until the clock shows a moment, or until the signal is set. */
export async function waitUntil(
	clock: Clock,
	momentMs: number,
	signal?: AbortSignal,
): Promise<void> {
	for (;;) {
		const remainingMs = momentMs - clock.nowMs();
		if (remainingMs <= 0 || signal?.aborted === true) return;
		await clock.sleep(Math.min(remainingMs, MAX_SLEEP_MS));
	}
}

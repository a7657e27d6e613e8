import { setTimeout as delay } from 'node:timers/promises';

import type { ServerProcess } from './serverProcess.mts';

/** How long to wait for a program that is coming up. */
export interface Patience {
	/** 120 s when left out. */
	readyTimeoutMs?: number;
	/** Ends the program when it is to stop while it is still coming up. */
	signal?: AbortSignal;
}

const POLL_MS = 100;
const LINES_SHOWN = 20;

/**
 * Waits until a program has printed that it can be used.
 *
 * @throws Error with one sentence for the user, and the program's last lines where they tell why.
 */
export async function untilReady(
	server: ServerProcess,
	printedWhenReady: string,
	{ readyTimeoutMs = 120_000, signal }: Patience,
): Promise<void> {
	const deadlineMs = Date.now() + readyTimeoutMs;
	for (;;) {
		const printed = await server.printed();
		if (printed.includes(printedWhenReady)) return;
		if (server.hasEnded) throw notUp(server, 'ended while it was starting', printed);
		if (Date.now() > deadlineMs) {
			throw notUp(server, `did not come up in ${readyTimeoutMs / 1000} s`, printed);
		}
		await delay(POLL_MS, undefined, { signal });
	}
}

function notUp({ name }: ServerProcess, what: string, printed: string): Error {
	const lastLines = printed.trim().split(/\n+/).slice(-LINES_SHOWN).join('\n');
	return new Error(`${name} ${what}; its last lines were:\n\n${lastLines || '(none)'}`);
}

import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;
const TIMEOUT_MS = 45_000;

/**
 * Asks again and again until there is an answer.
 *
 * @param what what is waited for, for the error
 * @throws Error when there is none after `timeoutMs`, 45 s when left out.
 */
export async function eventually<Answer>(
	what: string,
	ask: () => Promise<Answer | undefined>,
	timeoutMs = TIMEOUT_MS,
): Promise<Answer> {
	const deadlineMs = Date.now() + timeoutMs;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadlineMs) throw new Error(`${what}: not so after ${timeoutMs / 1000} s.`);
		await delay(POLL_MS);
	}
}

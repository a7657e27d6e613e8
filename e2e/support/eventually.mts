import { setTimeout as delay } from 'node:timers/promises';

const POLL_MS = 100;
const TIMEOUT_MS = 45_000;

/**
 * Asks again and again until there is an answer.
 *
 * @param what what is waited for, for the error
 * @throws Error when there is none after 45 s.
 */
export async function eventually<Answer>(
	what: string,
	ask: () => Promise<Answer | undefined>,
): Promise<Answer> {
	const deadlineMs = Date.now() + TIMEOUT_MS;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined) return answer;
		if (Date.now() > deadlineMs) throw new Error(`${what}: not so after ${TIMEOUT_MS / 1000} s.`);
		await delay(POLL_MS);
	}
}

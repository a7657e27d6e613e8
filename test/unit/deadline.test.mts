import { describe, expect, it } from '@jest/globals';

import { deadlineOf } from '../../nodes/AgoraChatPush/calling/deadline.ts';

const LONG_MS = 1_000_000;

describe('the deadline of a call', () => {
	it('passes by itself', async () => {
		const { signal, passing, hasPassed } = deadlineOf(1, new AbortController().signal);
		await expect(passing).rejects.toMatchObject({ code: 'ETIMEDOUT' });
		expect(signal.aborted).toBe(true);
		expect(hasPassed()).toBe(true);
	});

	it('tells a stop of the execution from itself', async () => {
		const execution = new AbortController();
		const { signal, passing, hasPassed } = deadlineOf(LONG_MS, execution.signal);
		expect(signal.aborted).toBe(false);
		execution.abort();
		await expect(passing).rejects.toMatchObject({ code: 'ERR_CANCELED' });
		expect(signal.aborted).toBe(true);
		expect(hasPassed()).toBe(false);
	});

	it('needs no execution that could be stopped', () => {
		const { signal, hasPassed } = deadlineOf(LONG_MS, undefined);
		expect([signal.aborted, hasPassed()]).toEqual([false, false]);
	});
});

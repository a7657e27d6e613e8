import { getEventListeners } from 'node:events';

import { describe, expect, it } from '@jest/globals';

import { deadlineOf } from '../../nodes/AgoraChatPush/service/limits/deadline.ts';

const LONG_MS = 1_000_000;

describe('the deadline of a call', () => {
	it('passes by itself', async () => {
		const { signal, expiry, cutOffBy } = deadlineOf(1, new AbortController().signal);
		await expect(expiry).rejects.toThrow('cut off');
		expect(signal.aborted).toBe(true);
		expect(cutOffBy()).toBe('deadline');
	});

	it('tells a stop of the execution from itself', async () => {
		const execution = new AbortController();
		const { signal, expiry, cutOffBy } = deadlineOf(LONG_MS, execution.signal);
		expect(signal.aborted).toBe(false);
		execution.abort();
		expect([signal.aborted, cutOffBy()]).toEqual([true, 'cancel']);
		await expect(expiry).rejects.toThrow('cut off');
	});

	it('is over at once in an execution that was stopped before', () => {
		const { signal, cutOffBy } = deadlineOf(LONG_MS, AbortSignal.abort());
		expect([signal.aborted, cutOffBy()]).toEqual([true, 'cancel']);
	});

	it('needs no execution that could be stopped', () => {
		const { signal, cutOffBy } = deadlineOf(LONG_MS, undefined);
		expect([signal.aborted, cutOffBy()]).toEqual([false, undefined]);
	});

	it('leaves no listeners behind on the signal of its execution', () => {
		const { signal } = new AbortController();
		const deadlines = Array.from({ length: 1000 }, () => deadlineOf(LONG_MS, signal));
		for (const { dispose } of deadlines) dispose();
		expect(getEventListeners(signal, 'abort').length).toBeLessThanOrEqual(1);
	});
});

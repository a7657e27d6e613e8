import { describe, expect, it } from '@jest/globals';

import { aSend, VirtualService } from '../support/virtualService.mts';

describe('a pause that the service asks for', () => {
	it.each([429, 503])('after %d holds up the other calls under the limit', async (status) => {
		const service = new VirtualService([{ status, retryAfter: '20' }]);
		const { startsMs } = await service.callOneAfterAnother([aSend(), aSend()], 150);
		expect(startsMs[0]).toBe(0);
		expect(startsMs.slice(1).every((startMs) => startMs >= 20_100)).toBe(true);
		expect(startsMs).toHaveLength(3);
	});

	it('that is as long as the refused call may wait holds up the others as well', async () => {
		const service = new VirtualService([{ status: 503, retryAfter: '120' }]);
		const { startsMs } = await service.callOneAfterAnother([aSend(), aSend()], 150);
		expect(startsMs.map((startMs) => startMs >= 120_100)).toEqual([false, true, true]);
	});

	it.each([
		['that the refused call may not wait for', 503, '300', 3],
		['that no retry waits for', 503, '20', 0],
		['after a failure that is for good', 400, '20', 3],
	])('%s holds nobody up', async (_name, status, retryAfter, maxRetries) => {
		const service = new VirtualService([{ status, retryAfter }]);
		const calls = [aSend({ maxRetries }), aSend({ maxRetries })];
		const { startsMs } = await service.callOneAfterAnother(calls, 150);
		expect(startsMs).toEqual([0, 150]);
	});
});

it.each([
	['that it could have waited for', '5'],
	['that nobody asked for', undefined],
])('a pause %s is not told of a call that was tried often enough', async (_name, retryAfter) => {
	const service = new VirtualService(
		Array.from({ length: 2 }, () => ({ status: 503, retryAfter })),
	);
	const { failure } = await service.call(aSend({ maxRetries: 1, maxRetryWaitMs: 10_000 }));
	expect(service.callsMade).toBe(2);
	expect(failure?.description).not.toContain('a pause of');
});

it('one call too many slows down the other calls under the limit', async () => {
	const service = new VirtualService([{ status: 429 }]);
	const calls = Array.from({ length: 20 }, () => aSend({ requestsPerSecond: undefined }));
	const { startsMs } = await service.callOneAfterAnother(calls, 20);
	const after = startsMs.filter((startMs) => startMs > 110);
	const gapsMs = after.slice(1).map((startMs, index) => startMs - (after[index] ?? 0));
	expect(Math.min(...gapsMs)).toBeGreaterThan(70);
});

it.each([
	['121', '3 minutes'],
	['3600', '60 minutes'],
	['7201', '3 hours'],
	['86400', '24 hours'],
	['9'.repeat(30), 'more than a day'],
])('a pause of %s s is told as people tell it', async (retryAfter, told) => {
	const { failure } = await new VirtualService([{ status: 429, retryAfter }]).call(aSend());
	expect(failure?.description).toContain(`a pause of ${told}, longer`);
	expect(failure?.description).not.toContain('in a minute');
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { CanceledCall } from '../../nodes/AgoraChatPush/service/limits/canceledCall.ts';
import { aRead, aSend, VirtualService } from '../support/virtualService.mts';

const SOON_MS = 250;

describe('a stop', () => {
	it('ends a wait for a retry soon, and the call with the failure that it met', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer({ min: 101, max: 60_000 }), async (stopMs) => {
				const service = new VirtualService([{ status: 503, retryAfter: '60' }]);
				service.stopAfter(stopMs);
				const { startsMs, endMs, failure } = await service.call(aSend());
				expect(startsMs).toHaveLength(1);
				expect(endMs).toBeLessThanOrEqual(stopMs + SOON_MS);
				expect(failure).not.toBeInstanceOf(CanceledCall);
				expect(failure?.response.httpCode).toBe(503);
			}),
			{ seed: 4 },
		);
	});

	it('ends the waits of all calls for their turns soon, and lets none start', async () => {
		await fc.assert(
			fc.asyncProperty(fc.nat(60_000), async (stopMs) => {
				const service = new VirtualService([]);
				service.stopAfter(stopMs);
				const send = aSend({ requestsPerSecond: undefined }, 'task');
				const failures = await service.callTogether(Array.from({ length: 50 }, () => send));
				expect(service.callsMade).toBe(5);
				expect(service.clock.nowMs()).toBeLessThanOrEqual(stopMs + SOON_MS);
				expect(failures.filter((failure) => failure instanceof CanceledCall)).toHaveLength(45);
			}),
			{ seed: 4, numRuns: 30 },
		);
	});

	it('that came before lets nothing start', async () => {
		const service = new VirtualService([]);
		service.stop.abort();
		const { startsMs, failure, endMs } = await service.call(aRead());
		expect(startsMs).toEqual([]);
		expect(failure).toBeInstanceOf(CanceledCall);
		expect(endMs).toBe(0);
	});

	it('lets a call under way end with its answer', async () => {
		const service = new VirtualService([], { attemptMs: 5000 });
		service.stopAfter(1000);
		expect(await service.call(aRead())).toEqual({
			startsMs: [0],
			endMs: 5000,
			failure: undefined,
		});
	});
});

import { describe, expect, it } from '@jest/globals';

import { waitHints } from '../../nodes/AgoraChatPush/output/runSummary.ts';
import { aRead, aSend, VirtualService } from '../support/virtualService.mts';

const BUSY = 'The service is not available (503: without a reason)';

function busyFor(seconds: number) {
	return { status: 503, retryAfter: String(seconds), body: '{}' };
}

function hintsOf({ journal }: VirtualService): string[] {
	return waitHints(journal.longWaits).map(({ message }) => message);
}

describe('a wait for a retry', () => {
	it('of a minute or more is announced when it begins, and told afterwards', async () => {
		const service = new VirtualService([busyFor(60)]);
		await service.call(aSend());
		expect(service.announced).toEqual([{ atMs: 100, sentence: `${BUSY}. Waiting 60 s.` }]);
		const message = `${BUSY}. The node waited once, up to 60 s.`;
		expect(waitHints(service.journal.longWaits)).toEqual([
			{ message, location: 'outputPane', type: 'warning' },
		]);
	});

	it('that is shorter is not worth a word', async () => {
		const service = new VirtualService([busyFor(59.9), busyFor(59)]);
		await service.call(aSend());
		expect(service.announced).toEqual([]);
		expect(hintsOf(service)).toEqual([]);
	});

	it('is told together with others for the same reason', async () => {
		const endings = [busyFor(60), busyFor(90.5), { status: 429, retryAfter: '70', body: '{}' }];
		const service = new VirtualService(endings);
		await service.call(aSend({ maxRetryWaitMs: 1_000_000 }));
		expect(service.announced.map(({ sentence }) => sentence)).toEqual([
			`${BUSY}. Waiting 60 s.`,
			`${BUSY}. Waiting 91 s.`,
			expect.stringMatching(/Too many requests \(429.*\. Waiting 70 s\.$/),
		]);
		expect(hintsOf(service)).toEqual([
			`${BUSY}. The node waited 2 times, up to 91 s.`,
			expect.stringMatching(/Too many requests.* once, up to 70 s\.$/),
		]);
	});
});

describe('a wait for the pace', () => {
	it('of a minute or more is told afterwards', async () => {
		const service = new VirtualService([]);
		const send = aSend({ requestsPerSecond: undefined }, 'task');
		await service.callTogether(Array.from({ length: 12 }, () => send));
		expect(hintsOf(service)).toEqual([
			'The rate limit for calls to push/task was reached. The node waited 7 times, up to 124 s.',
		]);
	});

	it('is told with the calls that share the rate, whatever their paths end with', async () => {
		const service = new VirtualService([]);
		const ofLabel = (label: string) => ({
			...aRead({ requestsPerSecond: 0.01 }),
			path: ['push', 'label', label, 'user'],
		});
		await service.callTogether(['vip', 'oslo'].map(ofLabel));
		expect(hintsOf(service)).toEqual([
			'The rate limit for calls to push/label was reached. The node waited once, up to 103 s.',
		]);
	});

	it('that is shorter is not worth a word', async () => {
		const service = new VirtualService([]);
		const send = aSend({ requestsPerSecond: undefined });
		await service.callTogether(Array.from({ length: 500 }, () => send));
		expect(hintsOf(service)).toEqual([]);
		expect(service.journal.calls).toBe(500);
	});
});

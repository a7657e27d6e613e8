import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { CallSettings } from '../../nodes/AgoraChatPush/service/serviceRequest.ts';
import { CREATES_AGAIN } from '../support/serviceCall.mts';
import {
	aRead,
	aSend,
	VirtualService,
	type Ending,
	type GivenCall,
} from '../support/virtualService.mts';

/** Nothing was done, and it may pass. */
const PASSING: Ending[] = [
	{ status: 429 },
	{ status: 503 },
	{ code: 'ECONNREFUSED' },
	{ code: 'ENOTFOUND' },
	{ code: 'EAI_AGAIN' },
];

/** The service may have acted. */
const UNCERTAIN: Ending[] = [
	{ status: 408 },
	{ status: 500 },
	{ status: 502, body: '<html></html>' },
	{ status: 504 },
	{ status: 200, body: '' },
	{ status: 200, body: '{"data":' },
	{ status: 200, body: '[]' },
	{ code: 'ECONNABORTED' },
	{ code: 'ETIMEDOUT' },
	{ code: 'ECONNRESET' },
	{ code: 'EPIPE' },
];

/** It would be the same again. */
const FINAL: Ending[] = [
	...[302, 400, 401, 403, 404, 413, 415].map((status) => ({ status })),
	{ code: 'CERT_HAS_EXPIRED' },
];

async function attemptsAt(request: GivenCall, ending: Ending): Promise<number> {
	const service = new VirtualService([ending]);
	const { startsMs, failure } = await service.call(request);
	expect(failure === undefined).toBe(startsMs.length === 2);
	expect(service.journal.calls).toBe(startsMs.length);
	return startsMs.length;
}

describe('a call that failed once', () => {
	it.each(PASSING)('is made again, whatever it is: %j', async (ending) => {
		expect(await attemptsAt(aSend(), ending)).toBe(2);
		expect(await attemptsAt(aSend({}, 'task'), ending)).toBe(2);
		expect(await attemptsAt(aRead(), ending)).toBe(2);
	});

	it.each(UNCERTAIN)('is made again only when that does no harm: %j', async (ending) => {
		expect(await attemptsAt(aSend(), ending)).toBe(1);
		expect(await attemptsAt({ ...aSend(), ifRepeated: CREATES_AGAIN }, ending)).toBe(1);
		expect(await attemptsAt(aRead(), ending)).toBe(2);
	});

	it.each(FINAL)('is not made again: %j', async (ending) => {
		expect(await attemptsAt(aSend(), ending)).toBe(1);
		expect(await attemptsAt(aRead(), ending)).toBe(1);
	});

	it.each([...PASSING, ...UNCERTAIN])('is not made again with no retries: %j', async (ending) => {
		const { startsMs } = await new VirtualService([ending]).call(aRead({ maxRetries: 0 }));
		expect(startsMs).toHaveLength(1);
	});

	it.each(UNCERTAIN)('is no longer made again once its answer was lost: %j', async (ending) => {
		const { startsMs, failure } = await new VirtualService([{ status: 429 }, ending]).call(aSend());
		expect(startsMs).toHaveLength(2);
		expect(failure?.isUncertain).toBe(true);
	});
});

const anyRetryAfter = fc.option(
	fc.oneof(
		fc.constantFrom('0', '1', '0.5', '60', '119', '121', '9'.repeat(30), 'soon', '-1'),
		fc.nat(200).map(String),
	),
	{ nil: undefined },
);

const anyEnding: fc.Arbitrary<Ending> = fc
	.record({ ending: fc.constantFrom(...PASSING, ...UNCERTAIN), retryAfter: anyRetryAfter })
	.map(({ ending, retryAfter }) => ('code' in ending ? ending : { ...ending, retryAfter }));

type Make = (settings: Partial<CallSettings>) => GivenCall;

const anyTrouble = fc.record({
	endings: fc.array(anyEnding, { maxLength: 12 }),
	attemptMs: fc.nat(5000),
	chance: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
	request: fc
		.record({
			maxRetries: fc.nat(10),
			maxRetryWaitMs: fc.oneof(
				fc.constant(0),
				fc.nat(400).map((seconds) => seconds * 1000),
			),
			make: fc.constantFrom<Make>(aRead, aSend, (settings) => aSend(settings, 'task')),
		})
		.map(({ make, ...settings }) => make(settings)),
});

/** What keeps the repetitions after 429 few, which 'Max Retries' does not count. */
function leastWaitMs(ending: Ending | undefined, retries: number, leftMs: number): number {
	if (ending === undefined || 'code' in ending || ending.status !== 429) return 0;
	const isPauseAsked = /^\d/.test(ending.retryAfter ?? '');
	return Math.max(1000, isPauseAsked ? 0 : Math.min(1000 * 2 ** retries, leftMs));
}

describe('a call that fails time and again', () => {
	it('waits in total no longer, and tries no more often, than the options allow', async () => {
		await fc.assert(
			fc.asyncProperty(anyTrouble, async ({ endings, request, ...given }) => {
				const { startsMs, endMs, failure } = await new VirtualService(endings, given).call(request);
				const { maxRetries, maxRetryWaitMs } = request.settings;
				const waitedMs = endMs - startsMs.length * given.attemptMs;
				expect(waitedMs).toBeLessThanOrEqual(maxRetryWaitMs + 0.01);
				const counted = endings
					.slice(0, startsMs.length - 1)
					.filter((ending) => 'code' in ending || ending.status !== 429);
				expect(counted.length).toBeLessThanOrEqual(maxRetries);
				let leftMs = maxRetryWaitMs;
				for (const [retries, startMs] of startsMs.slice(1).entries()) {
					const waitMs = startMs - (startsMs[retries] ?? 0) - given.attemptMs;
					const leastMs = leastWaitMs(endings[retries], retries, leftMs);
					expect(waitMs).toBeGreaterThanOrEqual(leastMs - 0.01);
					leftMs -= waitMs;
				}
				if (maxRetries === 0) expect(startsMs).toHaveLength(1);
				expect(failure === undefined).toBe(startsMs.length === endings.length + 1);
			}),
			{ seed: 4, numRuns: 300 },
		);
	});

	it('is a send that reaches the service once at most', async () => {
		await fc.assert(
			fc.asyncProperty(anyTrouble, async ({ endings, request, ...given }) => {
				const { startsMs } = await new VirtualService(endings, given).call(request);
				const met = endings.slice(0, startsMs.length);
				const lost = met.filter((ending) => !isTransient(ending));
				if (request.ifRepeated === 'pushesAgain') expect(lost).toEqual(lost.slice(0, 1));
				if (request.ifRepeated === 'pushesAgain' && lost.length > 0) {
					expect(met.at(-1)).toBe(lost[0]);
				}
			}),
			{ seed: 4, numRuns: 300 },
		);
	});

	it('waits twice as long each time, from 1 s or for a task from 12 s, plus up to half', async () => {
		const endings = Array.from({ length: 5 }, () => ({ status: 429 }));
		for (const [kind, firstMs] of [
			['single', 1000],
			['task', 12_000],
		] as const) {
			for (const chance of [0, 0.5]) {
				const service = new VirtualService(endings, { attemptMs: 0, chance });
				const settings = { maxRetries: 5, maxRetryWaitMs: 1_000_000 };
				const { startsMs } = await service.call(aSend(settings, kind));
				const waitsMs = startsMs.slice(1).map((startMs, index) => startMs - (startsMs[index] ?? 0));
				const expectedMs = [1, 2, 4, 8, 16].map((times) => times * firstMs * (1 + chance / 2));
				expect(waitsMs.map(Math.round)).toEqual(expectedMs);
			}
		}
	});

	it('says that the service asks for a longer pause than is allowed', async () => {
		const busy = { status: 503, retryAfter: '300' };
		const { startsMs, failure } = await new VirtualService([busy]).call(aSend());
		expect(startsMs).toHaveLength(1);
		expect(failure?.description).toMatch(
			/^The service asks for a pause of 5 minutes, longer than 'Max Retry Wait' allows\. Nothing was done for this call; run the workflow again after the pause\.$/,
		);

		const atOnce = await new VirtualService([busy]).call(aSend({ maxRetries: 0 }));
		expect(atOnce.failure?.description).not.toContain('pause');
		const lost = await new VirtualService([{ ...busy, status: 500 }]).call(aSend());
		expect(lost.failure?.description).not.toContain('pause');
	});
});

function isTransient(ending: Ending): boolean {
	return 'code' in ending
		? PASSING.some((one) => 'code' in one && one.code === ending.code)
		: ending.status === 429 || ending.status === 503;
}

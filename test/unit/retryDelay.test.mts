import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { RateName } from '../../nodes/AgoraChatPush/service/limits/rates.ts';
import {
	delayBeforeRetryMs,
	retryAfterMs,
	type FailedAttempt,
} from '../../nodes/AgoraChatPush/service/limits/retryDelay.ts';
import type { IfRepeated } from '../../nodes/AgoraChatPush/service/serviceRequest.ts';
import { RATES } from '../support/rateLimiterRuns.mts';
import { CREATES_AGAIN } from '../support/serviceCall.mts';

const NOW_UNIX_MS = Date.UTC(2026, 2, 1, 12, 0, 0);

describe('retryAfterMs', () => {
	it.each<[string, number]>([
		['0', 0],
		['1', 1000],
		['120', 120_000],
		[' 7 ', 7000],
		['007', 7000],
		['0.5', 500],
		['1.25', 1250],
		['Sun, 01 Mar 2026 12:00:30 GMT', 30_000],
		['Sunday, 01-Mar-26 12:00:30 GMT', 30_000],
		['Sun Mar  1 12:00:30 2026', 30_000],
		['Sun, 01 Mar 2026 11:59:59 GMT', 0],
		['Wed, 21 Oct 2015 07:28:00 GMT', 0],
	])('reads %j as %d ms', (header, delayMs) => {
		expect(retryAfterMs(header, NOW_UNIX_MS)).toBe(delayMs);
	});

	it.each<[unknown]>([
		[undefined],
		[null],
		[5],
		[['5', '6']],
		[''],
		['  '],
		['soon'],
		['-5'],
		['+5'],
		['-0'],
		['1e3'],
		['0x10'],
		['1,5'],
		['.5'],
		['5.'],
		['5 seconds'],
		['1.2.3'],
		['NaN'],
		['Infinity'],
		['Sunday 5'],
		['Sun, 99 Mar 2026 12:00:00 GMT'],
		['March 1'],
	])('makes nothing of %j', (header) => {
		expect(retryAfterMs(header, NOW_UNIX_MS)).toBeUndefined();
	});

	it('is a finite number of at least 0, or undefined, whatever the header says', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.stringMatching(/^\d{1,400}$/), fc.date().map(String)),
				(header) => {
					const delayMs = retryAfterMs(header, NOW_UNIX_MS) ?? 0;
					expect(Number.isFinite(delayMs)).toBe(true);
					expect(delayMs).toBeGreaterThanOrEqual(0);
				},
			),
			{ seed: 4 },
		);
	});
});

const PASSING: FailedAttempt = { isUncertain: false, isTransient: true };
const UNCERTAIN: FailedAttempt = { isUncertain: true, isTransient: false };
const REFUSED: FailedAttempt = { isUncertain: false, isTransient: false };

interface Tried {
	ifRepeated?: IfRepeated;
	rate?: RateName;
	retries?: number;
	rateRetries?: number;
	waitedMs?: number;
	chance?: number;
	maxRetries?: number;
	maxRetryWaitMs?: number;
}

function delayAfter(failed: FailedAttempt, tried: Tried = {}): number | undefined {
	const { ifRepeated = 'pushesAgain', rate = RATES.users, chance = 0 } = tried;
	const { retries = 0, rateRetries = 0, waitedMs = 0 } = tried;
	const { maxRetries = 3, maxRetryWaitMs = 120_000 } = tried;
	const settings = { timeoutMs: 1000, maxRetries, maxRetryWaitMs };
	const attempts = { retries, rateRetries, waitedMs };
	return delayBeforeRetryMs(failed, { ifRepeated, rate, settings }, attempts, chance);
}

const EVERY_KIND: IfRepeated[] = ['harmless', 'pushesAgain', CREATES_AGAIN];

describe('delayBeforeRetryMs', () => {
	it.each([
		[0, 0, 1000],
		[1, 0, 2000],
		[2, 0, 4000],
		[0, 0.5, 1250],
		[2, 1, 6000],
	])('doubles from one second, and adds up to half: retry %d, chance %d', (...given) => {
		const [retries, chance, delayMs] = given;
		expect(delayAfter(PASSING, { retries, chance })).toBe(delayMs);
	});

	it.each([
		[0, 12_000],
		[1, 24_000],
		[2, 48_000],
	])('starts from 12 seconds for a push to all users: retry %d', (retries, delayMs) => {
		expect(delayAfter(PASSING, { rate: RATES.task, retries })).toBe(delayMs);
	});

	it('does as the service asks, whatever the kind of call and the chance', () => {
		for (const rate of Object.values(RATES)) {
			for (const retryAfter of [0, 1, 1000, 119_000]) {
				const failed = { ...PASSING, retryAfterMs: retryAfter };
				expect(delayAfter(failed, { rate, retries: 2, chance: 0.7 })).toBe(retryAfter);
			}
		}
	});

	it.each(EVERY_KIND)('repeats what was certainly not done and may pass: %j', (ifRepeated) => {
		expect(delayAfter(PASSING, { ifRepeated })).toBe(1000);
	});

	it.each(EVERY_KIND)('never repeats what was turned down for good: %j', (ifRepeated) => {
		expect(delayAfter(REFUSED, { ifRepeated })).toBeUndefined();
		expect(delayAfter({ ...REFUSED, retryAfterMs: 0 }, { ifRepeated })).toBeUndefined();
	});

	it('repeats after a lost answer only what does no harm', () => {
		expect(delayAfter(UNCERTAIN, { ifRepeated: 'harmless' })).toBe(1000);
		for (const ifRepeated of ['pushesAgain', CREATES_AGAIN] as const) {
			expect(delayAfter(UNCERTAIN, { ifRepeated })).toBeUndefined();
			expect(delayAfter({ ...UNCERTAIN, retryAfterMs: 0 }, { ifRepeated })).toBeUndefined();
		}
	});

	it('ends after the retries that are allowed', () => {
		expect(delayAfter(PASSING, { maxRetries: 0 })).toBeUndefined();
		expect(delayAfter(PASSING, { maxRetries: 3, retries: 2 })).toBe(4000);
		expect(delayAfter(PASSING, { maxRetries: 3, retries: 3 })).toBeUndefined();
	});

	it('does not count calls that were too many for the time', () => {
		const tooMany = { ...PASSING, isRateExceeded: true };
		expect(delayAfter(tooMany, { retries: 3, rateRetries: 3 })).toBe(8000);
		expect(delayAfter(PASSING, { retries: 5, rateRetries: 3 })).toBe(32_000);
		expect(delayAfter(PASSING, { retries: 6, rateRetries: 3 })).toBeUndefined();
		expect(delayAfter(tooMany, { maxRetries: 0 })).toBeUndefined();
	});

	it('uses up the wait for calls that were too many, and never comes back at once', () => {
		const tooMany = { ...PASSING, isRateExceeded: true };
		expect(delayAfter(tooMany, { retries: 6, rateRetries: 6, waitedMs: 100_000 })).toBe(20_000);
		expect(delayAfter(tooMany, { waitedMs: 119_500 })).toBeUndefined();
		expect(delayAfter({ ...tooMany, retryAfterMs: 0 })).toBe(1000);
		expect(delayAfter({ ...tooMany, retryAfterMs: 7000 })).toBe(7000);
		expect(delayAfter({ ...tooMany, retryAfterMs: 121_000 })).toBeUndefined();
	});

	it('ends when the waits would come to more than is allowed', () => {
		const asked = { ...PASSING, retryAfterMs: 20_000 };
		expect(delayAfter(asked, { waitedMs: 100_000 })).toBe(20_000);
		expect(delayAfter(asked, { waitedMs: 100_001 })).toBeUndefined();
		expect(delayAfter({ ...PASSING, retryAfterMs: 0 }, { maxRetryWaitMs: 0 })).toBe(0);
		expect(delayAfter(PASSING, { maxRetryWaitMs: 0 })).toBeUndefined();
	});
});

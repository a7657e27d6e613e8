import { describe, expect, it } from '@jest/globals';

import { durationText } from '../../nodes/AgoraChatPush/output/wording.ts';
import { durationMs } from '../../nodes/AgoraChatPush/planning/duration.ts';
import type { RateName } from '../../nodes/AgoraChatPush/service/limits/rates.ts';
import { runArrivals } from '../support/rateLimiterRuns.mts';
import { SETTINGS } from '../support/serviceCall.mts';

describe('durationMs', () => {
	const jobs = (count: number, requestsPerSecond?: number) =>
		Array.from({ length: count }, () => ({
			payload: undefined,
			settings: { ...SETTINGS, requestsPerSecond },
			expected: [],
		}));

	it.each<[RateName, number, number | undefined]>([
		['push/single', 1, undefined],
		['push/single', 300, undefined],
		['push/single', 101, 5],
		['push/sync', 300, undefined],
		['push/task', 12, undefined],
		['push/task', 12, 0.05],
	])('of %s tells when the last of %d calls starts, at %p a second', async (rate, count, asked) => {
		const calls = Array.from({ length: count }, () => ({
			...{ atMs: 0, app: 'a', rate, requestsPerSecond: asked },
		}));
		const starts = await runArrivals(calls);
		expect(durationMs(jobs(count, asked), () => rate)).toBeCloseTo(starts.at(-1)?.atMs ?? NaN, 3);
	});
});

describe('durationText', () => {
	it.each([
		[1, '1 s'],
		[119_000, '119 s'],
		[119_001, '2 minutes'],
		[299_000, '5 minutes'],
		[7_200_000, '2 hours'],
		[100_000_000, 'more than a day'],
	])('writes %d ms as %s', (timeMs, text) => {
		expect(durationText(timeMs)).toBe(text);
	});
});

import { describe, expect, it } from '@jest/globals';

import { timedLimiters, RATES, runArrivals } from '../support/rateLimiterRuns.mts';

describe('RateLimiters', () => {
	it('forget apps and rates that have gone quiet', async () => {
		const timed = timedLimiters();
		for (let index = 0; index < 300; index += 1) {
			const rows = { app: `app ${index}`, rate: RATES.label, requestsPerSecond: 30 + index };
			await runArrivals([{ atMs: 500, ...rows }], timed);
		}
		expect(timed.limiters.size).toBeLessThan(10);
	});

	it('do not forget a call that the next one has to keep its distance from', async () => {
		const slow = { app: 'a', rate: RATES.users, requestsPerSecond: 0.5 };
		const other = { app: 'b', rate: RATES.users };
		const starts = await runArrivals([
			{ atMs: 0, ...slow },
			{ atMs: 100, ...other },
			{ atMs: 200, ...slow },
		]);
		expect(starts.map(({ atMs }) => Math.round(atMs))).toEqual([0, 100, 2060]);
	});

	it('do not forget whom someone waits for', async () => {
		const timed = timedLimiters();
		const slow = { app: 'a', rate: RATES.users, requestsPerSecond: 0.5 };
		const others = Array.from({ length: 100 }, (_, index) => ({
			atMs: index * 100,
			app: `app ${index}`,
			rate: RATES.label,
		}));
		const starts = await runArrivals(
			[...Array.from({ length: 5 }, () => ({ atMs: 0, ...slow })), ...others],
			timed,
		);
		const ofSlow = starts.filter(({ arrival }) => arrival.app === 'a');
		expect(ofSlow.map(({ atMs }) => Math.round(atMs))).toEqual([0, 2060, 4120, 6180, 8240]);
	});
});

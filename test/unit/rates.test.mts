import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { appOf, limitsFor, type RateName } from '../../nodes/AgoraChatPush/service/limits/rates.ts';
import { mostWithin, RATES, runArrivals } from '../support/rateLimiterRuns.mts';
import { aCall } from '../support/serviceCall.mts';

/** The most calls of a kind that start within a span when there is no end of them. */
async function mostCalls(rate: RateName, spanMs: number, requestsPerSecond?: number) {
	const calls = Array.from({ length: 250 }, () => ({ atMs: 0, app: 'a', rate, requestsPerSecond }));
	return mostWithin(spanMs, await runArrivals(calls));
}

describe('the limits of the service', () => {
	it.each([
		[RATES.users, 20, 1000],
		[RATES.labels, 20, 1000],
		[RATES.task, 5, 60_000],
		[RATES.label, 100, 1000],
		['push/sync', 1, 1000],
		['users', 100, 1000],
		['users/batch/status', 50, 1000],
	] as const)('%s takes %d calls in %d ms', async (rate, calls, spanMs) => {
		expect(limitsFor(rate, undefined).map(({ name }) => name)).toEqual([rate]);
		expect(await mostCalls(rate, spanMs)).toBe(calls);
	});
});

describe('Requests per Second', () => {
	it.each([
		[0.5, 2000, 1],
		[0.01, 100_000, 1],
		[1, 1000, 1],
		[7, 1000, 7],
		[12, 1000, 12],
		[20, 1000, 20],
		[50, 1000, 50],
	])('of %d lets calls to users start so that within %d ms there are %d', async (rate, ...most) => {
		const [spanMs, calls] = most;
		expect(await mostCalls(RATES.users, spanMs, rate)).toBe(calls);
	});

	it("that is slower than the service's is kept beside it, and else replaces it", () => {
		const namesAt = (rate: number) => limitsFor(RATES.users, rate).map(({ name }) => name);
		expect(namesAt(5)).toEqual(['push/single', 'push/single at 5']);
		expect(namesAt(30)).toEqual(['push/single']);
		expect(limitsFor(RATES.users, 30)[0]?.rate).toEqual({ calls: 6, windowMs: 206 });
		expect(limitsFor(RATES.users, 20)).toEqual(limitsFor(RATES.users, undefined));
	});

	it('of any number comes to a rate of whole calls, with the margin of any', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (requestsPerSecond) => {
				const limit = limitsFor(RATES.users, requestsPerSecond).at(-1);
				const { calls = 0, windowMs = 0 } = limit?.rate ?? {};
				expect(Number.isInteger(calls)).toBe(true);
				expect(calls).toBeGreaterThanOrEqual(1);
				expect((calls / windowMs) * 1000 * 1.03).toBeCloseTo(requestsPerSecond, 6);
			}),
			{ seed: 4 },
		);
	});
});

describe('an app', () => {
	const app = (changed: object = {}) => appOf({ ...aCall().credential, ...changed });

	it('is the same by each name of this machine, and in any case', () => {
		const atHome = app({ origin: 'http://localhost:8080' });
		for (const origin of ['http://127.0.0.1:8080', 'http://[::1]:8080', 'http://127.1.2.3:8080']) {
			expect(app({ origin })).toBe(atHome);
		}
		expect(app({ appPath: ['ACME', 'Shop'] })).toBe(app());
	});

	it('is another on another host, port or name', () => {
		const others = [
			{ origin: 'http://localhost:8080' },
			{ origin: 'http://localhost:8081' },
			{ origin: 'http://127.0.0.1.example:8080' },
			{ appPath: ['acme2', 'shop'] },
			{ appPath: ['acme', 'shop2'] },
			{ appPath: ['app-id', '970ca35de60c44645bbae8a215061b33'] },
		].map(app);
		expect(new Set([...others, app()]).size).toBe(7);
	});
});

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { limitsFor } from '../../nodes/AgoraChatPush/calling/rates.ts';
import { mostWithin, PATHS, runArrivals } from '../support/paceRuns.mts';

/** The most calls of a kind that start within a span when there is no end of them. */
async function mostCalls(path: string[], spanMs: number, requestsPerSecond?: number) {
	const calls = Array.from({ length: 250 }, () => ({ atMs: 0, app: 'a', path, requestsPerSecond }));
	return mostWithin(spanMs, await runArrivals(calls));
}

describe('the limits of the service', () => {
	it.each([
		['push/single', PATHS.users, 20, 1000],
		['push/list/label', PATHS.labels, 20, 1000],
		['push/task', PATHS.task, 5, 60_000],
		['push/label', ['push', 'label'], 100, 1000],
		['push/label', ['push', 'label', 'vip'], 100, 1000],
		['push/label', PATHS.label, 100, 1000],
		['push/label', [...PATHS.label, 'anna'], 100, 1000],
	])('%s: %j takes %d calls in %d ms', async (name, path, calls, spanMs) => {
		expect(limitsFor(path, undefined).map((limit) => limit.name)).toEqual([name]);
		expect(await mostCalls(path, spanMs)).toBe(calls);
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
		expect(await mostCalls(PATHS.users, spanMs, rate)).toBe(calls);
	});

	it("that is slower than the service's is kept beside it, and else replaces it", () => {
		const namesAt = (rate: number) => limitsFor(PATHS.users, rate).map(({ name }) => name);
		expect(namesAt(5)).toEqual(['push/single at 5', 'push/single']);
		expect(namesAt(30)).toEqual(['push/single at 30']);
	});

	it('of any number comes to a rate of whole calls that is no faster', () => {
		fc.assert(
			fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), (requestsPerSecond) => {
				const [limit] = limitsFor(PATHS.users, requestsPerSecond);
				const { calls = 0, perMs = 0 } = limit?.rate ?? {};
				expect(Number.isInteger(calls)).toBe(true);
				expect(calls).toBeGreaterThanOrEqual(1);
				expect((calls / perMs) * 1000).toBeCloseTo(requestsPerSecond, 6);
			}),
			{ seed: 4 },
		);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();
const otherApp = useSimulator();

/** Less than any wait that is cut short here, and more than a busy machine needs. */
const SOON_MS = 20_000;

/** One call for each of five users. */
function sendOneByOne(options: INodeParameters, signal?: AbortSignal, app = simulator()) {
	return runNode(app, {
		parameters: {
			resource: 'push',
			operation: 'sendToUsers',
			userIds: '={{ $json.user }}',
			title: 'Hello',
			content: 'World',
			waitForResult: true,
			options,
		},
		rows: ['anna', 'ben', 'cleo', 'dora', 'emil'].map((user) => ({ user })),
		signal,
	});
}

it('lets no more calls start in a second than Requests per Second says', async () => {
	const startMs = performance.now();
	const { items } = await sendOneByOne({ requestsPerSecond: 4 });
	expect(performance.now() - startMs).toBeGreaterThanOrEqual(999);
	expect(items).toHaveLength(5);
	expect(simulator().requests).toHaveLength(5);
});

it("keeps to the service's own limit while Requests per Second is 0, as it is when it is added", async () => {
	const startMs = performance.now();
	const { items } = await sendOneByOne({ requestsPerSecond: 0 });
	// 20 a second, kept in each fifth of one as well.
	expect(performance.now() - startMs).toBeGreaterThanOrEqual(199);
	expect(items).toHaveLength(5);
});

it('shares the pace between executions', async () => {
	const startMs = performance.now();
	await Promise.all([
		sendOneByOne({ requestsPerSecond: 9 }),
		sendOneByOne({ requestsPerSecond: 9 }),
	]);
	expect(performance.now() - startMs).toBeGreaterThanOrEqual(999);
	expect(simulator().requests).toHaveLength(10);
});

it('keeps the pace of each app apart', async () => {
	const stop = new AbortController();
	const waiting = sendOneByOne({ requestsPerSecond: 0.03 }, stop.signal);
	await simulator().waitFor('request', undefined, SOON_MS);
	const other = sendOneByOne({ requestsPerSecond: 0.03 }, stop.signal, otherApp());
	await otherApp().waitFor('request', undefined, SOON_MS);
	stop.abort();
	await Promise.all([waiting, other]);
	expect([simulator(), otherApp()].map(({ requests }) => requests.length)).toEqual([1, 1]);
});

describe('a stop by the user', () => {
	it('ends a wait for the pace soon, and no call goes out any more', async () => {
		const stop = new AbortController();
		const running = sendOneByOne({ requestsPerSecond: 0.02 }, stop.signal);
		await simulator().waitFor('request', undefined, SOON_MS);
		const stopMs = performance.now();
		stop.abort();
		await running;
		expect(performance.now() - stopMs).toBeLessThan(SOON_MS);
		await quiet();
		expect(simulator().requests).toHaveLength(1);

		const again = await sendOneByOne({});
		expect(again.items).toHaveLength(5);
	});

	it('ends a wait for a retry soon, and no call goes out any more', async () => {
		const weather = { kind: 'status', status: 503, retryAfter: '60' } as const;
		simulator().weather.add({ weather, times: 100 });
		const stop = new AbortController();
		const options = { maxRetries: 3, maxRetryWait: 120 };
		const running = sendOneByOne(options, stop.signal);
		await simulator().waitFor('request', () => simulator().requests.length === 5, SOON_MS);
		await quiet();
		const stopMs = performance.now();
		stop.abort();
		await running;
		expect(performance.now() - stopMs).toBeLessThan(SOON_MS);
		await quiet();
		expect(simulator().requests).toHaveLength(5);
	});
});

/** Long enough for a call that is about to go out to do so. */
async function quiet(): Promise<void> {
	await new Promise((resolve) => {
		setTimeout(resolve, 400);
	});
}

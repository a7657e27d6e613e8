import { beforeEach, describe, expect, it } from '@jest/globals';
import { MESSAGE, useSimulator } from './setup.mts';

let nowMs = 0;
const { simulator, call } = useSimulator({ rates: 'on', now: () => nowMs });

beforeEach(() => {
	nowMs = 1_700_000_000_000;
	simulator().seed({ users: ['a'], labels: [{ name: 'vip', members: ['a'] }] });
});

const CALLS = {
	sendToUsers: () => call('POST', 'push/single', { targets: ['a'], pushMessage: MESSAGE }),
	sendToLabels: () => call('POST', 'push/list/label', { targets: ['vip'], pushMessage: MESSAGE }),
	sendToAll: () => call('POST', 'push/task', { pushMessage: MESSAGE }),
	sendToOne: () => call('POST', 'push/sync/a', { pushMessage: MESSAGE }),
	labels: () => call('GET', 'push/label'),
};

/** How many calls in a row go through before one is refused. */
async function allowed(name: keyof typeof CALLS): Promise<number> {
	for (let count = 0; count <= 200; count++) {
		const { status } = await CALLS[name]();
		if (status === 429) return count;
		expect(status).toBe(200);
	}
	throw new Error('No call was refused.');
}

describe('documented rates', () => {
	it.each([
		['sendToUsers', 20, 1000, 20],
		['sendToUsers', 20, 50, 1],
		['sendToLabels', 20, 1000, 20],
		['sendToAll', 5, 12_000, 1],
		['sendToOne', 1, 1000, 1],
		['labels', 100, 100, 10],
		['labels', 100, 3_600_000, 100],
	] as const)('%s: %d at once, after %d ms %d more', async (name, atOnce, waitMs, more) => {
		expect(await allowed(name)).toBe(atOnce);
		nowMs += waitMs;
		expect(await allowed(name)).toBe(more);
	});

	it('a push to all: no more than 100 a day', async () => {
		for (let sent = 0; sent < 100; sent++) {
			expect((await CALLS.sendToAll()).status).toBe(200);
			nowMs += 12_000;
		}
		// What a day's allowance has gained in these twenty minutes.
		expect(await allowed('sendToAll')).toBe(1);
	});

	it('share one allowance among all label calls', async () => {
		expect(await allowed('labels')).toBe(100);

		expect((await call('GET', 'push/label/vip')).status).toBe(429);
		expect((await call('GET', 'push/label/vip/user')).status).toBe(429);
		expect((await call('DELETE', 'push/label/vip')).status).toBe(429);
	});

	it('do not touch each other', async () => {
		await allowed('labels');

		expect((await CALLS.sendToUsers()).status).toBe(200);
		expect((await CALLS.sendToLabels()).status).toBe(200);
	});
});

describe('a refused call', () => {
	it('is told so in the words of the docs, without Retry-After, and has no effect', async () => {
		await allowed('sendToOne');
		const delivered = simulator().deliveries.length;
		const { status, headers, body } = await CALLS.sendToOne();

		expect(status).toBe(429);
		expect(headers).not.toHaveProperty('retry-after');
		expect(body).toEqual({
			error: 'reach_limit',
			timestamp: nowMs,
			duration: 0,
			error_description: 'This request has reached API limit.',
		});
		expect(simulator().deliveries).toHaveLength(delivered);
	});
});

describe('settings', () => {
	it('change the figures', async () => {
		simulator().settings.rateLimits.labelCallsPerSecond = 3;

		expect(await allowed('labels')).toBe(3);
	});

	it('turn rates off', async () => {
		await allowed('sendToOne');
		simulator().settings.rates = 'off';

		expect((await CALLS.sendToOne()).status).toBe(200);
	});
});

describe('the free plan', () => {
	it('takes ten calls a second, whatever they are, beside the rates of each', async () => {
		simulator().settings.plan = 'free';

		expect(await allowed('sendToOne')).toBe(1);
		expect(await allowed('sendToUsers')).toBe(9);
		expect((await CALLS.sendToLabels()).status).toBe(429);
		expect((await CALLS.labels()).status).toBe(429);
		nowMs += 200;
		expect(await allowed('labels')).toBe(2);
	});

	it('also holds while rates are off', async () => {
		Object.assign(simulator().settings, { plan: 'free', rates: 'off' });

		expect(await allowed('sendToOne')).toBe(10);
	});
});

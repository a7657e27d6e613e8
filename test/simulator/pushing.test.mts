import { describe, expect, it } from '@jest/globals';
import { MESSAGE, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

/** Pushes to one user and gives the answer and what the deliveries say. */
async function pushTo(
	devices: (string | { provider: string; failure?: string })[],
	strategy: number,
) {
	simulator().seed({ users: [{ id: 'a', devices }] });
	const { body } = await call('POST', 'push/single', {
		targets: ['a'],
		async: false,
		strategy,
		pushMessage: MESSAGE,
	});
	const deliveries = simulator().deliveries.map(({ provider, reached, reason }) =>
		reached ? provider : reason,
	);
	return { body, deliveries };
}

const REFUSING = { provider: 'fcm', failure: 'invalid token' };

describe('strategy', () => {
	it.each([
		['0: the vendor first', 0, ['fcm', 'agora'], ['fcm']],
		['0: Agora when the vendor fails', 0, [REFUSING, 'agora'], ['agora']],
		['1: Agora only', 1, ['fcm', 'agora'], ['agora']],
		['2: the vendor only', 2, ['fcm', 'agora'], ['fcm']],
		['3: Agora first', 3, ['fcm', 'agora'], ['agora']],
		['3: the vendor for a user who is offline', 3, ['fcm'], ['fcm']],
		['4: Agora for a user who is online', 4, ['fcm', 'agora'], ['agora']],
		['every vendor device', 2, ['apns', 'fcm', 'huawei'], ['apns', 'fcm', 'huawei']],
	])('%s', async (_what, strategy, devices, reached) => {
		const { body, deliveries } = await pushTo(devices, strategy);

		expect(deliveries).toEqual(reached);
		expect(body).toMatchObject({ data: reached.map(() => ({ id: 'a', pushStatus: 'SUCCESS' })) });
	});

	it.each([
		['0: vendor fails, then Agora keeps it', 0, [REFUSING], 'invalid token'],
		['2: vendor refuses', 2, [REFUSING, 'agora'], 'invalid token'],
		['2: no vendor device', 2, ['agora'], 'no push binding'],
		['3: offline, no vendor device', 3, [], 'no push binding'],
		['4: offline', 4, ['fcm'], 'user offline'],
	])('%s: answers FAIL', async (_what, strategy, devices, reason) => {
		const { body, deliveries } = await pushTo(devices, strategy);

		expect(deliveries).toContain(reason);
		expect(body).toMatchObject({ data: [{ id: 'a', pushStatus: 'FAIL', desc: reason }] });
	});

	it('1: Agora keeps it for a user who is offline, who is not reached yet', async () => {
		const { body, deliveries } = await pushTo(['fcm'], 1);

		expect(deliveries).toEqual(['user offline, push retained']);
		expect(body).toMatchObject({ data: [{ pushStatus: 'SUCCESS' }] });
	});

	it('is 2 when left out', async () => {
		simulator().seed({ users: ['a'] });
		await call('POST', 'push/task', { pushMessage: MESSAGE });

		expect(simulator().deliveries).toMatchObject([{ strategy: 2, provider: 'fcm' }]);
	});

	it('reaches a user when one of two devices works', async () => {
		const { body, deliveries } = await pushTo([REFUSING, 'apns'], 2);

		expect(deliveries).toEqual(['invalid token', 'apns']);
		expect(body).toMatchObject({
			data: [
				{ id: 'a', pushStatus: 'FAIL', desc: 'invalid token' },
				{ id: 'a', pushStatus: 'SUCCESS' },
			],
		});
	});
});

describe('message', () => {
	it("is the basic fields under the provider's own", async () => {
		simulator().seed({ users: [{ id: 'a', devices: ['apns', 'fcm'] }] });
		await call('POST', 'push/task', {
			pushMessage: {
				...MESSAGE,
				sub_title: 'ignored',
				ext: { key: 1 },
				apns: { title: 'For iOS', sound: 'bell.caf' },
				vivo: {},
			},
		});

		expect(simulator().deliveries.map(({ message }) => message)).toEqual([
			{ title: 'For iOS', content: 'World', ext: { key: 1 }, sound: 'bell.caf' },
			{ title: 'Hello', content: 'World', ext: { key: 1 } },
		]);
	});
});

describe('asynchronous push to users', () => {
	it('accepts whom it cannot reach, and the deliveries tell', async () => {
		simulator().seed({ users: ['a', { id: 'bare', devices: [] }] });
		const { body } = await call('POST', 'push/single', {
			targets: ['a', 'bare', 'nobody'],
			pushMessage: MESSAGE,
		});

		const accepted = { pushStatus: 'ASYNC_SUCCESS', desc: 'async success.' };
		expect(body).toMatchObject({ data: [accepted, accepted, accepted] });
		expect(simulator().deliveries).toMatchObject([
			{ userId: 'a', reached: true },
			{ userId: 'bare', reached: false, reason: 'no push binding' },
			{ userId: 'nobody', reached: false, reason: 'appUser not exists', provider: null },
		]);
		expect(simulator().deliveries[0]).not.toHaveProperty('taskId');
	});
});

describe('push to labels', () => {
	async function reached(targets: string[]): Promise<string[]> {
		await call('POST', 'push/list/label', { targets, pushMessage: MESSAGE });
		return simulator()
			.deliveries.map(({ userId }) => userId)
			.sort();
	}

	it('reaches the users who carry all the labels, once each', async () => {
		simulator().seed({
			labels: [
				{ name: 'one', members: ['a', 'b', 'c', 'd'] },
				{ name: 'two', members: ['d', 'c', 'b'] },
				{ name: 'three', members: ['c', 'd', 'e'] },
			],
		});

		expect(await reached(['one', 'two', 'three'])).toEqual(['c', 'd']);
	});

	it('reaches nobody when no user carries them all', async () => {
		simulator().seed({
			labels: [
				{ name: 'one', members: ['a'] },
				{ name: 'two', members: ['b'] },
			],
		});

		expect(await reached(['one', 'two'])).toEqual([]);
	});

	it('fails for a member who is no longer a user', async () => {
		simulator().seed({ labels: [{ name: 'one', members: ['a'] }] });
		simulator().seed({ users: [{ id: 'a', exists: false }] });
		await reached(['one']);

		expect(simulator().deliveries).toMatchObject([
			{ userId: 'a', reached: false, reason: 'appUser not exists' },
		]);
	});
});

describe('push to all users', () => {
	it('reaches everyone under one task', async () => {
		simulator().seed({ users: ['a', 'b', 'c'] });
		await call('POST', 'push/task', { pushMessage: MESSAGE });
		const { deliveries } = simulator();

		expect(deliveries.map(({ userId }) => userId)).toEqual(['a', 'b', 'c']);
		expect(new Set(deliveries.map(({ taskId }) => taskId)).size).toBe(1);
	});
});

/**
 * Plays the examples of Agora docs, "Push notification management", and compares the answers with
 * the published ones: same keys, same types, nothing else.
 */
import { describe, expect, it } from '@jest/globals';
import { useSimulator } from './setup.mts';
import { expectShape } from './shapes.mts';

const NOW_MS = 1_648_721_736_670;
const { simulator, call } = useSimulator({ now: () => NOW_MS });

describe('send push notifications by users', () => {
	it('answers an asynchronous push', async () => {
		simulator().seed({ users: ['test2'] });
		const { status, body } = await call('POST', 'push/single', {
			targets: ['test2'],
			async: true,
			strategy: 2,
			pushMessage: { title: 'Hello', subTitle: 'Hello', content: 'Hello', vivo: {} },
		});

		expect(status).toBe(200);
		expectShape(
			body,
			'{"timestamp":1619506344007,"data":[{"id":"test2","pushStatus":"ASYNC_SUCCESS","desc":"async success."}],"duration":14}',
		);
		expect(body).toMatchObject({
			data: [{ id: 'test2', pushStatus: 'ASYNC_SUCCESS', desc: 'async success.' }],
		});
	});

	it('answers one element for each target, in their order', async () => {
		simulator().seed({ users: ['a', 'b'] });
		const { body } = await call('POST', 'push/single', {
			targets: ['b', 'nobody', 'a'],
			pushMessage: { title: 'Hello', content: 'Hello' },
		});

		expect(body).toMatchObject({ data: [{ id: 'b' }, { id: 'nobody' }, { id: 'a' }] });
	});
});

describe('synchronous push to one user', () => {
	const push = {
		strategy: 3,
		pushMessage: { title: 'Agora push', content: 'Hello and welcome', subTitle: 'Agora' },
	};

	it('answers what the vendor returned', async () => {
		simulator().seed({ users: [{ id: 'user1', devices: ['huawei'] }] });
		const { body } = await call('POST', 'push/sync/user1', push);

		expectShape(
			body,
			'{"timestamp":1689154498019,"data":[{"pushStatus":"SUCCESS","data":{"code":200,"data":{"expireTokens":[],"sendResult":true,"requestId":"104410638-fd96648b6bb4344bc4f5e29b158fdb07","failTokens":[],"msgCode":200},"message":"Success"}}],"duration":2}',
		);
	});

	it('answers FAIL for a user without a device', async () => {
		simulator().seed({ users: [{ id: 'user1', devices: [] }] });
		const { body } = await call('POST', 'push/sync/user1', push);

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: [{ pushStatus: 'FAIL', desc: 'no push binding' }],
			duration: 0,
		});
	});

	it('answers FAIL for an unknown user', async () => {
		const { body } = await call('POST', 'push/sync/user1', push);

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: [{ pushStatus: 'FAIL', desc: 'appUser not exists' }],
			duration: 0,
		});
	});
});

describe('push tasks', () => {
	it('answers a push by labels with an object that holds a bare 64-bit task ID', async () => {
		simulator().seed({ labels: [{ name: 'post-90s', members: ['hx1'] }] });
		const { text, body } = await call('POST', 'push/list/label', {
			targets: ['post-90s'],
			strategy: 2,
			pushMessage: {
				title: 'Agora PUSH',
				content: 'Welcome to Agora Push Service',
				sub_title: 'Agora',
			},
		});

		expectShape(
			body,
			'{"timestamp":1650859482843,"data":{"taskId":968120369184112182},"duration":0}',
		);
		const taskId = /"data":\{"taskId":(\d+)\}/.exec(text)?.[1];
		expect(simulator().deliveries[0]?.taskId).toBe(taskId);
		expect(simulator().deliveries[0]?.message).not.toHaveProperty('sub_title');
	});

	it('answers a push to all users with the bare task ID itself', async () => {
		simulator().seed({ users: ['hx1'] });
		const { text, body } = await call('POST', 'push/task', {
			pushMessage: { title: 'Hello1234', subTitle: 'Hello', content: 'Hello', vivo: {} },
		});

		expectShape(body, '{"timestamp":1618817591755,"data":968120369184112182,"duration":1}');
		const taskId = /"data":(\d+),/.exec(text)?.[1];
		expect(simulator().deliveries[0]?.taskId).toBe(taskId);
	});

	it('mints task IDs that a JavaScript number cannot hold', async () => {
		const { text } = await call('POST', 'push/task', { pushMessage: { title: 'a', content: 'b' } });
		const digits = /"data":(\d+),/.exec(text)?.[1] ?? '';

		expect(BigInt(digits)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
		expect(BigInt(Number(digits)).toString()).not.toBe(digits);
	});
});

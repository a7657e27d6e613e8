/**
 * Plays the examples of Agora docs, "Push notification management", and compares the answers with
 * the published ones: same keys, same types, nothing else.
 */
import { describe, expect, it } from '@jest/globals';
import { useSimulator } from './setup.mts';
import { expectShape } from './shapes.mts';

const NOW_MS = 1_648_721_736_670;
const { simulator, call } = useSimulator({ now: () => NOW_MS });

describe('labels', () => {
	it('creates one, without a count in the answer', async () => {
		const { body } = await call('POST', 'push/label', { name: 'post-90s', description: 'hah' });

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: { name: 'post-90s', description: 'hah', createdAt: NOW_MS },
			duration: 0,
		});
	});

	it('reads one, with a count', async () => {
		simulator().seed({ labels: [{ name: '90', description: 'hah', members: ['hx1', 'hx2'] }] });
		const { body } = await call('GET', 'push/label/90');

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: { name: '90', description: 'hah', count: 2, createdAt: NOW_MS },
			duration: 0,
		});
	});

	it('lists them, the newest first, without a cursor at the end', async () => {
		simulator().seed({
			labels: [{ name: 'post-80s', description: 'post-80s generation' }, { name: 'post-90s' }],
		});
		const { body } = await call('GET', 'push/label');

		expectShape(
			body,
			'{"timestamp":1648720425599,"data":[{"name":"post-90s","description":"hah","count":0,"createdAt":1648720341118}],"duration":1}',
		);
		expect(body).toMatchObject({ data: [{ name: 'post-90s' }, { name: 'post-80s' }] });
	});

	it('deletes one', async () => {
		simulator().seed({ labels: [{ name: 'post-90s' }] });
		const { body } = await call('DELETE', 'push/label/post-90s');

		expect(body).toEqual({ timestamp: NOW_MS, data: 'success', duration: 0 });
		expect(simulator().labelNames).toEqual([]);
	});
});

describe('users of a label', () => {
	it('adds users, in the words of the docs', async () => {
		simulator().seed({ users: ['hx1', 'hx2'], labels: [{ name: 'post-90s' }] });
		const { body } = await call('POST', 'push/label/post-90s/user', { usernames: ['hx1', 'hx2'] });

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: { success: ['hx1', 'hx2'], fail: {} },
			duration: 0,
		});
	});

	it('tells which users it could not add, and why', async () => {
		simulator().seed({ users: ['hx1'], labels: [{ name: 'post-90s' }] });
		const { status, body } = await call('POST', 'push/label/post-90s/user', {
			usernames: ['nobody', 'hx1'],
		});

		expect(status).toBe(200);
		expect(body).toMatchObject({
			data: { success: ['hx1'], fail: { nobody: 'appUser not exists' } },
		});
	});

	it('reads one user', async () => {
		simulator().seed({ labels: [{ name: 'post-90s', members: ['hx1'] }] });
		const { body } = await call('GET', 'push/label/post-90s/user/hx1');

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: { username: 'hx1', created: NOW_MS },
			duration: 0,
		});
	});

	it('leaves the fields out for a user who is not in the label', async () => {
		simulator().seed({ users: ['hx1'], labels: [{ name: 'post-90s' }] });
		const { status, body } = await call('GET', 'push/label/post-90s/user/hx1');

		expect(status).toBe(200);
		expect(body).toEqual({ timestamp: NOW_MS, data: {}, duration: 0 });
	});

	it('lists users with a cursor of the published form', async () => {
		simulator().seed({ labels: [{ name: 'post-90s', members: ['hx1', 'hx2'] }] });
		const { body } = await call('GET', 'push/label/post-90s/user?limit=1');

		expectShape(
			body,
			'{"timestamp":1648721736670,"cursor":"ZWFzZW1vYjpwdXNoOmxhYmVsOmN1cnNvcjo5NTkxNTMwMDM4ODQxMzgwMjc","data":[{"username":"hx1","created":1648721496324}],"duration":1}',
		);
		expect(body).toMatchObject({ data: [{ username: 'hx1', created: NOW_MS }] });
	});

	it('removes users by a DELETE with a body', async () => {
		simulator().seed({ labels: [{ name: 'post-90s', members: ['hx1', 'hx2', 'hx3'] }] });
		const { body } = await call('DELETE', 'push/label/post-90s/user', {
			usernames: ['hx1', 'hx2'],
		});

		expect(body).toEqual({
			timestamp: NOW_MS,
			data: { success: ['hx1', 'hx2'], fail: {} },
			duration: 0,
		});
		expect(simulator().labelMembers('post-90s')).toEqual(['hx3']);
	});
});

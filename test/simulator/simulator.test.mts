import { describe, expect, it } from '@jest/globals';
import { startSimulator } from '../../simulator/index.mts';
import { MESSAGE, send, useSimulator, userIds } from './setup.mts';

const { simulator, call } = useSimulator({ labelsPerPush: 2, staticTokens: ['YWMtGiven'] });

describe('start', () => {
	it('listens on loopback and names its address without a slash at the end', () => {
		expect(simulator().url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
		expect(simulator().credentials.host).toBe(simulator().url);
	});

	it('refuses a port that is taken', async () => {
		const port = Number(new URL(simulator().url).port);

		await expect(startSimulator({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
	});
});

describe('requests', () => {
	it('are recorded as they came, and as they were understood', async () => {
		await call('GET', 'push/label/v%69p/user?limit=5&cursor=');

		expect(simulator().requests).toEqual([
			{
				action: 'listLabelMembers',
				method: 'GET',
				rawPath: '/agora-demo/testy/push/label/v%69p/user?limit=5&cursor=',
				path: '/agora-demo/testy/push/label/vip/user',
				query: { limit: '5', cursor: '' },
				headers: expect.objectContaining({ host: expect.stringContaining('127.0.0.1') }),
				token: 'static',
				body: undefined,
				at: expect.any(Number),
				status: 400,
				tookEffect: false,
				weather: null,
			},
		]);
	});

	it('are recorded with their body, parsed when it is JSON', async () => {
		await call('POST', 'push/label', { name: 'vip' });
		await call('POST', 'push/label', undefined, { text: '{half', contentType: 'text/plain' });

		expect(simulator().requests).toMatchObject([
			{ body: { name: 'vip' }, status: 200, tookEffect: true },
			{ body: '{half', status: 415, tookEffect: false },
		]);
	});

	it('are recorded when they belong to no action', async () => {
		await call('GET', 'push/nothing');
		await call('PUT', 'push/label/vip');

		expect(simulator().requests).toMatchObject([
			{ action: null, status: 404 },
			{ action: null, status: 405 },
		]);
	});
});

describe('reset', () => {
	it('brings everything back to the beginning, settings to those given', async () => {
		const { settings, credentials, tokens, weather, requests } = simulator();
		simulator().seed({ labels: [{ name: 'vip', members: ['a'] }] });
		await call('POST', 'push/task', { pushMessage: MESSAGE });
		settings.labelsPerPush = 1;
		settings.rateLimits.labelCallsPerSecond = 1;
		settings.staticTokens.push('other');
		tokens.expire(credentials.appToken);
		weather.add({ weather: { kind: 'empty' } });
		simulator().reset();

		expect(simulator().requests).toEqual([]);
		expect(simulator().requests).toBe(requests);
		expect(simulator().deliveries).toEqual([]);
		expect(simulator().labelNames).toEqual([]);
		expect(settings).toMatchObject({ labelsPerPush: 2, labelsPerApp: 100 });
		expect(settings.rateLimits.labelCallsPerSecond).toBe(100);
		expect(settings.staticTokens).toEqual([credentials.appToken]);
		expect((await call('GET', 'push/label')).body).toMatchObject({ data: [] });
		await call('POST', 'push/single', { targets: ['a'], pushMessage: MESSAGE });
		expect(simulator().deliveries).toMatchObject([{ reason: 'appUser not exists' }]);
	});

	it('brings back the users and labels that were there at the start', async () => {
		const users = [{ id: 'anna', devices: ['apns'] }];
		const own = await startSimulator({}, { users, labels: [{ name: 'vip', members: ['anna'] }] });
		own.seed({
			users: ['ben', { id: 'anna', exists: false }],
			labels: [{ name: 'vip', exists: false }, { name: 'new' }],
		});
		users.pop();
		own.reset();

		expect(own.labelNames).toEqual(['vip']);
		expect(own.labelMembers('vip')).toEqual(['anna']);
		const path = '/agora-demo/testy/push/single';
		await send(own, 'POST', path, { targets: ['anna', 'ben'], pushMessage: MESSAGE });
		expect(own.deliveries).toMatchObject([
			{ userId: 'anna', provider: 'apns', reached: true },
			{ userId: 'ben', reason: 'appUser not exists' },
		]);
		await own.close();
	});
});

describe('changes of members', () => {
	it('are harmless when repeated', async () => {
		simulator().seed({ users: ['a', 'b'], labels: [{ name: 'vip' }] });
		const change = (method: 'POST' | 'DELETE') =>
			call(method, 'push/label/vip/user', { usernames: ['a', 'a'] });

		for (const method of ['POST', 'POST', 'DELETE', 'DELETE'] as const) {
			const { body } = await change(method);
			expect(body).toMatchObject({ data: { success: ['a'], fail: {} } });
		}
	});

	it('are gone with a label that is seeded as one that no longer exists', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['a'] }, { name: 'oslo' }] });
		const gone = ['VIP', 'vip'].map((name) => ({ name, exists: false }));
		simulator().seed({ labels: gone });
		expect(simulator().labelNames).toEqual(['oslo']);
		const { body } = await call('GET', 'push/label/vip/user');
		expect(body).toMatchObject({ error_description: 'push label not exists of vip' });
	});

	it('can take out a user who no longer exists, and only then', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['a'] }] });
		simulator().seed({ users: [{ id: 'a', exists: false }] });
		const remove = () => call('DELETE', 'push/label/vip/user', { usernames: ['a'] });

		expect((await remove()).body).toMatchObject({ data: { success: ['a'] } });
		expect((await remove()).body).toMatchObject({
			data: { success: [], fail: { a: 'appUser not exists' } },
		});
	});
});

describe('scale', () => {
	it('takes 200,000 users in a label and pushes to all of them', async () => {
		const own = await startSimulator();
		own.seed({ labels: [{ name: 'everyone', members: userIds(200_000) }] });
		const base = '/agora-demo/testy/push';
		const pushed = await send(own, 'POST', `${base}/list/label`, {
			targets: ['everyone'],
			pushMessage: MESSAGE,
		});

		expect(pushed.status).toBe(200);
		expect(own.deliveries).toHaveLength(200_000);
		const { body } = await send(own, 'GET', `${base}/label/everyone`);
		expect(body).toMatchObject({ data: { count: 200_000 } });
		await own.close();
	}, 60_000);
});

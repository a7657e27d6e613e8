import { describe, expect, it } from '@jest/globals';
import { settingsSchema } from '../../simulator/backdoorSchemas.mts';
import { createSettings } from '../../simulator/settings.mts';
import { MESSAGE, type Method, send, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

function knock(method: Method, path: string, body?: unknown) {
	return send(simulator(), method, `/_simulator/${path}`, body, { authorization: null });
}

describe('looking in', () => {
	it('tells its health', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['a', 'b'] }] });

		expect((await knock('GET', 'health')).body).toEqual({
			status: 'ok',
			orgName: 'agora-demo',
			appName: 'testy',
			users: 2,
			labels: 1,
			requests: 0,
			deliveries: 0,
		});
	});

	it('shows requests and deliveries, and does not count its own', async () => {
		simulator().seed({ users: ['a'] });
		await call('POST', 'push/single', { targets: ['a', 'nobody'], pushMessage: MESSAGE });

		expect((await knock('GET', 'requests')).body).toMatchObject([
			{ action: 'sendToUsers', status: 200 },
		]);
		expect((await knock('GET', 'deliveries')).body).toMatchObject([
			{ userId: 'a', reached: true, message: MESSAGE },
			{ userId: 'nobody', reached: false },
		]);
		expect((await knock('GET', 'deliveries?last=1')).body).toMatchObject([{ userId: 'nobody' }]);
	});
});

describe('making things happen', () => {
	it('seeds users, devices and labels', async () => {
		const seed = {
			users: ['a', { id: 'b', devices: ['apns', { provider: 'fcm', failure: 'gone' }] }],
			labels: [{ name: 'vip', description: 'best', members: ['a', 'b'] }],
		};

		expect((await knock('POST', 'seed', seed)).status).toBe(204);
		await call('POST', 'push/list/label', { targets: ['vip'], pushMessage: MESSAGE });
		expect(simulator().deliveries).toMatchObject([
			{ userId: 'a', provider: 'fcm', reached: true },
			{ userId: 'b', provider: 'apns', reached: true },
			{ userId: 'b', provider: 'fcm', reached: false, reason: 'gone' },
		]);
	});

	it('makes and clears weather', async () => {
		const rule = { weather: { kind: 'status', status: 503 }, action: 'listLabels', times: 9 };

		expect((await knock('POST', 'weather', rule)).status).toBe(204);
		expect((await call('GET', 'push/label')).status).toBe(503);
		expect((await knock('DELETE', 'weather')).status).toBe(204);
		expect((await call('GET', 'push/label')).status).toBe(200);
	});

	it.each([
		{ kind: 'status', status: 429, retryAfter: '3', page: 'json' },
		{ kind: 'body', body: null, status: 201, contentType: 'text/plain' },
		{ kind: 'empty' },
		{ kind: 'halfJson' },
		{ kind: 'hang' },
		{ kind: 'reset' },
		{ kind: 'slow', delayMs: 0 },
		{ kind: 'redirect', location: '/', status: 301 },
		{ kind: 'repeatCursor' },
	])('takes weather of kind $kind', async (weather) => {
		const rule = { weather, method: 'GET', path: '^/', share: 0.5, afterEffect: true };

		expect((await knock('POST', 'weather', rule)).status).toBe(204);
	});

	it('changes settings, rate by rate', async () => {
		const change = { labelsPerPush: 3, rateLimits: { labelCallsPerSecond: 7 } };
		const { status, body } = await knock('PATCH', 'settings', change);

		expect(status).toBe(200);
		expect(body).toMatchObject({ labelsPerPush: 3, rateLimits: { sendToAllPerMinute: 5 } });
		expect(simulator().settings).toMatchObject(change);
		expect((await knock('GET', 'settings')).body).toEqual(body);
	});

	it('knows every setting that can change, and takes its default', async () => {
		const { port, host, now, ...defaults } = createSettings();

		expect([port, host, now]).toHaveLength(3);
		expect(Object.keys(settingsSchema.properties).sort()).toEqual(Object.keys(defaults).sort());
		expect((await knock('PATCH', 'settings', defaults)).status).toBe(200);
	});

	it('lets tokens die', async () => {
		const { appToken } = simulator().credentials;

		await knock('POST', 'tokens/revoke', { token: appToken });
		expect((await call('GET', 'push/label')).body).toMatchObject({
			error_description: 'Unable to authenticate',
		});
		simulator().reset();
		await knock('POST', 'tokens/expire', { token: appToken });
		expect((await call('GET', 'push/label')).status).toBe(401);
		simulator().reset();
		expect((await call('GET', 'push/label')).status).toBe(200);
		await knock('POST', 'tokens/expire', {});
		expect((await call('GET', 'push/label')).status).toBe(401);
	});

	it('resets', async () => {
		simulator().seed({ labels: [{ name: 'vip' }] });

		expect((await knock('POST', 'reset')).status).toBe(204);
		expect(simulator().labelNames).toEqual([]);
	});
});

describe('wrong input', () => {
	it.each([
		['seed', { users: ['a', { id: 5 }] }, 'body/users/1/id must be string'],
		['seed', { user: [] }, '"user"'],
		['seed', { users: [''] }, 'body/users/0'],
		['seed', { labels: [{ members: [] }] }, "'name'"],
		['weather', {}, "'weather'"],
		['weather', { weather: { kind: 'fog' } }, '"fog"'],
		['weather', { weather: { kind: 'status' } }, "'status'"],
		['weather', { weather: { kind: 'status', status: '500' } }, 'must be integer'],
		['weather', { weather: { kind: 'empty', status: 500 } }, '"status"'],
		['weather', { weather: { kind: 'empty' }, path: '(' }, 'body/path'],
		['weather', { weather: { kind: 'empty' }, share: 2 }, 'body/share must be <= 1'],
		['weather', { weather: { kind: 'empty' }, action: 'pushAll' }, '"sendToAll"'],
		['tokens/revoke', {}, "'token'"],
	])('%s %j', async (path, body, words) => {
		const response = await knock('POST', path, body);

		expect(response.status).toBe(400);
		expect(response.body).toEqual({ error: expect.stringContaining(words) });
	});

	it.each([
		[{ labelPerPush: 3 }, '"labelPerPush"'],
		[{ labelsPerPush: '3' }, 'body/labelsPerPush must be integer'],
		[{ port: 1 }, '"port"'],
		[{ rates: 'yes' }, '["off","on"]'],
	])('settings %j', async (body, words) => {
		const before = structuredClone({ ...simulator().settings, now: 0 });
		const response = await knock('PATCH', 'settings', body);

		expect(response).toMatchObject({
			status: 400,
			body: { error: expect.stringContaining(words) },
		});
		expect({ ...simulator().settings, now: 0 }).toEqual(before);
	});

	it('an unknown route, or a body that is not JSON', async () => {
		const text = { text: '{', contentType: 'application/json' };

		expect((await knock('GET', 'nothing')).body).toEqual({
			error: 'The simulator has no GET /_simulator/nothing.',
		});
		expect((await send(simulator(), 'POST', '/_simulator/seed', undefined, text)).status).toBe(400);
	});
});

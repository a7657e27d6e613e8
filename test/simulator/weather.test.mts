import { describe, expect, it } from '@jest/globals';
import { startSimulator, type Weather } from '../../simulator/index.mts';
import { MESSAGE, send, useSimulator, userIds } from './setup.mts';

const { simulator, call } = useSimulator();

function befall(weather: Weather, afterEffect = false) {
	simulator().weather.add({ weather, afterEffect });
}

function createLabel() {
	return call('POST', 'push/label', { name: 'vip' });
}

describe('answers', () => {
	it.each([429, 500, 503])("status %d with the service's error", async (status) => {
		befall({ kind: 'status', status });
		const response = await createLabel();

		expect(response.status).toBe(status);
		expect(response.body).toMatchObject({ error_description: expect.any(String) });
		expect(response.headers).not.toHaveProperty('retry-after');
	});

	it('429 in the words of the docs, with Retry-After', async () => {
		befall({ kind: 'status', status: 429, retryAfter: '7' });

		expect(await createLabel()).toMatchObject({
			status: 429,
			headers: { 'retry-after': '7' },
			body: { error: 'reach_limit', error_description: 'This request has reached API limit.' },
		});
	});

	it('502 as a page of a proxy', async () => {
		befall({ kind: 'status', status: 502, page: 'html' });
		const { status, headers, text, body } = await createLabel();

		expect(status).toBe(502);
		expect(headers['content-type']).toBe('text/html');
		expect(text).toContain('<title>502 Bad Gateway</title>');
		expect(body).toBeUndefined();
	});

	it('half of the true JSON', async () => {
		befall({ kind: 'halfJson' });
		const { status, text, body } = await createLabel();

		expect(status).toBe(200);
		expect(text).toMatch(/^\{"timestamp":/);
		expect(body).toBeUndefined();
		expect(simulator().labelNames).toEqual(['vip']);
	});

	it('status 200 with nothing', async () => {
		befall({ kind: 'empty' });

		expect(await createLabel()).toMatchObject({ status: 200, text: '' });
	});

	it.each([
		[{ data: null }, '{"data":null}'],
		['not JSON', 'not JSON'],
	])('any body: %j', async (given, text) => {
		befall({ kind: 'body', body: given });

		expect(await createLabel()).toMatchObject({ status: 200, text });
	});

	it('a redirect', async () => {
		befall({ kind: 'redirect', location: 'https://elsewhere.example/' });

		expect(await createLabel()).toMatchObject({
			status: 302,
			headers: { location: 'https://elsewhere.example/' },
		});
	});

	it('the true answer after a wait', async () => {
		befall({ kind: 'slow', delayMs: 30 });
		const startedAtMs = performance.now();
		const { status } = await createLabel();

		expect(status).toBe(200);
		expect(performance.now() - startedAtMs).toBeGreaterThan(25);
	});

	it('a cursor that never moves on', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: userIds(5) }] });
		const first = await call('GET', 'push/label/vip/user?limit=2');
		const cursor = /"cursor":"(\w+)"/.exec(first.text)?.[1] ?? '';
		befall({ kind: 'repeatCursor' });
		const second = await call('GET', `push/label/vip/user?limit=2&cursor=${cursor}`);

		expect(second.body).toMatchObject({
			cursor,
			data: [{ username: 'user2' }, { username: 'user3' }],
		});
	});
});

describe('lost answers', () => {
	it.each([false, true])('a reset of the connection, after the effect: %j', async (afterEffect) => {
		befall({ kind: 'reset' }, afterEffect);

		await expect(createLabel()).rejects.toMatchObject({ code: 'ECONNRESET' });
		expect(simulator().labelNames).toEqual(afterEffect ? ['vip'] : []);
		expect(simulator().requests).toMatchObject([
			{ action: 'createLabel', status: null, tookEffect: afterEffect, weather: 'reset' },
		]);
	});

	it.each([false, true])('an error of a proxy, after the effect: %j', async (afterEffect) => {
		simulator().seed({ users: ['a'] });
		befall({ kind: 'status', status: 504, page: 'html' }, afterEffect);
		await call('POST', 'push/single', { targets: ['a'], pushMessage: MESSAGE });

		expect(simulator().deliveries).toHaveLength(afterEffect ? 1 : 0);
		expect(simulator().requests).toMatchObject([{ status: 504, tookEffect: afterEffect }]);
	});

	it('a request that hangs does not keep the simulator from closing', async () => {
		const own = await startSimulator();
		own.weather.add({ weather: { kind: 'hang' } });
		const hung = own.waitFor('request');
		const answer = send(own, 'GET', '/agora-demo/testy/push/label');
		const lost = expect(answer).rejects.toThrow();

		expect(await hung).toMatchObject({ status: null, tookEffect: false, weather: 'hang' });
		await own.close();
		await lost;
	});

	it('a slow answer does not keep the simulator from closing', async () => {
		const own = await startSimulator();
		own.weather.add({ weather: { kind: 'slow', delayMs: 3_600_000 } });
		const changed = own.waitFor('labelChanged');
		const answer = send(own, 'POST', '/agora-demo/testy/push/label', { name: 'vip' });
		const lost = expect(answer).rejects.toThrow();

		await changed;
		await own.close();
		await lost;
	});
});

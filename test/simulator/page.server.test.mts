import { describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { startSimulator } from '../../simulator/index.mts';
import { isObject } from '../../simulator/parse.mts';
import { MESSAGE, type Method, send, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();
const PAGE = '/_simulator/page';
const USER_ID_RULE =
	'A user ID has at most 64 letters, digits, dots, dashes and underscores, and nothing else.';
const VENDORS_ONLY = 2;
const OWN_CHANNEL_ONLY = 4;

function submit(path: string, text: string) {
	const contentType = 'application/x-www-form-urlencoded';
	return send(simulator(), 'POST', `${PAGE}/${path}`, undefined, { text, contentType });
}

async function countUsers(): Promise<unknown> {
	const { body } = await send(simulator(), 'GET', '/_simulator/health');
	return isObject(body) && body.users;
}

describe('beside the service', () => {
	it.each([
		['/', 'text/html'],
		[`${PAGE}/main.mts`, 'text/javascript'],
		[`${PAGE}/morph.mts`, 'text/javascript'],
		[`${PAGE}/base.css`, 'text/css'],
		[`${PAGE}/icon.svg`, 'image/svg+xml'],
	])('%s is served and not recorded', async (path, type) => {
		const { status, headers } = await send(simulator(), 'GET', path);

		expect([status, headers['content-type']]).toEqual([200, `${type}; charset=utf-8`]);
		expect(simulator().requests).toEqual([]);
	});

	it.each<[Method, string]>([
		['POST', '/'],
		['GET', '/favicon.ico'],
		['GET', '/index.html'],
	])("%s %s still gets the service's 404", async (method, path) => {
		expect((await send(simulator(), method, path)).status).toBe(404);
		expect(simulator().requests).toHaveLength(1);
	});

	it('is held to a strict policy and loads nothing from elsewhere', async () => {
		const { headers, text } = await send(simulator(), 'GET', '/');

		expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/);
		expect(text).not.toMatch(/https?:|style=|<script>/);
	});
});

describe('forms', () => {
	it.each([
		'',
		'fault=fog&extent=next&seconds=1&percent=1',
		'fault=slow&extent=ever&seconds=1&percent=1',
		'fault=slow&extent=next&seconds=-1&percent=1',
		'fault=slow&extent=next&seconds=601&percent=1',
		'fault=slow&extent=share&seconds=1&percent=101',
		'fault=slow&extent=next&seconds=1&percent=1&actionName=pushAll',
	])('refuse the fault %p', async (text) => {
		expect((await submit('faults', text)).status).toBe(400);
	});

	it.each([
		['', 'Give a user ID.'],
		['userId=%20&fcm=on', 'Give a user ID.'],
		['userId=anna%20b', USER_ID_RULE],
		['userId=%3Cb%3E', USER_ID_RULE],
		[`userId=${'a'.repeat(65)}`, USER_ID_RULE],
	])('refuse the user %p in a sentence', async (fields, text) => {
		expect(await submit('users', fields)).toMatchObject({ status: 400, text });
		expect(await countUsers()).toBe(0);
	});

	it('refuse a user with capitals where nobody may have any', async () => {
		simulator().settings.userIdCase = 'refuseCapitals';
		expect(await submit('users', 'userId=Anna&fcm=on')).toMatchObject({
			status: 400,
			text: 'A user ID has no capital letters while the setting userIdCase is refuseCapitals.',
		});
		expect((await submit('users', 'userId=anna&fcm=on')).status).toBe(303);
		expect(await countUsers()).toBe(1);
	});

	it('give a user the devices that they name, and ignore others', async () => {
		expect((await submit('users', 'userId=anna&apns=on&agora=on&pager=on')).status).toBe(303);
		for (const strategy of [VENDORS_ONLY, OWN_CHANNEL_ONLY]) {
			await call('POST', 'push/single', { targets: ['anna'], strategy, pushMessage: MESSAGE });
		}
		const reached = simulator().deliveries.filter((delivery) => delivery.reached);
		expect(reached.map(({ provider }) => provider)).toEqual(['apns', 'agora']);
	});

	it('lead back to the page', async () => {
		const { status, headers } = await submit('settings', 'rates=on&plan=on&orgName=other');

		expect([status, headers.location]).toEqual([303, '/']);
		expect(simulator().settings).toMatchObject({
			rates: 'on',
			plan: 'free',
			orgName: 'agora-demo',
		});
	});
});

describe('the stream', () => {
	it('ends at once when the simulator closes', async () => {
		const closing = await startSimulator();
		const { headers, body } = await request(`${closing.url}/_simulator/events`);
		const ended = body.text().catch(String);

		expect(headers['content-type']).toBe('text/event-stream');
		const startMs = performance.now();
		await closing.close();
		await ended;
		expect(performance.now() - startMs).toBeLessThan(1000);
	});

	it('cannot be forged by line breaks in a text', async () => {
		simulator().seed({ labels: [{ name: 'a\r\n\r\nevent: phones\rdata: forged' }] });
		const { body } = await request(`${simulator().url}/_simulator/events`);
		for await (const chunk of body) {
			expect(String(chunk)).not.toMatch(/(^|\r|\n)data: forged|\r/);
			if (String(chunk).includes('event: requests')) break;
		}
	});
});

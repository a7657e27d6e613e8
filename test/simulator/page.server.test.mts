import { describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { startSimulator } from '../../simulator/index.mts';
import { type Method, send, useSimulator } from './setup.mts';

const { simulator } = useSimulator();
const PAGE = '/_simulator/page';

function submit(path: string, text: string) {
	const contentType = 'application/x-www-form-urlencoded';
	return send(simulator(), 'POST', `${PAGE}/${path}`, undefined, { text, contentType });
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
		'weather=fog&extent=next&seconds=1&percent=1',
		'weather=slow&extent=ever&seconds=1&percent=1',
		'weather=slow&extent=next&seconds=-1&percent=1',
		'weather=slow&extent=next&seconds=601&percent=1',
		'weather=slow&extent=share&seconds=1&percent=101',
		'weather=slow&extent=next&seconds=1&percent=1&actionName=pushAll',
	])('refuse weather %p', async (text) => {
		expect((await submit('weather', text)).status).toBe(400);
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

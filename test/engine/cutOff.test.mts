/** @jest-environment ./test/support/engineEnvironment.cts */
import type { Socket } from 'node:net';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

import { CERTIFICATE_CREDENTIAL } from '../support/credentials.mts';
import { runNode, type NodeRunOptions } from '../support/nodeRun.mts';
import { drip, useSocketServer, writeForEver } from '../support/socketServer.mts';

const server = useSocketServer();

const MEGABYTE = 1_000_000;

/** Much longer than a test may take. */
const LONG_MS = 100_000;

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

/** What a service does that never comes to an end. */
const ENDLESS: [string, (socket: Socket) => void][] = [
	['says nothing', () => undefined],
	['says nothing after its head', (socket) => socket.write(`${HEAD}Content-Length: 100\r\n\r\n`)],
	[
		'drips its head',
		(socket) => {
			socket.write(HEAD);
			drip(socket, 'x');
		},
	],
	[
		'drips its body',
		(socket) => {
			socket.write(`${HEAD}Content-Length: 100000\r\n\r\n`);
			drip(socket, ' ');
		},
	],
	[
		'stalls in a body that is packed',
		(socket) => {
			socket.write(`${HEAD}Content-Encoding: gzip\r\nContent-Length: 100\r\n\r\n`);
			socket.write(gzipSync('{"data":[]}').subarray(0, 15));
		},
	],
	[
		'switches protocols',
		(socket) => {
			socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n');
			drip(socket, ' ');
		},
	],
	[
		'sends on and drips',
		(socket) => {
			socket.write('HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 100000\r\n\r\n');
			drip(socket, ' ');
		},
	],
];

/** Does so once a request has come in. */
function afterRequest(act: (socket: Socket) => void): (socket: Socket) => void {
	return (socket) => {
		socket.once('data', () => {
			act(socket);
		});
	};
}

function credentialAt(host: string) {
	return { ...CERTIFICATE_CREDENTIAL, appToken: '', host: `http://${host}` };
}

async function push(timeout: number, more: Partial<NodeRunOptions> = {}) {
	return await runNode(
		{ credentials: credentialAt(server.host) },
		{
			parameters: {
				resource: 'push',
				operation: 'sendToUsers',
				userIds: 'anna',
				title: 'Hello',
				content: 'World',
				options: { timeout },
			},
			rows: [{}],
			onError: 'continueRegularOutput',
			...more,
		},
	);
}

async function testCredential() {
	const credential = credentialAt(server.host);
	return await n8nEngine.editor(credential).testCredential(credential);
}

describe.each(ENDLESS)('a service that %s', (_name, act) => {
	it('is left at the timeout: the connection is closed when the run is over', async () => {
		server.serve(afterRequest(act));
		const { items } = await push(300);
		await server.allClosed();
		expect(items[0]?.json.error).toMatch(/did not answer within 300 ms/);
		expect(items[0]?.json.details).toMatchObject({ pushStatus: 'UNCERTAIN' });
		expect(server.connections).toBe(1);
	});

	it('is left when the user stops the execution', async () => {
		const stop = new AbortController();
		server.serve(
			afterRequest((socket) => {
				act(socket);
				setTimeout(() => {
					stop.abort();
				}, 50);
			}),
		);
		await push(LONG_MS, { signal: stop.signal });
		await server.allClosed();
		expect(server.connections).toBe(1);
	});
});

it('each of them is left at the timeout by the credential test', async () => {
	const acts = ENDLESS.values();
	server.serve(afterRequest((socket) => acts.next().value?.[1](socket)));
	const results = await Promise.all(ENDLESS.map(async () => await testCredential()));
	await server.allClosed();
	for (const { message } of results) expect(message).toMatch(/did not answer within 10000 ms/);
});

describe('an answer without end', () => {
	it.each([
		['as it is', '', ' '.repeat(MEGABYTE)],
		['packed', 'Content-Encoding: gzip\r\n', gzipSync(' '.repeat(100 * MEGABYTE))],
	])('is left above 20 MB, %s', async (_name, header, chunk) => {
		server.serve(
			afterRequest((socket) => {
				socket.write(`${HEAD}${header}\r\n`);
				writeForEver(socket, chunk);
			}),
		);
		const { items } = await push(LONG_MS);
		await server.allClosed();
		expect(items[0]?.json.error).toMatch(/answered 200 with more than 20 MB/);
		const { message } = await testCredential();
		await server.allClosed();
		expect(message).toMatch(/answered 200 with more than 20 MB/);
	});

	it('is left when it stalls beyond 20 MB', async () => {
		server.serve(
			afterRequest((socket) => {
				socket.write(`${HEAD}\r\n${' '.repeat(20 * MEGABYTE + 1)}`);
			}),
		);
		const { items } = await push(LONG_MS);
		await server.allClosed();
		expect(items[0]?.json.error).toMatch(/more than 20 MB/);
	});
});

it('nothing goes out once the run is over, when n8n took too long to read the credential', async () => {
	server.serve(() => undefined);
	let readings = 0;
	let end: () => void = () => undefined;
	const ended = new Promise<void>((resolve) => {
		end = resolve;
	});
	const { items } = await push(200, {
		beforeReading: async () => {
			readings += 1;
			if (readings > 1) await ended;
		},
	});
	expect(items[0]?.json.error).toMatch(
		/^n8n could not read the credential: it took longer than 200 ms.*Nothing was sent/,
	);
	expect(items[0]?.json.details).not.toHaveProperty('pushStatus');
	end();
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect([server.connections, server.received]).toEqual([0, '']);
});

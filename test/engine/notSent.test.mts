/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'node:net';

import { CERTIFICATE_CREDENTIAL } from '../support/credentials.mts';
import { runNode, type NodeRunOptions } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { useSocketServer } from '../support/socketServer.mts';

const server = useSocketServer();
const simulator = useSimulator();

const PUSH = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: 'anna',
	title: 'Hello',
	content: 'World',
};

async function pushSecurely(options: NodeRunOptions['parameters'] = {}) {
	const credentials = { ...CERTIFICATE_CREDENTIAL, appToken: '', host: `https://${server.host}` };
	const { items } = await runNode(
		{ credentials },
		{
			parameters: { ...PUSH, options: { timeout: 1000, ...options } },
			rows: [{}],
			onError: 'continueRegularOutput',
		},
	);
	return items[0]?.json ?? {};
}

describe('a handshake that does not come about is not uncertain, when the service', () => {
	it.each<[string, (socket: Socket) => void, RegExp]>([
		[
			'speaks plain http',
			(socket) => {
				socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
			},
			/^No secure connection to https:.* could be made .*If it speaks plain http, write http:\/\/ before it\.$/,
		],
		[
			'closes at once',
			(socket) => {
				socket.destroy();
			},
			/^The connection to https:.* broke while it was being made .*Nothing was sent\./,
		],
		[
			'resets',
			(socket) => {
				socket.once('data', () => socket.resetAndDestroy());
			},
			/^The connection to https:.* broke while it was being made .*Nothing was sent\./,
		],
		[
			'refuses by an alert',
			(socket) => {
				socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 40])));
			},
			/^No secure connection to https:.* could be made /,
		],
		[
			'says nothing',
			() => undefined,
			/^No connection to https:.* could be made within 1000 ms .*firewall\.$/,
		],
	])('%s', async (_name, act, words) => {
		server.serve(act);
		const { error, details } = await pushSecurely();
		expect(error).toMatch(words);
		expect(details).toEqual({ userId: 'anna' });
	});
});

it('a push is made again when its connection broke while it was being made', async () => {
	server.serve((socket) => {
		socket.destroy();
	});
	await pushSecurely({ maxRetries: 1, maxRetryWait: 5 });
	expect(server.connections).toBe(2);
});

describe('a credential that n8n fails to read for a call', () => {
	const failingAt = (reading: number) => {
		let readings = 0;
		return async () => {
			readings += 1;
			if (readings === reading) throw new Error('The database is away');
			await Promise.resolve();
		};
	};
	const push = async (maxRetries: number, reading: number) =>
		await runNode(simulator(), {
			parameters: { ...PUSH, options: { maxRetries, maxRetryWait: 5 } },
			rows: [{}],
			onError: 'continueRegularOutput',
			beforeReading: failingAt(reading),
		});

	it.each([1, 2])('is not uncertain: reading %d', async (reading) => {
		const { items } = await push(0, reading);
		expect(items[0]?.json).toEqual({
			error: expect.stringMatching(
				/^n8n could not read the credential: The database is away .*Nothing was sent/,
			),
			details: { userId: 'anna' },
		});
		expect(simulator().requests).toEqual([]);
	});

	it.each([1, 2])('is read again: reading %d', async (reading) => {
		const { items } = await push(1, reading);
		expect(items[0]?.json).toMatchObject({ userId: 'anna', pushStatus: 'ASYNC_SUCCESS' });
		expect(simulator().requests).toHaveLength(1);
	});
});

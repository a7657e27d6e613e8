import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

import { afterAll, beforeAll, beforeEach } from '@jest/globals';

/** A server that is watched at its sockets: what comes in, and when each connection is over. */
export interface SocketServer {
	/** Without a scheme. */
	host: string;
	/** What is done with a connection, once it is made. */
	serve(handle: (socket: Socket) => void): void;
	/** All that came in, on whatever connection. */
	received: string;
	connections: number;
	/** Resolves when no connection is open any more. */
	allClosed(): Promise<void>;
}

/** A server for the tests of one file, with nothing received before each of them. */
export function useSocketServer(): SocketServer {
	const open = new Map<Socket, Promise<unknown>>();
	let handler: (socket: Socket) => void = () => undefined;
	const watched: SocketServer = {
		host: '',
		received: '',
		connections: 0,
		serve(handle) {
			handler = handle;
		},
		async allClosed() {
			while (open.size > 0) await Promise.all(open.values());
		},
	};
	const server = createServer((socket) => {
		watched.connections += 1;
		const closed = new Promise<void>((resolve) => {
			socket.on('close', () => {
				open.delete(socket);
				resolve();
			});
		});
		open.set(socket, closed);
		socket.on('error', () => {
			// The node went away, as it should.
		});
		socket.on('data', (chunk) => {
			watched.received += chunk.toString('latin1');
		});
		handler(socket);
	});
	beforeAll(async () => {
		server.listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' && address !== null ? address.port : 0;
		watched.host = `127.0.0.1:${port}`;
	});
	beforeEach(() => {
		watched.received = '';
		watched.connections = 0;
	});
	afterAll(async () => {
		for (const socket of open.keys()) socket.destroy();
		server.close();
		await once(server, 'close');
	});
	return watched;
}

/** Writes as fast as the other side reads, until it goes away. */
export function writeForEver(socket: Socket, chunk: Buffer | string): void {
	const write = (): void => {
		while (!socket.destroyed && socket.write(chunk)) {
			// The buffer has room.
		}
	};
	socket.on('drain', write);
	write();
}

/** Writes a little from time to time, until the other side goes away. */
export function drip(socket: Socket, drop: string): void {
	const timer = setInterval(() => socket.write(drop), 20);
	socket.on('close', () => {
		clearInterval(timer);
	});
}

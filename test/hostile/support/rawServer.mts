import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/** A request as it came, byte for byte. */
export interface RawRequest {
	head: string;
	authorization: string | undefined;
}

/** A server that speaks no HTTP but what it is told to write, as a malicious service may. */
export interface RawServer {
	origin: string;
	port: number;
	/** What came in since the last `answerWith`. */
	requests: RawRequest[];
	/** Connections since then, also those on which nothing was said. */
	connections: number;
	/** What is written to each request; the last one answers all further requests too. */
	answerWith(...answers: Answer[]): void;
	close(): Promise<void>;
}

/** Bytes, or what is done with the connection. */
export type Answer =
	Buffer | string | ((request: RawRequest, socket: Socket) => Buffer | string | undefined);

export async function startRawServer(host = '127.0.0.1'): Promise<RawServer> {
	let answers: Answer[] = [];
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		raw.connections += 1;
		sockets.add(socket);
		let received = '';
		socket.on('data', (chunk) => {
			received += chunk.toString('latin1');
			if (!isWhole(received)) return;
			const request = readRequest(received);
			received = '';
			raw.requests.push(request);
			const answer = answers[Math.min(raw.requests.length, answers.length) - 1] ?? '';
			const bytes = typeof answer === 'function' ? answer(request, socket) : answer;
			if (bytes !== undefined) socket.end(bytes);
		});
		socket.on('error', () => {
			// The client went away, as it should from some answers.
		});
		socket.on('close', () => sockets.delete(socket));
	});
	server.listen(0, host);
	await once(server, 'listening');
	const address = server.address();
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	const raw: RawServer = {
		origin: `http://127.0.0.1:${port}`,
		port,
		requests: [],
		connections: 0,
		answerWith(...given) {
			answers = given;
			raw.requests = [];
			raw.connections = 0;
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			server.close();
			await once(server, 'close');
		},
	};
	return raw;
}

function isWhole(received: string): boolean {
	const headEnd = received.indexOf('\r\n\r\n');
	if (headEnd < 0) return false;
	const length = Number(/^content-length: *(\d+)/im.exec(received)?.[1] ?? 0);
	return received.length >= headEnd + 4 + length;
}

function readRequest(received: string): RawRequest {
	return { head: received, authorization: /^authorization: *(.*)$/im.exec(received)?.[1] };
}

/** A well-formed answer. */
export function http(
	status: number,
	body: string | Buffer,
	headers: Record<string, string | number> = {},
): Buffer {
	const content = Buffer.from(body);
	const lines = Object.entries({
		'Content-Type': 'application/json',
		'Content-Length': content.length,
		Connection: 'close',
		...headers,
	}).map(([name, value]) => `${name}: ${value}\r\n`);
	return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} OK\r\n${lines.join('')}\r\n`), content]);
}

export function json(body: unknown, status = 200): Buffer {
	return http(status, JSON.stringify(body));
}

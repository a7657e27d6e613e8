import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { request } from 'undici';
import { type Simulator, type SimulatorSettings, startSimulator } from '../../simulator/index.mts';

export interface Response {
	status: number;
	headers: Record<string, string | string[] | undefined>;
	text: string;
	/** The parsed text; undefined when it is not JSON. Like every client's, it loses digits above 2^53. */
	body: unknown;
}

export interface RequestOptions {
	/** Null sends no Authorization header. */
	authorization?: string | null;
	/** Null sends no Content-Type header. */
	contentType?: string | null;
	/** Sent as it is. */
	text?: string;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Sends to any path of the simulator, with its static token unless told otherwise. */
export async function send(
	simulator: Simulator,
	method: Method,
	path: string,
	body?: unknown,
	options: RequestOptions = {},
): Promise<Response> {
	const text = options.text ?? (body === undefined ? null : JSON.stringify(body));
	const { contentType = text === null ? null : 'application/json' } = options;
	const { authorization = `Bearer ${simulator.credentials.appToken}` } = options;
	const response = await request(simulator.url + path, {
		method,
		body: text,
		headers: {
			...(authorization !== null && { authorization }),
			...(contentType !== null && { 'content-type': contentType }),
		},
	});
	const { statusCode, headers } = response;
	const answer = await response.body.text();
	return { status: statusCode, headers, text: answer, body: parse(answer) };
}

function parse(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

/** One simulator for a test file, reset before each test. */
export function useSimulator(given: Partial<SimulatorSettings> = {}) {
	let running: Simulator | undefined;
	beforeAll(async () => {
		running = await startSimulator(given);
	});
	beforeEach(() => {
		running?.reset();
	});
	afterAll(async () => {
		await running?.close();
	});

	function simulator(): Simulator {
		if (running === undefined) throw new Error('The simulator has not started yet.');
		return running;
	}

	/** Calls the service below its `/{org}/{app}/`. */
	function call(method: Method, path: string, body?: unknown, options?: RequestOptions) {
		const { orgName, appName } = simulator().credentials;
		return send(simulator(), method, `/${orgName}/${appName}/${path}`, body, options);
	}

	return { simulator, call };
}

export const MESSAGE = { title: 'Hello', content: 'World' };

/** `count` different user IDs. */
export function userIds(count: number, prefix = 'user'): string[] {
	return Array.from({ length: count }, (_, index) => `${prefix}${index}`);
}

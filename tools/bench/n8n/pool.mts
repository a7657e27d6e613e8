import type { IHttpRequestOptions } from 'n8n-workflow';
import { Pool } from 'undici';

import { credentialsFor } from './workflows.mts';

/** As many as this package's node has under way at once. */
const CONNECTIONS = 100;

/** Sends JSON over connections that are kept open. */
export interface JsonPool {
	/** Sends one body to push to users, and reads the answer as text. */
	send(path: string, body: string): Promise<{ statusCode: number; body: string }>;
	/** Sends the bodies, as many at once as there are connections, and parses each answer. */
	sendAll(bodies: readonly string[]): Promise<void>;
	/** The same for a request that the node hands to n8n. */
	request(options: IHttpRequestOptions): Promise<unknown>;
}

export function openPool(host: string): JsonPool {
	const pool = new Pool(host, { connections: CONNECTIONS });
	const { orgName, appName, appToken } = credentialsFor(host);
	const headers = {
		Accept: 'application/json',
		'Content-Type': 'application/json',
		Authorization: `Bearer ${appToken}`,
	};
	const send: JsonPool['send'] = async (path, body) => {
		const answer = await pool.request({ method: 'POST', path, headers, body });
		return { statusCode: answer.statusCode, body: await answer.body.text() };
	};
	const work = async (queue: Iterable<string>): Promise<void> => {
		for (const text of queue) {
			const { statusCode, body } = await send(`/${orgName}/${appName}/push/single`, text);
			JSON.parse(body);
			if (statusCode !== 200) throw new Error(`The simulator answers ${statusCode}: ${body}`);
		}
	};
	return {
		send,
		async sendAll(bodies) {
			const queue = bodies.values();
			await Promise.all(Array.from({ length: CONNECTIONS }, () => work(queue)));
		},
		async request({ url, body }) {
			return await send(url.slice(host.length), typeof body === 'string' ? body : '');
		},
	};
}

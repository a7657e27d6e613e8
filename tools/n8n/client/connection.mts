import { isObject, jsonOrText } from '../../lib/json.mts';

/** An answer of n8n other than success. */
export class N8nRefusal extends Error {
	constructor(
		readonly status: number,
		/** What n8n's editor would show. */
		readonly reason: string,
		request: string,
	) {
		super(`n8n answers ${request} with ${status}: ${reason}`);
		this.name = 'N8nRefusal';
	}
}

/** n8n's REST API as its editor uses it, with the cookie of the user who is logged in. */
export class Connection {
	private sessionCookie = '';

	constructor(readonly url: string) {}

	/** The value of n8n's session cookie `n8n-auth`, for a browser; empty before logging in. */
	get session(): string {
		return this.sessionCookie;
	}

	/**
	 * Calls `/rest/…`; gives what the answer holds under `data`, where most have it.
	 *
	 * @throws N8nRefusal
	 */
	async request(method: string, path: string, body?: unknown): Promise<unknown> {
		const answer = await this.fetch(method, `/rest/${path}`, body);
		return isObject(answer) && 'data' in answer ? answer.data : answer;
	}

	/**
	 * Calls any address of n8n's.
	 *
	 * @throws N8nRefusal
	 */
	async fetch(method: string, path: string, body?: unknown): Promise<unknown> {
		const response = await fetch(this.url + path, {
			method,
			headers: {
				cookie: `${COOKIE}=${this.sessionCookie}`,
				// n8n soon closes a connection that is idle, which this process may notice too late.
				connection: 'close',
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			body: body === undefined ? null : JSON.stringify(body),
		});
		this.keepSession(response.headers.getSetCookie());
		const answer = jsonOrText(await response.text());
		if (response.ok) return answer;
		throw new N8nRefusal(response.status, reasonIn(answer), `${method} ${path}`);
	}

	private keepSession(cookies: readonly string[]): void {
		for (const cookie of cookies) {
			const [, value] = new RegExp(`^${COOKIE}=([^;]+)`).exec(cookie) ?? [];
			if (value !== undefined) this.sessionCookie = value;
		}
	}
}

const COOKIE = 'n8n-auth';

function reasonIn(answer: unknown): string {
	if (isObject(answer) && typeof answer.message === 'string') return answer.message;
	return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

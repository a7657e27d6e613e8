import { corruptToken, foreignToken, staleToken } from './errors.mts';
import { appendBounded } from './requests.mts';
import type { SimulatorSettings } from './settings.mts';
import { checkToken007, looksLikeToken007, token007EndsMs } from './token007.mts';

export type TokenKind = 'none' | 'static' | 'token007' | 'unknown';

/** Tokens made in the console, or got in exchange, look like this. */
const STATIC_TOKEN = /^YWMt[\w=-]+$/;
const BEARER = 'Bearer ';

export interface IssuedToken {
	readonly token: string;
	readonly lifeSeconds: number;
}

/** Knows which tokens the service honours. */
export class TokenRegistry {
	private readonly settings: SimulatorSettings;
	private readonly expired = new Set<string>();
	private readonly revoked = new Set<string>();
	private readonly honoured = new Set<string>();
	/** Tokens got in exchange, with the moment at which they die. */
	private readonly issuedEndsMs = new Map<string, number>();
	/** Authorization headers of the requests, for whoever has to know what was sent. */
	readonly sent: string[] = [];

	constructor(settings: SimulatorSettings) {
		this.settings = settings;
	}

	/** Lets a static or a Token007 token die of age: calls with it answer as with a stale one. */
	expire(token: string): void {
		this.expired.add(token);
	}

	/** Lets the token of an Authorization header die of age; nothing where there is none. */
	expireThatOf(authorization: string | undefined): void {
		const token = authorization === undefined ? undefined : bearerToken(authorization);
		if (token !== undefined) this.expire(token);
	}

	/** Lets every token die of age that was honoured so far; one issued afterwards works. */
	expireAllUsed(): void {
		for (const token of this.honoured) this.expire(token);
	}

	/** Withdraws a token: calls with it answer as if this service had not issued it. */
	revoke(token: string): void {
		this.revoked.add(token);
	}

	clear(): void {
		this.expired.clear();
		this.revoked.clear();
		this.honoured.clear();
		this.issuedEndsMs.clear();
		this.sent.length = 0;
	}

	/** Keeps an Authorization header apart from the record of requests, which anyone may look at. */
	keep(authorization: string | undefined): void {
		if (authorization === undefined) return;
		appendBounded(this.sent, authorization, this.settings.recordsKept);
	}

	/** What kind of token an Authorization header carries, whether or not it is honoured. */
	kindOf(authorization: string | undefined): TokenKind {
		if (authorization === undefined) return 'none';
		const token = bearerToken(authorization);
		if (token === undefined) return 'unknown';
		if (looksLikeToken007(token)) return 'token007';
		return this.isStatic(token) || STATIC_TOKEN.test(token) ? 'static' : 'unknown';
	}

	/** Throws the documented 401 unless the Authorization header carries a token honoured here. */
	authenticate(authorization: string | undefined): void {
		if (authorization === undefined) throw staleToken();
		const token = bearerToken(authorization);
		if (token === undefined) throw corruptToken();
		if (this.revoked.has(token)) throw foreignToken();
		if (this.expired.has(token)) throw staleToken();
		const endsMs = this.issuedEndsMs.get(token);
		if (endsMs !== undefined && endsMs <= this.settings.now()) throw staleToken();
		if (endsMs === undefined && !this.isStatic(token)) this.checkBuilt(token);
		this.honoured.add(token);
	}

	issue(lifeSeconds: number): IssuedToken {
		const nowMs = this.settings.now();
		const content = `issued:${this.issuedEndsMs.size}:${nowMs}`;
		const token = `YWMt${Buffer.from(content).toString('base64url')}`;
		this.issuedEndsMs.set(token, nowMs + lifeSeconds * 1000);
		return { token, lifeSeconds };
	}

	/** A token that lives as long as the Token007 of the header; throws the 401 as `authenticate`. */
	exchange(authorization: string | undefined): IssuedToken {
		this.authenticate(authorization);
		const endsMs = token007EndsMs(bearerToken(authorization ?? '') ?? '');
		if (endsMs === undefined) throw corruptToken();
		return this.issue(Math.floor((endsMs - this.settings.now()) / 1000));
	}

	private checkBuilt(token: string): void {
		if (!looksLikeToken007(token)) {
			throw STATIC_TOKEN.test(token) ? foreignToken() : corruptToken();
		}
		const verdict = checkToken007(token, this.settings, this.settings.now());
		if (verdict === 'corrupt') throw corruptToken();
		if (verdict === 'foreign') throw foreignToken();
		if (verdict === 'stale') throw staleToken();
	}

	private isStatic(token: string): boolean {
		return this.settings.staticTokens.includes(token);
	}
}

function bearerToken(authorization: string): string | undefined {
	return authorization.startsWith(BEARER) ? authorization.slice(BEARER.length) : undefined;
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { TOKEN_CLOCK_SKEW_SECONDS } from './inferred.mts';
import { TOKEN_LIFE_SECONDS } from './limits.mts';

const VERSION = '007';
const CHAT_SERVICE = 5;
const APP_PRIVILEGE = 2;
/** How many strings follow the privileges of a service that may stand before Chat in a token. */
const STRINGS_BY_SERVICE: Readonly<Record<number, number>> = { 1: 2, 2: 1, 3: 2, 4: 0, 5: 1 };

interface Token007 {
	readonly signature: Buffer;
	readonly signedPart: Buffer;
	readonly appId: string;
	readonly issuedAtSeconds: number;
	readonly lifeSeconds: number;
	readonly salt: number;
	/** Life of the app privilege of service Chat; undefined when the token does not carry it. */
	readonly appPrivilegeSeconds: number | undefined;
}

export interface Application {
	readonly appId: string;
	readonly appCertificate: string;
}

export function looksLikeToken007(token: string): boolean {
	return token.startsWith(VERSION);
}

/**
 * Checks a Token007 (AccessToken2) app token as AgoraIO/Tools builds it: readable at all, signed
 * with the app's certificate, for service Chat and privilege app, issued by now and not expired.
 */
export function checkToken007(
	token: string,
	application: Application,
	nowMs: number,
): 'valid' | 'corrupt' | 'foreign' | 'stale' {
	const decoded = decode(token);
	if (decoded === undefined) return 'corrupt';
	if (!isSignedFor(decoded, application)) return 'foreign';
	if (decoded.appPrivilegeSeconds === undefined) return 'foreign';

	const ageSeconds = nowMs / 1000 - decoded.issuedAtSeconds;
	if (ageSeconds < -TOKEN_CLOCK_SKEW_SECONDS) return 'foreign';
	return nowMs < endsMs(decoded) ? 'valid' : 'stale';
}

/** When a Token007 dies, in Unix milliseconds; undefined for a token that is none. */
export function token007EndsMs(token: string): number | undefined {
	const decoded = looksLikeToken007(token) ? decode(token) : undefined;
	return decoded === undefined ? undefined : endsMs(decoded);
}

function endsMs({ issuedAtSeconds, lifeSeconds, appPrivilegeSeconds = 0 }: Token007): number {
	const shortest = Math.min(lifeSeconds, appPrivilegeSeconds, TOKEN_LIFE_SECONDS);
	return (issuedAtSeconds + shortest) * 1000;
}

function isSignedFor(token: Token007, { appId, appCertificate }: Application): boolean {
	if (token.appId !== appId) return false;
	const issueKey = hmac(uint32(token.issuedAtSeconds), Buffer.from(appCertificate));
	const signature = hmac(hmac(uint32(token.salt), issueKey), token.signedPart);
	return signature.length === token.signature.length && timingSafeEqual(signature, token.signature);
}

function decode(token: string): Token007 | undefined {
	try {
		const content = inflateSync(Buffer.from(token.slice(VERSION.length), 'base64'));
		const reader = new Reader(content);
		const signature = reader.bytes();
		return { signature, signedPart: reader.rest(), ...readSignedPart(reader) };
	} catch {
		return undefined;
	}
}

function readSignedPart(reader: Reader): Omit<Token007, 'signature' | 'signedPart'> {
	return {
		appId: reader.bytes().toString(),
		issuedAtSeconds: reader.uint32(),
		lifeSeconds: reader.uint32(),
		salt: reader.uint32(),
		appPrivilegeSeconds: readAppPrivilege(reader),
	};
}

function readAppPrivilege(reader: Reader): number | undefined {
	for (let left = reader.uint16(); left > 0; left--) {
		const service = reader.uint16();
		const privileges = new Map<number, number>();
		for (let count = reader.uint16(); count > 0; count--) {
			privileges.set(reader.uint16(), reader.uint32());
		}
		if (service === CHAT_SERVICE) return privileges.get(APP_PRIVILEGE);

		const strings = STRINGS_BY_SERVICE[service];
		if (strings === undefined) return undefined;
		for (let index = 0; index < strings; index++) reader.bytes();
	}
	return undefined;
}

/** Reads the token's little-endian fields; throws a RangeError past the end. */
class Reader {
	private readonly buffer: Buffer;
	private offset = 0;

	constructor(buffer: Buffer) {
		this.buffer = buffer;
	}

	uint16(): number {
		const value = this.buffer.readUInt16LE(this.offset);
		this.offset += 2;
		return value;
	}

	uint32(): number {
		const value = this.buffer.readUInt32LE(this.offset);
		this.offset += 4;
		return value;
	}

	/** A string or byte field, which its length precedes. */
	bytes(): Buffer {
		const length = this.uint16();
		const end = this.offset + length;
		if (end > this.buffer.length) throw new RangeError('The token ends inside a field.');
		const bytes = this.buffer.subarray(this.offset, end);
		this.offset = end;
		return bytes;
	}

	rest(): Buffer {
		return this.buffer.subarray(this.offset);
	}
}

function uint32(value: number): Buffer {
	const buffer = Buffer.alloc(4);
	buffer.writeUInt32LE(value);
	return buffer;
}

function hmac(key: Buffer, message: Buffer): Buffer {
	return createHmac('sha256', key).update(message).digest();
}

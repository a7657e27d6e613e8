import { createHmac, randomInt } from 'crypto';

/** What a token is made from. Times are Unix seconds, as in Agora's format. */
export interface TokenSource {
	/** 32 hex characters. */
	appId: string;
	/** 32 hex characters. */
	appCertificate: string;
	issuedAtSeconds: number;
	/** Counted from `issuedAtSeconds`; Agora allows 24 hours at most. */
	lifeSeconds: number;
	/** 1 to 99999999; random unless a test needs the same token twice. */
	salt?: number;
}

const VERSION = '007';
const SERVICE_CHAT = 5;
const PRIVILEGE_APP = 2;
const MAX_SALT = 99_999_999;

/**
 * Makes an app token for Agora Chat (AccessToken2, "Token007") without any network call.
 *
 * Source: the token builders in github.com/AgoraIO/Tools, DynamicKey/AgoraDynamicKey.
 */
export function buildAppToken(source: TokenSource): string {
	const { appId, appCertificate, issuedAtSeconds, lifeSeconds } = source;
	const salt = source.salt ?? randomInt(1, MAX_SALT + 1);

	const service = [uint16(SERVICE_CHAT), uint16(1), uint16(PRIVILEGE_APP), uint32(lifeSeconds)];
	const noUserId = text('');
	const info = Buffer.concat([
		text(appId),
		uint32(issuedAtSeconds),
		uint32(lifeSeconds),
		uint32(salt),
		uint16(1),
		...service,
		noUserId,
	]);

	const issueKey = hmac(uint32(issuedAtSeconds), Buffer.from(appCertificate));
	const signature = hmac(hmac(uint32(salt), issueKey), info);
	const content = Buffer.concat([uint16(signature.length), signature, info]);

	return VERSION + zlibStored(content).toString('base64');
}

function hmac(key: Buffer, message: Buffer): Buffer {
	return createHmac('sha256', key).update(message).digest();
}

function uint16(value: number): Buffer {
	const bytes = Buffer.alloc(2);
	bytes.writeUInt16LE(value);
	return bytes;
}

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function text(value: string): Buffer {
	const bytes = Buffer.from(value);
	return Buffer.concat([uint16(bytes.length), bytes]);
}

/**
 * Wraps up to 65,535 bytes as a zlib stream (RFC 1950) holding one stored block (RFC 1951, 3.2.4).
 *
 * Agora inflates whatever valid stream it gets; `zlib` itself may not be imported by a verified
 * n8n node.
 */
function zlibStored(content: Buffer): Buffer {
	const header = Buffer.from([0x78, 0x01]);
	const lastBlockStored = Buffer.from([0x01]);
	const length = uint16(content.length);
	const lengthComplement = uint16(~content.length & 0xffff);
	const checksum = Buffer.alloc(4);
	checksum.writeUInt32BE(adler32(content));
	return Buffer.concat([header, lastBlockStored, length, lengthComplement, content, checksum]);
}

function adler32(content: Buffer): number {
	const MODULUS = 65_521;
	let a = 1;
	let b = 0;
	for (const byte of content) {
		a = (a + byte) % MODULUS;
		b = (b + a) % MODULUS;
	}
	return b * 0x1_0000 + a;
}

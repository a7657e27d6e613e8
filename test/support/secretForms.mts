import { createHmac } from 'node:crypto';
import { inflateSync } from 'node:zlib';

/** What must not be seen outside of the credential and of the requests to its own host. */
export interface Secrets {
	appToken?: string;
	appCertificate?: string;
	/** Tokens that were sent, with or without 'Bearer ', as `simulator.tokens.sent` holds them. */
	sent?: readonly string[];
}

/** One way to write a secret. */
export interface SecretForm {
	/** Such as 'the app token, base64'. */
	name: string;
	text: string;
}

/** Every secret, what it is made from and made into, in every usual encoding. */
export function formsOf({ appToken = '', appCertificate = '', sent = [] }: Secrets): SecretForm[] {
	const tokens = new Set(sent.map((header) => header.replace(/^Bearer /, '')));
	tokens.delete(appToken);
	const forms = [
		...encodings('the app token', appToken),
		...encodings('the app certificate', appCertificate),
		...encodings('the app certificate in capitals', appCertificate.toUpperCase()),
		...encodings('the app certificate in small letters', appCertificate.toLowerCase()),
		...byteEncodings('the bytes of the app certificate', Buffer.from(appCertificate, 'hex')),
		...[...tokens].flatMap((token) => tokenForms(token, appCertificate)),
		...tokenForms(appToken, appCertificate).filter(({ name }) => name.startsWith('the signature')),
	];
	return [...new Map(forms.map((form) => [form.text, form])).values()].filter(
		({ text }) => text !== '',
	);
}

function tokenForms(token: string, appCertificate: string): SecretForm[] {
	const forms = encodings('a token that was sent', token);
	const signed = signedPartOf(token);
	if (signed === undefined) return forms;

	const [issueKey, signingKey] = signingKeys(signed.info, appCertificate);
	return [
		...forms,
		...byteEncodings('the signature in a token', signed.signature),
		...byteEncodings('the key of a moment', issueKey),
		...byteEncodings('the key of a signature', signingKey),
	];
}

/** The signature within a Token007, and what it signs; undefined for any other token. */
function signedPartOf(token: string): { signature: Buffer; info: Buffer } | undefined {
	if (!token.startsWith('007')) return undefined;
	try {
		const content = inflateSync(Buffer.from(token.slice(3), 'base64'));
		const length = content.readUInt16LE(0);
		return { signature: content.subarray(2, 2 + length), info: content.subarray(2 + length) };
	} catch {
		return undefined;
	}
}

/** Both keys on the way from the certificate to a signature. */
function signingKeys(info: Buffer, appCertificate: string): [Buffer, Buffer] {
	const afterAppId = 2 + info.readUInt16LE(0);
	const issuedAt = info.subarray(afterAppId, afterAppId + 4);
	const salt = info.subarray(afterAppId + 8, afterAppId + 12);
	const issueKey = createHmac('sha256', issuedAt).update(appCertificate).digest();
	return [issueKey, createHmac('sha256', salt).update(issueKey).digest()];
}

function encodings(name: string, secret: string): SecretForm[] {
	if (secret === '') return [];
	const inUrl = secret.replace(
		/[^]/g,
		(character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
	);
	return [
		...spellings(name, secret),
		{ name: `${name}, each character URL-encoded`, text: inUrl },
		{ name: `${name}, each character URL-encoded`, text: inUrl.toUpperCase() },
		...byteEncodings(name, Buffer.from(secret)),
	];
}

function byteEncodings(name: string, bytes: Buffer): SecretForm[] {
	if (bytes.length === 0) return [];
	return [
		{ name: `${name}, as bytes`, text: bytes.toString('latin1') },
		{ name: `${name}, hex`, text: bytes.toString('hex') },
		{ name: `${name}, hex`, text: bytes.toString('hex').toUpperCase() },
		...[0, 1, 2].flatMap((before) => base64Within(`${name}, base64`, bytes, before)),
	];
}

/** Base64 of bytes that stand within others, of which `before` is how many precede, modulo 3. */
function base64Within(name: string, bytes: Buffer, before: number): SecretForm[] {
	const padded = Buffer.concat([Buffer.alloc(before), bytes]);
	const certain = padded
		.toString('base64')
		.slice(Math.ceil((before * 8) / 6), Math.floor((padded.length * 8) / 6));
	const url = certain.replaceAll('+', '-').replaceAll('/', '_');
	return [...spellings(name, certain), { name: `${name}url`, text: url }];
}

/** As it is, and as a URL or a cautious writer of JSON has it. */
function spellings(name: string, text: string): SecretForm[] {
	const inUrl = encodeURIComponent(text);
	return [
		{ name, text },
		{ name: `${name}, URL-encoded`, text: inUrl },
		{ name: `${name}, URL-encoded`, text: inUrl.replace(/%../g, (code) => code.toLowerCase()) },
		{ name: `${name}, in JSON`, text: text.replaceAll('/', '\\/') },
	];
}

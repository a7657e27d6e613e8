import { createHmac } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';

import { buildAppToken } from '../../credentials/accessToken.ts';
import { CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL } from '../support/credentials.mts';
import { huntSecrets } from '../support/secretHunt.mts';

const { appId, appCertificate } = CERTIFICATE_CREDENTIAL;
const { appToken } = TOKEN_CREDENTIAL;
const ISSUED = { appId, appCertificate, issuedAtSeconds: 1_700_000_000, lifeSeconds: 3600 };
const sentToken = buildAppToken({ ...ISSUED, salt: 12_345 });
const SECRETS = { appToken, appCertificate, sent: [`Bearer ${sentToken}`] };

const issueKey = createHmac('sha256', uint32(1_700_000_000)).update(appCertificate).digest();
const signingKey = createHmac('sha256', uint32(12_345)).update(issueKey).digest();
const signature = Buffer.from(sentToken.slice(3), 'base64').subarray(9, 41);

function uint32(value: number): Buffer {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt32LE(value);
	return bytes;
}

function pathsIn(searched: unknown): string[] {
	return huntSecrets(SECRETS, searched).map(({ path }) => path);
}

describe('the hunt for secrets, of how they are written', () => {
	const base64 = (text: string) => Buffer.from(text).toString('base64');
	it.each<[string, string]>([
		['the token', appToken],
		['the certificate', appCertificate],
		['the certificate in capitals', appCertificate.toUpperCase()],
		['the certificate in small letters', appCertificate.toLowerCase()],
		['a token that was sent', sentToken],
		['with Bearer', `Authorization: Bearer ${sentToken}`],
		['base64', base64(appToken)],
		['base64 with Bearer', base64(`Bearer ${sentToken}`)],
		['base64 after two bytes', base64(`..${appCertificate}.`)],
		['base64url', Buffer.from(`Bearer ${sentToken}`).toString('base64url')],
		['hex', Buffer.from(sentToken).toString('hex')],
		['hex in capitals', Buffer.from(appToken).toString('hex').toUpperCase()],
		['URL-encoded', encodeURIComponent(sentToken)],
		['URL-encoded base64', encodeURIComponent(base64(`Bearer ${appCertificate}`))],
		[
			'each character URL-encoded',
			appToken.replace(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`),
		],
		['JSON with escaped slashes', JSON.stringify(sentToken).replaceAll('/', '\\/')],
		[
			'the bytes of the certificate in base64',
			Buffer.from(appCertificate, 'hex').toString('base64'),
		],
		['the signature in hex', signature.toString('hex')],
		['the signature in base64', signature.toString('base64')],
		['the key of the moment', issueKey.toString('hex')],
		['the key of the signature', signingKey.toString('base64url')],
		['16 characters of the middle', sentToken.slice(60, 76)],
		['16 characters of the certificate', appCertificate.slice(5, 21)],
		['the end of a token, cut off', sentToken.slice(-20)],
	])('finds %s, wherever in a text it begins', (_name, written) => {
		for (let before = 0; before < 9; before += 1) {
			const text = `${'·'.repeat(before)}${written}·····`;
			expect(pathsIn({ said: text })).toContain('said');
		}
		expect(pathsIn(written)).toEqual(['']);
	});

	it('finds a short token only as a whole', () => {
		const short = { appToken: 'YWMt-wrong' };
		expect(huntSecrets(short, ['say YWMt-wrong!'])).toHaveLength(1);
		expect(huntSecrets(short, ['say YWMt-wron!'])).toEqual([]);
	});

	it.each<[string, unknown]>([
		['the App ID', { appId, text: appId.repeat(2) }],
		['a shorter piece', sentToken.slice(60, 75)],
		['the token of another app', buildAppToken({ ...ISSUED, appCertificate: 'f'.repeat(32) })],
		['a filler', '0'.repeat(64)],
		['nothing', undefined],
	])('does not take %s for a secret', (_name, searched) => {
		expect(huntSecrets({ ...SECRETS, sent: [] }, searched)).toEqual([]);
	});
});

class Hidden extends Error {
	readonly #token = appToken;

	get described(): string {
		return `It was ${this.#token}`;
	}
}

describe('the hunt for secrets, of where they stand', () => {
	const withSymbol = { [Symbol(`of ${appToken}`)]: 1 };
	const cyclic: Record<string, unknown> = { name: 'a' };
	cyclic.self = cyclic;
	cyclic.last = { token: appToken };
	const withStack = new Error('quiet');
	withStack.stack = `Error: ${appToken}`;
	const unseen = Object.defineProperty({}, 'hidden', { value: appToken, enumerable: false });

	it.each<[string, unknown, string]>([
		['an item', [{ json: { a: { b: appToken } } }], '0.json.a.b'],
		['a name', { [appToken]: 1 }, `${appToken}<name>`],
		['a symbol', withSymbol, '<name>'],
		['a message', new Error(`no ${appToken}`), 'message'],
		['a stack alone', withStack, 'stack'],
		[
			'a cause',
			new Error('a', { cause: new Error('b', { cause: { t: appToken } }) }),
			'cause.cause.t',
		],
		['what is not enumerable', { unseen }, 'unseen.hidden'],
		['a getter of a class', new Hidden('quiet'), 'described'],
		['a map', { map: new Map([['x', { t: appToken }]]) }, 'map<x>.t'],
		['the key of a map', new Map([[appToken, 1]]), '<key of map>'],
		['a set', [new Set(['a', appToken])], '0<in set>'],
		['bytes', { body: Buffer.from(`x ${appToken}`) }, 'body'],
		['bytes as JSON has them', { data: [...Buffer.from(appToken)] }, 'data'],
		['a function', Object.assign(() => 1, { token: appToken }), 'token'],
		['a ring', cyclic, 'last.token'],
		['an aggregate', new AggregateError([new Error(appToken)], 'many'), 'errors.0.message'],
	])('names the path in %s', (_name, searched, path) => {
		expect(pathsIn(searched).some((found) => found.endsWith(path))).toBe(true);
	});

	it('goes as deep as anything is', () => {
		let deep: unknown = appToken;
		for (let depth = 0; depth < 200_000; depth += 1) deep = [deep];
		expect(huntSecrets(SECRETS, deep)).toHaveLength(1);
	});
});

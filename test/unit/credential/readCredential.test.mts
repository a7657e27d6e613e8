import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { readCredential } from '../../../credentials/credential.ts';
import { readByAgora } from '../../support/agoraToken.mts';
import { CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL } from '../../support/credentials.mts';
import { errorOf } from '../../support/userError.mts';

const { appCertificate, appId } = CERTIFICATE_CREDENTIAL;
const { appToken } = TOKEN_CREDENTIAL;

function refusal(
	changes: ICredentialDataDecryptedObject,
	base: ICredentialDataDecryptedObject = CERTIFICATE_CREDENTIAL,
) {
	const sentences = errorOf(() => readCredential({ ...base, ...changes }));
	expect(`${sentences.message} ${sentences.description}`).not.toContain(appCertificate);
	return sentences;
}

describe('readCredential, with a certificate', () => {
	it('makes a token of its own that lives an hour', () => {
		const nowMs = Date.UTC(2026, 0, 1) + 999;
		const credential = readCredential(CERTIFICATE_CREDENTIAL);
		expect(credential).toMatchObject({
			origin: 'https://a41.chat.agora.io',
			appPath: ['acme', 'shop'],
			authentication: 'appCertificate',
		});
		expect(readByAgora(credential.token(nowMs), appCertificate)).toMatchObject({
			appId,
			issuedAtSeconds: Date.UTC(2026, 0, 1) / 1000,
			lifeSeconds: 3600,
			isSigned: true,
		});
	});

	it('trims what was pasted, and takes numbers for names', () => {
		const credential = readCredential({
			...CERTIFICATE_CREDENTIAL,
			host: ' a41.chat.agora.io ',
			orgName: 41434878,
			appName: ' shop\n',
			appId: ` ${appId} `,
		});
		expect(credential).toMatchObject({ appPath: ['41434878', 'shop'] });
		expect(readByAgora(credential.token(0), appCertificate)).toMatchObject({ appId });
	});

	it.each([
		['appId', 'App ID'],
		['appCertificate', 'App Certificate'],
	])('names a malformed %s and never shows it', (field, displayName) => {
		for (const [value, said] of [
			['', '0 characters'],
			['s3cret', '6 characters'],
			['s3cret'.padEnd(32, 'g'), '32 characters of 0-9 and a-f, but contains others'],
			['s3cret'.padEnd(33, '0'), '33 characters'],
		] as const) {
			const { message, description } = refusal({ [field]: value });
			expect(message).toContain(`'${displayName}' must be 32 characters of 0-9 and a-f`);
			expect(message).toContain(said);
			expect(description).toContain(`Copy the ${displayName} `);
			expect(message + description).not.toContain('s3cret');
		}
	});
});

describe('readCredential, with an app token', () => {
	it.each([appToken, ` ${appToken}\n`, `Bearer ${appToken}`, `bearer  ${appToken}`])(
		'takes the token out of %j',
		(pasted) => {
			const credential = readCredential({ ...TOKEN_CREDENTIAL, appToken: pasted });
			expect(credential.authentication).toBe('appToken');
			expect(credential.token(0)).toBe(appToken);
		},
	);

	it.each(['', ' ', {}, 'Bearer '])('refuses the empty token %j', (value) => {
		const { message, description } = refusal({ appToken: value }, TOKEN_CREDENTIAL);
		expect(message).toContain("'App Token' is empty");
		expect(description).toContain('Agora console');
	});

	it.each(['s3cret\r\nX-Evil: 1', 's3cret s3cret', 's3crét', 's3cret\u200b'])(
		'refuses %j, which no header may hold, and does not show it',
		(value) => {
			const { message, description } = refusal({ appToken: value }, TOKEN_CREDENTIAL);
			expect(message).toContain("'App Token' holds characters that no token has");
			expect(description).toContain('one line');
			expect(message + description).not.toContain('s3cr');
		},
	);

	it('needs neither app ID nor certificate', () => {
		const withoutThem = { ...TOKEN_CREDENTIAL, appId: '', appCertificate: '' };
		expect(readCredential(withoutThem).token(0)).toBe(appToken);
	});
});

describe('readCredential, with an App ID for an address', () => {
	const byAppId = { addressing: 'appId', orgName: '', appName: '' };

	it.each([
		['a certificate', CERTIFICATE_CREDENTIAL],
		['an app token', { ...TOKEN_CREDENTIAL, appId }],
	])('needs no names beside %s', (_name, base) => {
		const credential = readCredential({ ...base, ...byAppId });
		expect(credential).toMatchObject({ addressing: 'appId', appPath: ['app-id', appId] });
	});

	it.each(['', 'abc', 'g'.repeat(32)])('names the malformed App ID %j', (value) => {
		const { message, description } = refusal({ ...byAppId, appId: value }, TOKEN_CREDENTIAL);
		expect(message).toMatch(/^'App ID' must be 32 characters of 0-9 and a-f, but /);
		expect(description).toContain('Copy the App ID ');
	});

	it('is not taken for one where it was stored before there was a choice', () => {
		expect(readCredential({ ...TOKEN_CREDENTIAL, appId })).toMatchObject({ addressing: 'orgApp' });
	});
});

describe('readCredential', () => {
	it.each([
		['host', 'Host'],
		['orgName', 'Org Name'],
		['appName', 'App Name'],
	])('takes an AppKey in %s apart for the user', (field, displayName) => {
		const { message, description } = refusal({ [field]: '41434878#504205' });
		expect(message).toBe(`'${displayName}' holds an AppKey`);
		expect(description).toMatch(/before the # goes into 'Org Name'.*after it into 'App Name'/);
	});

	it.each([
		['orgName', 'Org Name'],
		['appName', 'App Name'],
	])('names a %s that cannot stand in a URL', (field, displayName) => {
		for (const value of ['', ' ', {}, '.', '..']) {
			const { message, description } = refusal({ [field]: value });
			expect(message).toMatch(new RegExp(`^'${displayName}' is `));
			expect(description).toContain(`Copy the ${displayName} from the Agora console`);
		}
	});

	it.each(['', {}, 'http://a41.chat.agora.io', 'a41.chat.agora.io/org'])(
		'refuses the host %j',
		(host) => {
			expect(refusal({ host }).message).toMatch(/^'Host' /);
		},
	);

	it('takes a credential without a choice of authentication for one with a certificate', () => {
		const unchosen = { ...CERTIFICATE_CREDENTIAL, authentication: '' };
		expect(readCredential(unchosen).authentication).toBe('appCertificate');
	});
});

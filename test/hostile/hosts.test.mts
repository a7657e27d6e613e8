import { describe, expect, it } from '@jest/globals';

import { AgoraChatApi } from '../../credentials/AgoraChatApi.credentials.ts';
import { readCredential } from '../../credentials/credential.ts';
import { CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL } from '../support/credentials.mts';
import { huntSecrets } from '../support/secretHunt.mts';
import { laterErrorOf, errorOf } from '../support/userError.mts';
import { APP_VECTORS } from './vectors/apps.mts';
import { HOST_VECTORS } from './vectors/hosts.mts';
import { URL_VECTORS } from './vectors/requestUrls.mts';

const { appToken } = TOKEN_CREDENTIAL;
const { appCertificate } = CERTIFICATE_CREDENTIAL;

function readAnyCredential(changed: Record<string, unknown>) {
	const credential = { ...CERTIFICATE_CREDENTIAL };
	for (const [field, value] of Object.entries(changed)) Reflect.set(credential, field, value);
	return readCredential(credential);
}

function expectRefusal(sentences: { message: string; description: string }, words: RegExp): void {
	expect(sentences.message).toMatch(words);
	expect(sentences.message.length + sentences.description.length).toBeLessThan(600);
	expect(sentences.description).toMatch(/\.$/);
	expect(huntSecrets({ appToken, appCertificate }, sentences)).toEqual([]);
}

describe('a hostile host', () => {
	it.each(HOST_VECTORS)('$name', ({ host, becomes }) => {
		if (typeof becomes === 'string') expect(readAnyCredential({ host }).origin).toBe(becomes);
		else
			expectRefusal(
				errorOf(() => readAnyCredential({ host })),
				becomes,
			);
	});
});

describe.each(['orgName', 'appName'])('a hostile %s', (field) => {
	const place = field === 'orgName' ? 0 : 1;
	it.each(APP_VECTORS)('$name', ({ text, refused }) => {
		const read = () => readAnyCredential({ [field]: text });
		if (refused !== undefined) expectRefusal(errorOf(read), refused);
		else expect(read().appPath[place]).toBe(String(text));
	});
});

describe('the token on a request', () => {
	it.each(URL_VECTORS)('$name', async ({ options, isHome }) => {
		const request = Object.assign({ url: '' }, options);
		if (options.url === undefined) Reflect.deleteProperty(request, 'url');
		const authenticated = new AgoraChatApi().authenticate(TOKEN_CREDENTIAL, request);
		if (isHome) {
			expect((await authenticated).headers).toEqual({ Authorization: `Bearer ${appToken}` });
			return;
		}
		const refusal = await laterErrorOf(authenticated);
		expectRefusal(refusal, /^This credential is for https:\/\/a41\.chat\.agora\.io, but/);
	});
});

import { describe, expect, it } from '@jest/globals';
import type { IHttpRequestOptions } from 'n8n-workflow';

import { AgoraChatApi } from '../../../credentials/AgoraChatApi.credentials.ts';
import { readByAgora } from '../../support/agoraToken.mts';
import { CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL } from '../../support/credentials.mts';
import { laterErrorOf } from '../../support/userError.mts';

const HOME = 'https://a41.chat.agora.io';
const { appToken } = TOKEN_CREDENTIAL;

/** n8n's HTTP Request node still hands over requests with `uri` in the place of `url`. */
type AnyOptions = Partial<IHttpRequestOptions> & { uri?: string };

function authenticate(options: AnyOptions, credential: Record<string, string> = TOKEN_CREDENTIAL) {
	return new AgoraChatApi().authenticate(credential, asN8nHandsOver(options));
}

function asN8nHandsOver(options: AnyOptions): IHttpRequestOptions {
	const { url, ...others } = options;
	const handed = { url: url ?? '', ...others };
	if (url === undefined) Reflect.deleteProperty(handed, 'url');
	return handed;
}

describe('authenticate', () => {
	it.each<AnyOptions>([
		{ url: `${HOME}/acme/shop/push/label` },
		{ url: `${HOME}:443/acme/shop` },
		{ url: 'HTTPS://A41.CHAT.AGORA.IO/acme/shop' },
		{ uri: `${HOME}/acme/shop/push/label` },
		{ url: '/acme/shop/push/label', baseURL: HOME },
		{ url: 'push/label', baseURL: `${HOME}/acme/shop/` },
		{ url: `${HOME}/acme`, baseURL: 'https://evil.example' },
	])('puts the token on a request to its own host: %j', async (options) => {
		const { headers } = await authenticate(options);
		expect(headers).toEqual({ Authorization: `Bearer ${appToken}` });
	});

	it('keeps the rest of the request, and lets no redirect take the token along', async () => {
		const options = { url: HOME, method: 'POST', headers: { Accept: 'text/plain' } } as const;
		expect(await authenticate(options)).toEqual({
			...options,
			headers: { Accept: 'text/plain', Authorization: `Bearer ${appToken}` },
			disableFollowRedirect: true,
			maxRedirects: 0,
			followRedirect: false,
			followAllRedirects: false,
			sendCredentialsOnCrossOriginRedirect: false,
		});
		expect(options.headers).toEqual({ Accept: 'text/plain' });
	});

	it('overrules what the request would allow itself', async () => {
		const authenticated = await authenticate({
			url: HOME,
			headers: { Authorization: 'Bearer other' },
			sendCredentialsOnCrossOriginRedirect: true,
			disableFollowRedirect: false,
			maxRedirects: 5,
		});
		expect(authenticated).toMatchObject({ disableFollowRedirect: true, maxRedirects: 0 });
		expect(authenticated.headers).toEqual({ Authorization: `Bearer ${appToken}` });
		expect(authenticated.sendCredentialsOnCrossOriginRedirect).toBe(false);
	});

	it('makes a token of now from a certificate', async () => {
		const { headers } = await authenticate({ url: HOME }, CERTIFICATE_CREDENTIAL);
		const { Authorization: header = '' } = headers ?? {};
		const token = typeof header === 'string' ? header.replace('Bearer ', '') : '';
		const read = readByAgora(token, CERTIFICATE_CREDENTIAL.appCertificate);
		expect(read).toMatchObject({ isSigned: true, lifeSeconds: 3600 });
		expect(Math.abs(Number(read?.issuedAtSeconds) - Date.now() / 1000)).toBeLessThan(60);
	});
});

describe('authenticate, of a request to elsewhere', () => {
	it.each<[AnyOptions, string]>([
		[{ url: 'https://evil.example/acme/shop' }, 'https://evil.example'],
		[{ url: 'http://a41.chat.agora.io/acme' }, 'http://a41.chat.agora.io'],
		[{ url: `${HOME}:8443/acme` }, `${HOME}:8443`],
		[{ url: `${HOME}.evil.example/acme` }, `${HOME}.evil.example`],
		[{ url: `${HOME}@evil.example/acme` }, 'https://evil.example'],
		[{ url: 'https://chat.agora.io' }, 'https://chat.agora.io'],
		[{ url: 'https://а41.chat.agora.io' }, 'https://xn--41-6kc.chat.agora.io'],
		[{ url: '//evil.example/x', baseURL: HOME }, 'https://evil.example'],
		[{ url: '/\\evil.example/x', baseURL: HOME }, 'https://evil.example'],
		[{ url: 'https://evil.example', baseURL: HOME }, 'https://evil.example'],
		[{ url: '/acme', baseURL: 'https://evil.example' }, 'https://evil.example'],
		[{ uri: 'https://evil.example/acme' }, 'https://evil.example'],
		[{ url: 'https://evil.example', uri: HOME }, 'https://evil.example'],
		[{ url: '/acme/shop' }, 'no valid address'],
		[{ url: '' }, 'no valid address'],
		[{}, 'no valid address'],
	])('refuses %j, names both addresses and not the token', async (options, target) => {
		const { message, description } = await laterErrorOf(authenticate(options));
		expect(message).toBe(`This credential is for ${HOME}, but the request goes to ${target}`);
		expect(description).toMatch(/token was not sent.*own host in the URL/);
		expect(message + description).not.toContain(appToken);
	});

	it('refuses before anything else when the credential is malformed', async () => {
		const credential = { ...TOKEN_CREDENTIAL, host: 'http://a41.chat.agora.io' };
		const refusal = await laterErrorOf(authenticate({ url: HOME }, credential));
		expect(refusal.message).toMatch(/^'Host' /);
	});
});

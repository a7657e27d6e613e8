import { describe, expect, it } from '@jest/globals';

import { CallFailure } from '../../nodes/AgoraChatPush/callFailure.ts';
import { networkFailure } from '../../nodes/AgoraChatPush/service/errors/networkFailure.ts';
import { CanceledCall } from '../../nodes/AgoraChatPush/service/limits/canceledCall.ts';
import { aCall, TOKEN } from '../support/serviceCall.mts';

const ORIGIN = 'https://a41.chat.agora.io';

/** A request whose TLS handshake is over. */
const SECURED = { request: { socket: { encrypted: true, secureConnecting: false } } };

/** As n8n throws it: an error of its own whose cause is axios' error, which holds the request. */
function thrown(code: string): Error {
	const config = { headers: { Authorization: `Bearer ${TOKEN}` } };
	const cause = Object.assign(new Error(`request with ${TOKEN}`), { code, config });
	return new Error(`The connection failed for ${TOKEN}`, { cause });
}

describe('networkFailure, of a call that never reached the service', () => {
	it.each([
		['ECONNREFUSED', `The connection to ${ORIGIN} was refused`, "'Host'"],
		['ENOTFOUND', `${ORIGIN} could not be found`, "'Host'"],
		['EAI_AGAIN', `${ORIGIN} could not be found`, "'Host'"],
		['EHOSTUNREACH', `n8n's machine cannot reach ${ORIGIN}`, 'network'],
		['ENETUNREACH', `n8n's machine cannot reach ${ORIGIN}`, 'network'],
		['CERT_HAS_EXPIRED', `No secure connection to ${ORIGIN}`, 'NODE_EXTRA_CA_CERTS'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', `No secure connection to ${ORIGIN}`, 'NODE_EXTRA_CA_CERTS'],
		['ERR_TLS_CERT_ALTNAME_INVALID', `No secure connection to ${ORIGIN}`, "'Host'"],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', `No secure connection to ${ORIGIN}`, "'Host'"],
		['EPROTO', `No secure connection to ${ORIGIN}`, 'write http:// before it'],
		['ERR_SSL_WRONG_VERSION_NUMBER', `No secure connection to ${ORIGIN}`, 'write http://'],
		['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', `No secure connection to ${ORIGIN}`, "'Host'"],
		['EMFILE', 'too many open connections and files', 'open files'],
		['ENFILE', 'too many open connections and files', 'open files'],
		['EPERM', `is not allowed to connect to ${ORIGIN}`, 'firewall'],
		['EACCES', `is not allowed to connect to ${ORIGIN}`, 'firewall'],
	])('explains %s', (code, happened, toDo) => {
		const failure = networkFailure(thrown(code), aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toContain(happened);
		expect(failure.description).toContain(toDo);
		expect(failure.isUncertain).toBe(false);
		expect(failure.response.httpCode).toBeUndefined();
	});

	it.each([
		['EPROTO', { syscall: 'write' }, /No secure connection/],
		['ETIMEDOUT', { syscall: 'connect' }, /could be made within 1234 ms/],
		['ETIMEDOUT', { syscall: 'getaddrinfo' }, /could be made within 1234 ms/],
		[
			'ECONNRESET',
			{ request: { socket: { secureConnecting: true } } },
			/broke while it was being made/,
		],
		['ETIMEDOUT', { request: { socket: null } }, /could be made within 1234 ms/],
		['', { request: { socket: null } }, /broke while it was being made/],
		['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', SECURED, /No secure connection/],
	])('knows from %j with %j that it was not sent', (code, facts, words) => {
		const error = Object.assign(new Error(), { code, ...facts });
		const call = aCall({ ifRepeated: 'pushesAgain' });
		const failure = networkFailure(new Error('outer', { cause: error }), call);
		expect(failure.message).toMatch(words);
		expect(failure.isUncertain).toBe(false);
	});

	it('knows it from the words of Node.js where there is no code for it', () => {
		const words = 'Client network socket disconnected before secure TLS connection was established';
		const error = Object.assign(new Error(words), { code: 'ECONNRESET' });
		expect(networkFailure(error, aCall())).toMatchObject({ isUncertain: false, isTransient: true });
	});

	it.each([
		['ECONNREFUSED', / was refused$/],
		['ETIMEDOUT', /could be made within/],
	])('knows %s of a host with several addresses', (code, words) => {
		const errors = ['::1', '127.0.0.1'].map((address) =>
			Object.assign(new Error(), { code, syscall: 'connect', address, port: 443 }),
		);
		const cause = Object.assign(new AggregateError(errors), { code });
		const failure = networkFailure(Object.assign(new Error('', { cause }), { code }), aCall());
		expect(failure.message).toMatch(words);
		expect(failure).toMatchObject({ isUncertain: false, isTransient: true });
	});

	it.each([
		[
			{ code: 'ECONNREFUSED', syscall: 'connect', address: '10.0.0.1', port: 3128 },
			'10.0.0.1:3128',
		],
		[{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'proxy.acme' }, 'proxy.acme'],
	])('names the proxy of %j', (facts, proxy) => {
		const { message, description } = networkFailure(Object.assign(new Error(), facts), aCall());
		expect(message).toContain(`the proxy ${proxy}`);
		expect(message).not.toContain(ORIGIN);
		expect(description).toContain("proxy settings of n8n's machine");
	});

	it.each([
		{ code: 'ECONNREFUSED', syscall: 'connect', address: '10.0.0.1', port: 443 },
		{ code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'a41.chat.agora.io' },
	])('names no proxy where %j is of the service', (facts) => {
		const { message } = networkFailure(Object.assign(new Error(), facts), aCall());
		expect(message).toContain(ORIGIN);
	});

	it('knows that a call that was stopped before it was connected was not tried', () => {
		const error = Object.assign(new Error(), { code: 'ERR_CANCELED', request: { socket: null } });
		const state = { isCredentialRead: true, cutOffBy: 'cancel' } as const;
		expect(networkFailure(error, aCall(), state)).toBeInstanceOf(CanceledCall);
		expect(networkFailure({}, aCall(), { ...state, isCredentialRead: false })).toBeInstanceOf(
			CanceledCall,
		);
	});

	it("knows n8n's own refusal of a host by its words", () => {
		const words = 'The request was blocked because it resolves to a restricted IP address';
		const failure = networkFailure(new Error(words), aCall());
		expect(failure.message).toContain(`n8n's settings block calls to ${ORIGIN}`);
		expect(failure.description).toContain('N8N_SSRF_ALLOWED_HOSTNAMES');
		expect(failure.isUncertain).toBe(false);
	});
});

describe('networkFailure, of a call whose answer was lost', () => {
	const LOST = [
		['ECONNABORTED', 'within 1234 ms'],
		['ETIMEDOUT', 'within 1234 ms'],
		['ERR_CANCELED', 'execution was canceled'],
		['ECONNRESET', 'connection broke'],
		['EPIPE', 'connection broke'],
		['SOMETHING_NEW', 'connection broke'],
	];

	it.each(LOST)('does not advise to repeat a push after %s', (code, happened) => {
		const failure = networkFailure(thrown(code), aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toContain(happened);
		expect(failure.description).toMatch(/may have been reached.*Find out who got it/);
		expect(failure.isUncertain).toBe(true);
	});

	it.each(LOST)('advises to repeat what may be repeated after %s', (code, happened) => {
		const failure = networkFailure(thrown(code), aCall({ ifRepeated: 'harmless' }));
		expect(failure.message).toContain(happened);
		expect(failure.description).toMatch(/Run the workflow again.*does no harm/);
		expect(failure.isUncertain).toBe(true);
	});

	it.each(['read', 'write'])(
		'leaves open what a call did whose connection failed to %s',
		(syscall) => {
			const error = Object.assign(new Error(), { code: 'EHOSTUNREACH', syscall });
			const failure = networkFailure(new Error('outer', { cause: error }), aCall());
			expect(failure).toMatchObject({ isUncertain: true, isTransient: false });
		},
	);

	it.each([
		['ECONNRESET', SECURED],
		['EPROTO', SECURED],
		['ETIMEDOUT', SECURED],
		['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', SECURED],
		['ECONNRESET', { request: { socket: {} } }],
	])('leaves open what a call did that failed with %s after it was connected', (code, facts) => {
		const error = Object.assign(new Error(), { code, ...facts });
		expect(networkFailure(error, aCall())).toMatchObject({ isUncertain: true, isTransient: false });
	});

	it.each([undefined, null, 'text', {}, new Error('')])(
		'takes %j for a lost connection',
		(error) => {
			expect(networkFailure(error, aCall())).toMatchObject({ isUncertain: true });
		},
	);
});

describe('networkFailure', () => {
	it('finds the code however deep n8n has wrapped it', () => {
		const wrapped = new Error('outer', { cause: thrown('ECONNREFUSED') });
		expect(networkFailure(wrapped, aCall()).message).toContain('was refused');
		const bare = Object.assign(new Error('bare'), { code: 'ECONNREFUSED' });
		expect(networkFailure(bare, aCall()).message).toContain('was refused');
	});

	it('holds nothing of what was thrown, and so no token', () => {
		for (const code of ['ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET', 'EPROTO', '']) {
			const failure = networkFailure(thrown(code), aCall());
			expect(failure.cause).toBeUndefined();
			expect(failure.message + failure.description + String(failure.stack)).not.toContain(TOKEN);
		}
	});

	it('leaves a failure that is explained already as it is', () => {
		const explained = new CallFailure(
			{ message: 'what', description: 'then', isUncertain: true },
			{ httpCode: 500 },
		);
		expect(networkFailure(explained, aCall())).toBe(explained);
	});
});

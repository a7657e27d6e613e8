import { describe, expect, it } from '@jest/globals';

import { networkFailure } from '../../nodes/AgoraChatPush/calling/networkFailure.ts';
import { ServiceFailure } from '../../nodes/AgoraChatPush/calling/serviceFailure.ts';
import { aCall, TOKEN } from '../support/serviceCall.mts';

const ORIGIN = 'https://a41.chat.agora.io';

/** As n8n throws it: an error of its own whose cause is axios' error, which holds the request. */
function thrown(code: string): Error {
	const config = { headers: { Authorization: `Bearer ${TOKEN}` } };
	const cause = Object.assign(new Error(`request with ${TOKEN}`), { code, config });
	return new Error(`The connection failed for ${TOKEN}`, { cause });
}

describe('networkFailure, of a call that never reached the service', () => {
	it.each([
		['ECONNREFUSED', `Nothing takes calls at ${ORIGIN}`, "'Host'"],
		['ENOTFOUND', `${ORIGIN} could not be found`, "'Host'"],
		['EAI_AGAIN', `${ORIGIN} could not be found`, "'Host'"],
		['EHOSTUNREACH', `no way to ${ORIGIN}`, 'network'],
		['ENETUNREACH', `no way to ${ORIGIN}`, 'network'],
		['CERT_HAS_EXPIRED', `No secure connection to ${ORIGIN}`, 'NODE_EXTRA_CA_CERTS'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', `No secure connection to ${ORIGIN}`, 'NODE_EXTRA_CA_CERTS'],
		['ERR_TLS_CERT_ALTNAME_INVALID', `No secure connection to ${ORIGIN}`, "'Host'"],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', `No secure connection to ${ORIGIN}`, "'Host'"],
		['EPROTO', `No secure connection to ${ORIGIN}`, "'Host'"],
	])('explains %s', (code, happened, toDo) => {
		const failure = networkFailure(thrown(code), aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toContain(happened);
		expect(failure.description).toContain(toDo);
		expect(failure.isUncertain).toBe(false);
		expect(failure.answer.httpCode).toBeUndefined();
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
		expect(failure.description).toMatch(/may have been reached.*Check before you repeat/);
		expect(failure.isUncertain).toBe(true);
	});

	it.each(LOST)('advises to repeat what may be repeated after %s', (code, happened) => {
		const failure = networkFailure(thrown(code), aCall({ ifRepeated: 'harmless' }));
		expect(failure.message).toContain(happened);
		expect(failure.description).toMatch(/Run it again.*does no harm/);
		expect(failure.isUncertain).toBe(true);
	});

	it.each(['read', 'write'])(
		'leaves open what a call did whose connection failed to %s',
		(syscall) => {
			const error = Object.assign(new Error(), { code: 'EHOSTUNREACH', syscall });
			const failure = networkFailure(new Error('outer', { cause: error }), aCall());
			expect(failure).toMatchObject({ isUncertain: true, isPassing: false });
		},
	);

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
		expect(networkFailure(wrapped, aCall()).message).toContain('Nothing takes calls');
		const bare = Object.assign(new Error('bare'), { code: 'ECONNREFUSED' });
		expect(networkFailure(bare, aCall()).message).toContain('Nothing takes calls');
	});

	it('holds nothing of what was thrown, and so no token', () => {
		for (const code of ['ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET', 'EPROTO', '']) {
			const failure = networkFailure(thrown(code), aCall());
			expect(failure.cause).toBeUndefined();
			expect(failure.message + failure.description + String(failure.stack)).not.toContain(TOKEN);
		}
	});

	it('leaves a failure that is explained already as it is', () => {
		const explained = new ServiceFailure(
			{ message: 'what', description: 'then', isUncertain: true },
			{ httpCode: 500 },
		);
		expect(networkFailure(explained, aCall())).toBe(explained);
	});
});

import { credentialFailure, CallFailure, type Explanation } from '../../callFailure';
import { CanceledCall } from '../limits/canceledCall';
import type { CallContext } from '../serviceRequest';
import { connectionFacts, connectionProgress, proxyIn, type Progress } from './connectionProgress';
import { lostResponseAdvice } from './lostResponse';
import { NOT_CONNECTED, NOT_SENT, type NetworkCause } from './networkCauses';

/** Where a call was when it failed, as far as the node itself knows. */
export interface CallState {
	/** Whether n8n had read the credential, after which the request may have gone out. */
	isCredentialRead: boolean;
	cutOffBy?: 'deadline' | 'cancel';
}

/** Explains what n8n's HTTP helper threw; the thrown object itself holds the token and is dropped. */
export function networkFailure(
	error: unknown,
	call: CallContext,
	{ isCredentialRead, cutOffBy }: CallState = { isCredentialRead: true },
): CallFailure {
	if (error instanceof CallFailure) return error;
	if (!isCredentialRead) return credentialNotRead(error, call, cutOffBy);

	const facts = connectionFacts(error);
	const code = cutOffBy === undefined ? facts.code || codeOfN8n(facts.message) : CUT_OFF[cutOffBy];
	const progress = connectionProgress(facts);
	if (progress === 'notConnected' && code === CUT_OFF.cancel) return new CanceledCall();
	const cause = whyNotSent(code, progress);
	if (cause === undefined) {
		return new CallFailure({ ...explainLostResponse(code, call), isUncertain: true });
	}
	return new CallFailure({
		...cause.explain(call, proxyIn(facts, call.credential.origin)),
		isUncertain: false,
		isTransient: cause.isTransient,
	});
}

/** The codes that axios uses. */
const CUT_OFF = { deadline: 'ETIMEDOUT', cancel: 'ERR_CANCELED' };

function whyNotSent(code: string, progress: Progress): NetworkCause | undefined {
	// In TLS 1.3 a server may refuse the client's certificate after the client took the connection
	// for made; it has then read nothing of the request. Source: RFC 8446, 4.4.2.4.
	const isRefusedLate = /CERT/.test(code);
	if (progress === 'connected' && !isRefusedLate) return undefined;
	const causes = progress === 'notConnected' ? NOT_CONNECTED : NOT_SENT;
	return causes.find(({ codes }) => codes.test(code));
}

/** Of Node.js' HTTP parser, its `zlib`, and its Brotli. */
const NOT_HTTP = /^(HPE_|Z_DATA_ERROR|ERR__ERROR_FORMAT)/;

function explainLostResponse(code: string, call: CallContext): Explanation {
	const description = lostResponseAdvice(call);
	if (code === CUT_OFF.cancel) {
		return { message: 'The execution was canceled before the service answered', description };
	}
	if (NOT_HTTP.test(code)) {
		return {
			message: `No proper HTTP answer came from ${call.credential.origin}`,
			description: `Check 'Host' in the credential and its port. ${description}`,
		};
	}
	const { timeoutMs } = call.settings;
	return {
		message: /^(ECONNABORTED|ETIMEDOUT)$/.test(code)
			? `The service did not answer within ${timeoutMs} ms`
			: 'The connection broke before the service answered',
		description,
	};
}

/** n8n's own refusal of a host has no code. */
function codeOfN8n(message: string): string {
	return message.includes('resolves to a restricted IP address') ? 'SSRF' : '';
}

/** n8n reads the credential from its database for each call. */
function credentialNotRead(
	error: unknown,
	{ settings }: CallContext,
	cutOffBy: CallState['cutOffBy'],
): CallFailure {
	if (cutOffBy === 'cancel') return new CanceledCall();
	return credentialFailure(
		cutOffBy === 'deadline' ? `it took longer than ${settings.timeoutMs} ms` : error,
	);
}

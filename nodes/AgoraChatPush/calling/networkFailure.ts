import { isDataObject } from '../dataObject';
import type { CallContext } from './explanations';
import { whatIsKnown } from './whatIsKnown';
import { ServiceFailure, type Explanation } from './serviceFailure';

interface NetworkCause {
	codes: RegExp;
	/** Whether a call that fails like this has certainly not reached the service. */
	neverSent: boolean;
	/** Whether it may go by without anyone's doing; left out when not. */
	isPassing?: boolean;
	explain(call: CallContext): Explanation;
}

/** Codes are those of Node.js (`libuv`, `dns`, `tls`) and of axios, which n8n calls with. */
const CAUSES: NetworkCause[] = [
	{
		codes: /^ECONNREFUSED$/,
		neverSent: true,
		isPassing: true,
		explain: ({ credential }) => ({
			message: `Nothing takes calls at ${credential.origin}`,
			description:
				"Check 'Host' in the credential, and whether n8n's machine may reach it through its firewall.",
		}),
	},
	{
		codes: /^(ENOTFOUND|ENODATA|EAI_AGAIN|EAI_FAIL|ERR_INVALID_URL)$/,
		neverSent: true,
		isPassing: true,
		explain: ({ credential }) => ({
			message: `The host of ${credential.origin} could not be found`,
			description:
				"Check 'Host' in the credential for a typing slip, and whether n8n's machine can look names up.",
		}),
	},
	{
		codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
		neverSent: true,
		isPassing: true,
		explain: ({ credential }) => ({
			message: `There is no way to ${credential.origin} from n8n's machine`,
			description: 'Check its network, or run it again later.',
		}),
	},
	{
		codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|^EPROTO$|^ERR_SSL_WRONG_VERSION_NUMBER$/,
		neverSent: true,
		explain: ({ credential }) => ({
			message: `No secure connection to ${credential.origin} could be made`,
			description:
				"Its certificate is not trusted by n8n. Check 'Host' in the credential; for a host of your own, add its certificate authority to n8n with NODE_EXTRA_CA_CERTS.",
		}),
	},
	{
		codes: /^SSRF$/,
		neverSent: true,
		explain: ({ credential }) => ({
			message: `n8n's settings block calls to ${credential.origin}`,
			description: 'Ask the administrator of n8n to add the host to N8N_SSRF_ALLOWED_HOSTNAMES.',
		}),
	},
	{
		codes: /^(ECONNABORTED|ETIMEDOUT)$/,
		neverSent: false,
		explain: (call) => ({
			message: `The service did not answer within ${call.settings.timeoutMs} ms`,
			description: whatIsKnown(call),
		}),
	},
	{
		codes: /^ERR_CANCELED$/,
		neverSent: false,
		explain: (call) => ({
			message: 'The execution was canceled before the service answered',
			description: whatIsKnown(call),
		}),
	},
];

const CONNECTION_LOST: Omit<NetworkCause, 'codes'> = {
	neverSent: false,
	explain: (call) => ({
		message: 'The connection broke before the service answered',
		description: whatIsKnown(call),
	}),
};

/** Stands for what was thrown when a call did not end in time. */
export const TIMED_OUT = { code: 'ETIMEDOUT' };

/** Explains what n8n's HTTP helper threw; the thrown object itself holds the token and is dropped. */
export function networkFailure(error: unknown, call: CallContext): ServiceFailure {
	if (error instanceof ServiceFailure) return error;
	const code = codeOf(error);
	const known = wasConnected(error) ? undefined : CAUSES.find(({ codes }) => codes.test(code));
	const cause = known ?? CONNECTION_LOST;
	return new ServiceFailure({
		...cause.explain(call),
		isUncertain: !cause.neverSent,
		isPassing: cause.isPassing,
	});
}

/** A code such as EHOSTUNREACH may also come of a connection over which the call went out. */
function wasConnected(error: unknown): boolean {
	if (!isDataObject(error)) return false;
	return wasConnected(error.cause) || error.syscall === 'read' || error.syscall === 'write';
}

/** n8n wraps axios' error, which holds the code, as the `cause` of its own. */
function codeOf(error: unknown): string {
	if (!isDataObject(error)) return '';
	const code = codeOf(error.cause) || error.code;
	if (typeof code === 'string' && code !== '') return code;
	return /resolves to a restricted IP address/.test(String(error.message)) ? 'SSRF' : '';
}

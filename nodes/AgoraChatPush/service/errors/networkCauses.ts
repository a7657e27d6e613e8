import type { Explanation } from '../../jobFailure';
import type { CallContext } from '../serviceRequest';

/** A reason why a call was not sent. */
export interface NetworkCause {
	codes: RegExp;
	/** Whether a later try may succeed with nothing changed. */
	isTransient?: boolean;
	/** @param proxy its address, where it was the proxy that could not be reached; else empty. */
	explain(call: CallContext, proxy: string): Explanation;
}

/**
 * What keeps a call from being sent. Codes are those of Node.js (`libuv`, `dns`, `tls`) and of axios,
 * which n8n calls with.
 */
export const NOT_SENT: NetworkCause[] = [
	{
		codes: /^ECONNREFUSED$/,
		isTransient: true,
		explain: ({ credential }, proxy) => ({
			message: `The connection to ${nameOf(proxy, credential.origin)} was refused`,
			description:
				proxy === ''
					? "Check 'Host' in the credential, and whether n8n's machine may reach it through its firewall."
					: "Check whether the proxy runs, and the proxy settings of n8n's machine.",
		}),
	},
	{
		codes: /^(ENOTFOUND|ENODATA|EAI_AGAIN|EAI_FAIL|ERR_INVALID_URL)$/,
		isTransient: true,
		explain: ({ credential }, proxy) => ({
			message: `The host of ${nameOf(proxy, credential.origin)} could not be found`,
			description:
				proxy === ''
					? "Check 'Host' in the credential for a typing slip, and whether n8n's machine can look names up."
					: "Check the proxy settings of n8n's machine.",
		}),
	},
	{
		codes: /^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/,
		isTransient: true,
		explain: ({ credential }, proxy) => ({
			message: `n8n's machine cannot reach ${nameOf(proxy, credential.origin)}`,
			description: 'Check its network, or run it again later.',
		}),
	},
	{
		codes: /^(EMFILE|ENFILE)$/,
		isTransient: true,
		explain: () => ({
			message: "n8n's machine has too many open connections and files",
			description: 'Run it again later, or ask the administrator of n8n to allow more open files.',
		}),
	},
	{
		codes: /^(EPERM|EACCES)$/,
		explain: ({ credential }, proxy) => ({
			message: `n8n's machine is not allowed to connect to ${nameOf(proxy, credential.origin)}`,
			description: 'Ask the administrator of n8n to allow it in the firewall.',
		}),
	},
	{
		codes: /CERT|SELF_SIGNED|UNABLE_TO_VERIFY/,
		explain: ({ credential }) => ({
			message: `No secure connection to ${credential.origin} could be made`,
			description:
				"Its certificate is not trusted by n8n. Check 'Host' in the credential; for a host of your own, add its certificate authority to n8n with NODE_EXTRA_CA_CERTS.",
		}),
	},
	{
		codes: /^(EPROTO|ERR_SSL_.*|ERR_TLS_.*)$/,
		explain: ({ credential }) => ({
			message: `No secure connection to ${credential.origin} could be made`,
			description:
				"Check 'Host' in the credential and its port. If it speaks plain http, write http:// before it.",
		}),
	},
	{
		codes: /^SSRF$/,
		explain: ({ credential }) => ({
			message: `n8n's settings block calls to ${credential.origin}`,
			description: 'Ask the administrator of n8n to add the host to N8N_SSRF_ALLOWED_HOSTNAMES.',
		}),
	},
];

/** What else may happen while a connection is made; each code has one that fits. */
export const NOT_CONNECTED: NetworkCause[] = [
	...NOT_SENT,
	{
		codes: /^(ECONNABORTED|ETIMEDOUT)$/,
		isTransient: true,
		explain: ({ credential, settings }, proxy) => ({
			message: `No connection to ${nameOf(proxy, credential.origin)} could be made within ${settings.timeoutMs} ms`,
			description:
				"Check 'Host' in the credential, and whether n8n's machine may reach it through its firewall.",
		}),
	},
	{
		codes: /^/,
		isTransient: true,
		explain: ({ credential }, proxy) => ({
			message: `The connection to ${nameOf(proxy, credential.origin)} broke while it was being made`,
			description:
				"Nothing was sent. Run it again later, or check 'Host' in the credential and its port.",
		}),
	},
];

function nameOf(proxy: string, origin: string): string {
	return proxy === '' ? origin : `the proxy ${proxy}`;
}

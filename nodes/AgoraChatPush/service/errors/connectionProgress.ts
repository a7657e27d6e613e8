import { isDataObject } from '../../json/dataObject';

/** How far a failed call came. */
export type Progress = 'notConnected' | 'connected' | 'unknown';

/** What Node.js tells of a failed connection, in the error itself or in one of its causes. */
interface ConnectionFacts {
	code: string;
	syscall?: unknown;
	message: string;
	/** Where the connection led, or the name that was looked up. */
	address?: unknown;
	port?: unknown;
	hostname?: unknown;
	/** The request as axios adds it. */
	request?: unknown;
}

/** n8n wraps axios' error, and axios that of Node.js, each as the `cause` of its own. */
export function connectionFacts(error: unknown): ConnectionFacts {
	if (!isDataObject(error)) return { code: '', message: '' };
	const inner = isDataObject(error.cause) ? connectionFacts(error.cause) : firstOfSeveral(error);
	const { syscall, address, port, hostname, request, code, message } = error;
	return {
		code: inner?.code || (typeof code === 'string' ? code : ''),
		message: `${String(message)} ${inner?.message ?? ''}`,
		syscall: inner?.syscall ?? syscall,
		address: inner?.address ?? address,
		port: inner?.port ?? port,
		hostname: inner?.hostname ?? hostname,
		request: inner?.request ?? request,
	};
}

/** A host with several addresses gives an error for each: an AggregateError. */
function firstOfSeveral({ errors }: { errors?: unknown }): ConnectionFacts | undefined {
	return Array.isArray(errors) ? connectionFacts(errors[0]) : undefined;
}

/** `getaddrinfo` looks a name up. */
const BEFORE_CONNECTION = ['connect', 'getaddrinfo'];

/** Works with what `http.ClientRequest` and `tls.TLSSocket` tell after they were destroyed, too. */
export function connectionProgress({ code, syscall, message, request }: ConnectionFacts): Progress {
	if (isDataObject(request) && 'socket' in request) {
		const { socket } = request;
		if (!isDataObject(socket) || socket.secureConnecting === true) return 'notConnected';
		if (socket.secureConnecting === false) return 'connected';
	}
	if (typeof syscall === 'string' && BEFORE_CONNECTION.includes(syscall)) return 'notConnected';
	if (message.includes('before secure TLS connection was established')) return 'notConnected';
	const isHandshake = code === 'EPROTO';
	return (syscall === 'read' || syscall === 'write') && !isHandshake ? 'connected' : 'unknown';
}

/** The host that a connection was made to, where it is another than the service's: a proxy. */
export function proxyIn({ address, port, hostname }: ConnectionFacts, origin: string): string {
	const home = new URL(origin);
	if (typeof hostname === 'string') return hostname === unbracketed(home.hostname) ? '' : hostname;
	const homePort = Number(home.port || (home.protocol === 'https:' ? 443 : 80));
	return typeof port === 'number' && port !== homePort ? `${String(address)}:${port}` : '';
}

function unbracketed(hostname: string): string {
	return hostname.replace(/^\[|\]$/g, '');
}

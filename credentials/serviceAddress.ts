import { UserError } from 'n8n-workflow';

const LOOPBACK_NAMES = ['localhost', 'host.docker.internal', '[::1]'];

/**
 * Turns what a user writes into 'Host' into an origin such as `https://a41.chat.agora.io`.
 *
 * A bare name means https. Plain http is for this machine and its containers only, because the
 * token would travel readable.
 *
 * @throws UserError when the text is no host, carries more than a host, or is http to a public one.
 */
export function serviceOrigin(host: string): string {
	const written = host.trim();
	if (written === '') throw badHost("'Host' is empty");

	const address = parseUrl(written.includes('://') ? written : `https://${written}`);
	if (address === undefined) throw badHost(`'Host' is not a host name: ${withoutLogin(written)}`);
	if (address.username !== '' || address.password !== '') {
		throw badHost("'Host' holds a user name or password");
	}
	if (address.protocol !== 'https:' && address.protocol !== 'http:') {
		throw badHost(`'Host' begins with ${address.protocol}//, but only https:// can be used`);
	}
	if (address.pathname !== '/' || address.search !== '' || address.hash !== '') {
		throw badHost(`'Host' holds more than a host name: ${written}`);
	}
	if (address.protocol === 'http:' && !isPrivateName(address.hostname)) {
		throw new UserError(`'Host' asks for plain http to ${address.host}`, {
			description:
				'The token would travel unencrypted, so nothing was sent. Leave out http:// to use https; plain http works for localhost, host.docker.internal and names without a dot only.',
		});
	}
	return address.origin;
}

/** Reads an absolute URL, or one relative to `base`; undefined when it is none. */
export function parseUrl(url: string, base?: string): URL | undefined {
	try {
		return new URL(url, base);
	} catch {
		return undefined;
	}
}

/** `hostname` is as the URL standard writes it: lower case, every form of IPv4 as four numbers. */
function isPrivateName(hostname: string): boolean {
	const isIpv6 = hostname.startsWith('[');
	return (
		LOOPBACK_NAMES.includes(hostname) ||
		/^127\.\d+\.\d+\.\d+$/.test(hostname) ||
		(!isIpv6 && !hostname.includes('.'))
	);
}

function withoutLogin(written: string): string {
	return written.slice(written.lastIndexOf('@') + 1);
}

function badHost(message: string): UserError {
	return new UserError(message, {
		description:
			"Copy the host from the Agora console (Chat, Configure, 'REST API'), such as a41.chat.agora.io, without a path.",
	});
}

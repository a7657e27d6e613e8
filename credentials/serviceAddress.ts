import { checkLength } from '../nodes/AgoraChatPush/reading/checkLength';
import { quoteCharacter } from '../nodes/AgoraChatPush/reading/quote';
import { UserError } from '../nodes/AgoraChatPush/userError';

/** Room for the longest name that DNS allows, with scheme and port. */
const MAX_HOST_LENGTH = 300;

/** Characters that the URL standard drops, decodes or hides, so that a host would not be what it looks like. */
const MISLEADING = /[\s%\p{C}]/u;

const LOOPBACK_NAMES = ['localhost', 'host.docker.internal', '[::1]'];

/**
 * Turns what a user writes into 'Host' into an origin such as `https://a41.chat.agora.io`.
 *
 * A bare name means https. Plain http is for this machine and its containers only, because the
 * token would travel readable.
 *
 * @throws UserError when the text is not a host, holds more than a host, or is http to a public one;
 * also for a number, which the URL standard would turn into the address of some machine.
 */
export function serviceOrigin(host: string): string {
	const written = host.trim();
	if (written === '') throw badHost("'Host' is empty");
	checkLength(written, MAX_HOST_LENGTH, { fieldText: () => "'Host'", advice: COPY_HOST });

	const [, scheme = '', bare = ''] = /^([a-z][a-z0-9+.-]*:\/\/)?([^]*?)\/?$/i.exec(written) ?? [];
	const isHttp = scheme === '' || /^https?:/i.test(scheme);
	if (!isHttp) {
		throw badHost(`'Host' begins with ${scheme.toLowerCase()}, but only https:// can be used`);
	}
	if (/[/\\?#]/.test(bare)) {
		const withoutLogin = written.slice(written.lastIndexOf('@') + 1);
		throw badHost(`'Host' holds more than a host name: ${withoutLogin}`);
	}
	if (bare.includes('@')) throw badHost("'Host' holds a user name or password");
	const misleading = MISLEADING.exec(bare)?.[0];
	if (misleading !== undefined) {
		throw badHost(`'Host' is not a host name, because it holds ${quoteCharacter(misleading)}`);
	}
	const address = parseUrl(`${scheme || 'https://'}${bare}`);
	if (address === undefined) throw badHost(`'Host' is not a host name: ${written}`);
	if (isIpv4(address.hostname) && bare.replace(/\.?(:\d*)?$/, '') !== address.hostname) {
		throw new UserError(`'Host' is a number, not a host name: ${bare}`, {
			description: `Is it the Org Name? ${COPY_HOST}`,
		});
	}
	if (address.protocol === 'http:' && !isPrivateName(address.hostname)) {
		throw new UserError(`'Host' asks for plain http to ${address.host}`, {
			description:
				'The token would travel unencrypted, so nothing was sent. Leave out http:// to use https; plain http works for localhost, host.docker.internal and names without a dot only.',
		});
	}
	return address.origin;
}

/** Reads an absolute URL, or one relative to `base`; undefined when it is not valid. */
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
		(isIpv4(hostname) && hostname.startsWith('127.')) ||
		(!isIpv6 && !hostname.includes('.'))
	);
}

function isIpv4(hostname: string): boolean {
	return /^\d+\.\d+\.\d+\.\d+$/.test(hostname);
}

function badHost(message: string): UserError {
	return new UserError(message, { description: COPY_HOST });
}

const COPY_HOST =
	"Copy the host from the Agora console (Chat, Configure, 'REST API'), such as a41.chat.agora.io, without a path.";

import { http } from '../support/rawServer.mts';

/** An answer that sends the call on, which must not be followed: the token is for one host only. */
export interface RedirectVector {
	name: string;
	/** @param trap the origin of a server that must hear nothing; @param home the service's own. */
	answer: (trap: string, home: string) => Buffer | string;
}

const moved = (status: number, location: string, more: Record<string, string> = {}): Buffer =>
	http(status, '{}', { Location: location, ...more });

export const REDIRECT_VECTORS: RedirectVector[] = [
	...[300, 301, 302, 303, 305, 307, 308].map((status): RedirectVector => ({
		name: `${status} to another origin`,
		answer: (trap) => moved(status, `${trap}/acme/shop/push/label`),
	})),
	{
		name: 'to another origin without a scheme',
		answer: (trap) => moved(302, trap.replace('http:', '')),
	},
	{
		name: 'to another origin with a login',
		answer: (trap) => moved(302, trap.replace('//', '//a:b@')),
	},
	{
		name: 'to another origin by backslashes',
		answer: (trap) => moved(302, trap.replace('//', '\\\\')),
	},
	{
		name: 'to localhost by name',
		answer: (trap) => moved(302, trap.replace('127.0.0.1', 'localhost')),
	},
	{ name: 'to plain http elsewhere', answer: () => moved(301, 'http://192.0.2.1/') },
	{ name: 'to https elsewhere', answer: () => moved(301, 'https://evil.invalid/') },
	{ name: 'to a file', answer: () => moved(302, 'file:///etc/passwd') },
	{ name: 'to data', answer: () => moved(302, 'data:application/json,{"data":[]}') },
	{
		name: 'to itself for ever',
		answer: (_trap, home) => moved(302, `${home}/acme/shop/push/label`),
	},
	{ name: 'to a path of its own', answer: () => moved(307, '/elsewhere') },
	{ name: 'to nowhere', answer: () => http(302, '{}') },
	{ name: 'to what is no address', answer: () => moved(302, 'http://[') },
	{ name: 'to two places', answer: (trap) => moved(302, `${trap}\r\nLocation: ${trap}/2`) },
	{
		name: 'after a moment, by a header',
		answer: (trap) => http(200, 'x', { Refresh: `0; url=${trap}` }),
	},
	{
		name: 'by a page',
		answer: (trap) => http(200, `<html><meta http-equiv=refresh content="0;${trap}">`),
	},
	{
		name: 'to another service by Alt-Svc',
		answer: (trap) => moved(302, trap, { 'Alt-Svc': `h2="${trap.slice(7)}"` }),
	},
	{
		name: 'with a proxy',
		answer: (trap) => http(407, '{}', { 'Proxy-Authenticate': 'Basic', Location: trap }),
	},
];

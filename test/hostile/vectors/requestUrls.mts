/** Where a request with the credential goes, as other nodes may write it. The credential is for `HOME`. */
export interface UrlVector {
	name: string;
	options: { url?: unknown; uri?: unknown; baseURL?: string };
	/** Whether the token may go along. */
	isHome: boolean;
}

const HOME = 'https://a41.chat.agora.io';
const EVIL = 'https://evil.example';

export const URL_VECTORS: UrlVector[] = [
	{ name: 'home', options: { url: `${HOME}/acme/shop/push/label` }, isHome: true },
	{ name: 'home in capitals', options: { url: 'HTTPS://A41.CHAT.AGORA.IO/x' }, isHome: true },
	{ name: 'home with the usual port', options: { url: `${HOME}:443/x` }, isHome: true },
	{ name: 'home, with evil in the path', options: { url: `${HOME}/${EVIL}` }, isHome: true },
	{ name: 'home, with evil in the query', options: { url: `${HOME}/?next=${EVIL}` }, isHome: true },
	{ name: 'home, with an at in the path', options: { url: `${HOME}/@evil.example` }, isHome: true },
	{ name: 'elsewhere', options: { url: `${EVIL}/acme/shop` }, isHome: false },
	{ name: 'plain http', options: { url: 'http://a41.chat.agora.io/x' }, isHome: false },
	{ name: 'ws', options: { url: 'ws://a41.chat.agora.io/x' }, isHome: false },
	{ name: 'wss', options: { url: 'wss://a41.chat.agora.io/x' }, isHome: false },
	{ name: 'ftp', options: { url: 'ftp://a41.chat.agora.io/x' }, isHome: false },
	{ name: 'file', options: { url: 'file://a41.chat.agora.io/x' }, isHome: false },
	{ name: 'another port', options: { url: `${HOME}:8443/x` }, isHome: false },
	{ name: 'a trailing dot', options: { url: `${HOME}./x` }, isHome: false },
	{ name: 'a name that goes on', options: { url: `${HOME}.evil.example/x` }, isHome: false },
	{
		name: 'a name that goes on after an encoded dot',
		options: { url: `${HOME}%2eevil.example` },
		isHome: false,
	},
	{
		name: 'a name with something before it',
		options: { url: 'https://evila41.chat.agora.io' },
		isHome: false,
	},
	{ name: 'the parent domain', options: { url: 'https://chat.agora.io/' }, isHome: false },
	{ name: 'a Cyrillic look-alike', options: { url: 'https://а41.chat.agora.io/' }, isHome: false },
	{ name: 'home as login', options: { url: `${HOME}@evil.example/` }, isHome: false },
	{ name: 'home as login and port', options: { url: `${HOME}:443@evil.example/` }, isHome: false },
	{
		name: 'home after a backslash',
		options: { url: 'https://evil.example\\@a41.chat.agora.io/' },
		isHome: false,
	},
	{ name: 'home in a fragment', options: { url: `${EVIL}#${HOME}` }, isHome: false },
	{ name: 'home in a query', options: { url: `${EVIL}?${HOME}` }, isHome: false },
	{ name: 'backslashes for slashes', options: { url: 'https:\\\\evil.example\\x' }, isHome: false },
	{ name: 'one slash', options: { url: 'https:/evil.example/x' }, isHome: false },
	{ name: 'no slash', options: { url: 'https:evil.example/x' }, isHome: false },
	{ name: 'a tab in the scheme', options: { url: 'ht\ttps://evil.example' }, isHome: false },
	{ name: 'LF in the name', options: { url: `${HOME}\n.evil.example` }, isHome: false },
	{ name: 'a space before it', options: { url: ` ${EVIL}` }, isHome: false },
	{ name: 'no address', options: {}, isHome: false },
	{ name: 'an empty address', options: { url: '' }, isHome: false },
	{ name: 'a path alone', options: { url: '/acme/shop' }, isHome: false },
	{ name: 'a base elsewhere', options: { url: '/x', baseURL: EVIL }, isHome: false },
	{
		name: 'elsewhere from a base at home',
		options: { url: `${EVIL}/x`, baseURL: HOME },
		isHome: false,
	},
	{
		name: 'two slashes from a base at home',
		options: { url: '//evil.example/x', baseURL: HOME },
		isHome: false,
	},
	{
		name: 'backslashes from a base at home',
		options: { url: '\\\\evil.example/x', baseURL: HOME },
		isHome: false,
	},
	{
		name: 'a slash and a backslash from a base at home',
		options: { url: '/\\evil.example', baseURL: HOME },
		isHome: false,
	},
	{
		name: 'a tab between slashes from a base at home',
		options: { url: '/\t/evil.example', baseURL: HOME },
		isHome: false,
	},
	{
		name: 'up and away from a base at home',
		options: { url: '../../..//evil.example', baseURL: HOME },
		isHome: true,
	},
	{ name: 'uri at home, url elsewhere', options: { uri: HOME, url: EVIL }, isHome: false },
	{ name: 'url at home, uri elsewhere', options: { uri: EVIL, url: HOME }, isHome: false },
	{ name: 'uri elsewhere alone', options: { uri: EVIL }, isHome: false },
	{
		name: 'a URL object elsewhere, base at home',
		options: { url: new URL(EVIL), baseURL: HOME },
		isHome: false,
	},
	{
		name: 'a list that reads as elsewhere, base at home',
		options: { url: [EVIL], baseURL: HOME },
		isHome: false,
	},
	{
		name: 'an object as uri, base at home',
		options: { uri: { href: EVIL }, baseURL: HOME },
		isHome: false,
	},
];

/** What a user, or whoever may write a credential, puts into 'Host'. */
export interface HostVector {
	name: string;
	host: unknown;
	/** The origin that the token goes to, or words of the refusal. */
	becomes: string | RegExp;
}

const HOME = 'https://a41.chat.agora.io';
const LOGIN = /'Host' holds a user name or password/;
const MORE = /'Host' holds more than a host name/;
const NONE = /'Host' is not a host name/;
const NUMBER = /'Host' is a number, not a host name/;
const PLAIN = /'Host' asks for plain http to .*/;
const HIDDEN = /'Host' is not a host name, because it holds (a space|'U\+[0-9A-F]{4}')$/;
const PERCENT = /'Host' is not a host name, because it holds '%'$/;
const TEN_MEGABYTES = 10_000_000;

export const HOST_VECTORS: HostVector[] = [
	{ name: 'a name', host: 'a41.chat.agora.io', becomes: HOME },
	{ name: 'capitals', host: 'HTTPS://A41.CHAT.AGORA.IO/', becomes: HOME },
	{ name: 'space around it', host: '\t a41.chat.agora.io \r\n', becomes: HOME },
	{ name: 'a mark of byte order before it', host: '\uFEFFa41.chat.agora.io', becomes: HOME },
	{ name: 'the usual port', host: 'a41.chat.agora.io:443', becomes: HOME },
	{ name: 'a trailing dot', host: 'a41.chat.agora.io.', becomes: `${HOME}.` },
	{ name: 'two trailing dots', host: 'http://localhost..', becomes: PLAIN },
	{ name: 'a number', host: 1, becomes: NUMBER },
	{ name: 'digits', host: '41434878', becomes: NUMBER },

	{ name: 'a login', host: 'https://anna:pass@a41.chat.agora.io', becomes: LOGIN },
	{
		name: 'the right host as login',
		host: 'https://a41.chat.agora.io@evil.example',
		becomes: LOGIN,
	},
	{
		name: 'the right host as password',
		host: 'https://x:a41.chat.agora.io@evil.example',
		becomes: LOGIN,
	},
	{ name: 'an empty login', host: 'https://@evil.example', becomes: LOGIN },
	{ name: 'an empty login and password', host: ':@evil.example', becomes: LOGIN },
	{ name: 'an encoded login', host: 'a41.chat.agora.io%40evil.example', becomes: PERCENT },
	{ name: 'a full-width at', host: 'a41.chat.agora.io＠evil.example', becomes: NONE },

	{ name: 'ftp', host: 'ftp://a41.chat.agora.io', becomes: /begins with ftp:/ },
	{ name: 'file', host: 'file:///etc/passwd', becomes: /begins with file:/ },
	{
		name: 'javascript',
		host: 'javascript://a41.chat.agora.io',
		becomes: /begins with javascript:/,
	},
	{ name: 'javascript without slashes', host: 'javascript:alert(1)', becomes: NONE },
	{ name: 'data', host: 'data:text/html,x', becomes: MORE },
	{ name: 'ws', host: 'ws://a41.chat.agora.io', becomes: /begins with ws:/ },
	{ name: 'gopher', host: 'gopher://a41.chat.agora.io', becomes: /begins with gopher:/ },
	{ name: 'unix', host: 'unix:///var/run/docker.sock', becomes: /begins with unix:/ },
	{ name: 'blob', host: 'blob:https://a41.chat.agora.io', becomes: /'Host'/ },
	{ name: 'a scheme twice', host: 'https://https://a41.chat.agora.io', becomes: MORE },
	{ name: 'a scheme with backslashes', host: 'https:\\\\evil.example', becomes: MORE },
	{ name: 'a scheme without slashes', host: 'https:a41.chat.agora.io', becomes: NONE },
	{ name: 'a scheme with three slashes', host: 'https:///evil.example', becomes: MORE },
	{ name: 'slashes alone', host: '//evil.example', becomes: MORE },

	{ name: 'a name that goes on', host: 'http://localhost.evil.example', becomes: PLAIN },
	{ name: 'the loopback as a part', host: 'http://127.0.0.1.evil.example', becomes: PLAIN },
	{
		name: 'the loopback with a dot',
		host: 'http://127.0.0.1.',
		becomes: 'http://127.0.0.1',
	},
	{ name: 'a hyphen instead of a dot', host: 'http://localhost-evil.example', becomes: PLAIN },
	{
		name: 'the container of Docker that goes on',
		host: 'http://host.docker.internal.evil.example',
		becomes: PLAIN,
	},
	{
		name: 'a Cyrillic look-alike',
		host: 'а41.chat.agora.io',
		becomes: 'https://xn--41-6kc.chat.agora.io',
	},
	{ name: 'an ideographic full stop', host: 'http://localhost。evil', becomes: PLAIN },
	{ name: 'a full-width full stop', host: 'http://localhost．evil', becomes: PLAIN },
	{ name: 'a half-width ideographic full stop', host: 'http://localhost｡evil', becomes: PLAIN },
	{ name: 'full-width letters', host: 'http://ｅｖｉｌ．example', becomes: PLAIN },
	{ name: 'an encoded dot', host: 'http://localhost%2eevil', becomes: PERCENT },
	{ name: 'an encoded slash', host: 'a41.chat.agora.io%2f.evil.example', becomes: PERCENT },
	{ name: 'an encoded letter', host: 'https://%65vil.example', becomes: PERCENT },
	{ name: 'an encoded NUL', host: 'a41.chat.agora.io%00.evil.example', becomes: PERCENT },
	{ name: 'a lone percent', host: 'a41.chat.agora.io%', becomes: PERCENT },

	{ name: 'port 0', host: 'https://a41.chat.agora.io:0', becomes: `${HOME}:0` },
	{ name: 'port 65535', host: 'https://a41.chat.agora.io:65535', becomes: `${HOME}:65535` },
	{ name: 'port 65536', host: 'https://a41.chat.agora.io:65536', becomes: NONE },
	{ name: 'a negative port', host: 'a41.chat.agora.io:-1', becomes: NONE },
	{ name: 'a port that is no number', host: 'a41.chat.agora.io:evil', becomes: NONE },
	{ name: 'two ports', host: 'a41.chat.agora.io:443:80', becomes: NONE },
	{
		name: 'the port of the other scheme',
		host: 'http://localhost:443',
		becomes: 'http://localhost:443',
	},
	{ name: 'http on the port of https', host: 'http://a41.chat.agora.io:443', becomes: PLAIN },

	{ name: 'IPv6 of this machine', host: 'http://[::1]:80', becomes: 'http://[::1]' },
	{ name: 'IPv6 in full', host: 'http://[0:0:0:0:0:0:0:1]', becomes: 'http://[::1]' },
	{ name: 'IPv6 of all interfaces', host: 'http://[::]', becomes: PLAIN },
	{ name: 'IPv4 in IPv6', host: 'http://[::ffff:127.0.0.1]', becomes: PLAIN },
	{ name: 'IPv4 in IPv6 by hexadecimals', host: 'http://[::ffff:7f00:1]', becomes: PLAIN },
	{ name: 'IPv6 with a zone', host: 'http://[fe80::1%25eth0]', becomes: PERCENT },
	{ name: 'IPv6 without brackets', host: 'http://::1', becomes: NONE },
	{ name: 'IPv6 not closed', host: 'http://[::1', becomes: NONE },

	{ name: 'a public IPv4', host: 'http://192.0.2.1', becomes: PLAIN },
	{ name: 'a private IPv4', host: 'http://192.168.0.1', becomes: PLAIN },
	{ name: 'the metadata service of a cloud', host: 'http://169.254.169.254', becomes: PLAIN },
	{ name: 'a decimal public IPv4', host: 'http://3221225985', becomes: NUMBER },
	{ name: 'an octal public IPv4', host: 'http://0300.0.2.1', becomes: NUMBER },
	{ name: 'a hexadecimal public IPv4', host: 'http://0xC0000201', becomes: NUMBER },
	{ name: 'a decimal loopback', host: 'http://2130706433', becomes: NUMBER },
	{ name: 'an octal loopback', host: 'http://0177.0.0.1', becomes: NUMBER },
	{ name: 'a hexadecimal loopback', host: 'http://0x7f.1', becomes: NUMBER },
	{ name: 'a short loopback', host: 'http://127.1', becomes: NUMBER },
	{ name: 'all interfaces', host: 'http://0.0.0.0', becomes: PLAIN },
	{ name: 'all interfaces, short', host: 'http://0', becomes: NUMBER },
	{ name: 'too large an IPv4', host: 'http://256.256.256.256', becomes: NONE },
	{ name: 'IPv4 in full-width digits', host: 'http://１９２.0.2.1', becomes: NUMBER },

	{ name: 'a space within', host: 'a41.chat agora.io', becomes: HIDDEN },
	{ name: 'a tab within', host: 'a41.chat\t.agora.io', becomes: HIDDEN },
	{ name: 'LF within', host: 'a41.chat\n.agora.io', becomes: HIDDEN },
	{ name: 'a header after CR LF', host: 'a41.chat.agora.io\r\nX-Evil: 1', becomes: HIDDEN },
	{ name: 'a second host after LF', host: 'a41.chat.agora.io\n.evil.example', becomes: HIDDEN },
	{ name: 'NUL', host: 'a41.chat.agora.io\0.evil.example', becomes: HIDDEN },
	{ name: 'a zero-width space', host: 'a41.chat\u200B.agora.io', becomes: HIDDEN },
	{ name: 'a soft hyphen', host: 'a41.chat\u00AD.agora.io', becomes: HIDDEN },
	{ name: 'right-to-left override', host: 'a41.\u202Echat.agora.io', becomes: HIDDEN },
	{ name: 'a lone surrogate', host: 'a41.\ud800.agora.io', becomes: HIDDEN },
	{ name: 'a no-break space', host: 'a41.chat\u00A0.agora.io', becomes: HIDDEN },

	{ name: 'a path', host: 'a41.chat.agora.io/evil', becomes: MORE },
	{ name: 'a path that vanishes', host: 'a41.chat.agora.io/.', becomes: MORE },
	{ name: 'a path up', host: 'a41.chat.agora.io/..', becomes: MORE },
	{ name: 'a path up and down', host: 'a41.chat.agora.io/evil/..', becomes: MORE },
	{ name: 'an encoded path up', host: 'a41.chat.agora.io/%2e%2e', becomes: MORE },
	{ name: 'two slashes at the end', host: 'a41.chat.agora.io//', becomes: MORE },
	{ name: 'a backslash', host: 'a41.chat.agora.io\\@evil.example', becomes: /'Host' holds/ },
	{ name: 'a query', host: 'a41.chat.agora.io?x=1', becomes: MORE },
	{ name: 'an empty query', host: 'a41.chat.agora.io?', becomes: MORE },
	{ name: 'a fragment', host: 'a41.chat.agora.io#x', becomes: MORE },
	{ name: 'an empty fragment', host: 'a41.chat.agora.io#', becomes: MORE },
	{ name: 'a host in a fragment', host: 'https://evil.example#@a41.chat.agora.io', becomes: MORE },
	{ name: 'a host in a query', host: 'https://evil.example?@a41.chat.agora.io', becomes: MORE },

	{ name: 'nothing', host: '', becomes: /'Host' is empty/ },
	{ name: 'space alone', host: ' \t\r\n', becomes: /'Host' is empty/ },
	{ name: 'null', host: null, becomes: /'Host' is empty/ },
	{ name: 'a list', host: ['a41.chat.agora.io'], becomes: /'Host' is empty/ },
	{ name: 'an object', host: { toString: 'a' }, becomes: /'Host' is empty/ },
	{ name: 'dots alone', host: '...', becomes: 'https://...' },
	{
		name: 'two hosts',
		host: 'a41.chat.agora.io,evil.example',
		becomes: 'https://a41.chat.agora.io,evil.example',
	},
	{
		name: 'a label of 64 characters',
		host: `${'x'.repeat(64)}.io`,
		becomes: `https://${'x'.repeat(64)}.io`,
	},
	{
		name: '10 MB of letters',
		host: 'x'.repeat(TEN_MEGABYTES),
		becomes: /'Host' has 10000000 characters/,
	},
	{
		name: '10 MB of logins',
		host: 'a:b@'.repeat(TEN_MEGABYTES / 4),
		becomes: /'Host' has 10000000 characters/,
	},
	{
		name: '10 MB of dots',
		host: '.'.repeat(TEN_MEGABYTES),
		becomes: /'Host' has 10000000 characters/,
	},
];

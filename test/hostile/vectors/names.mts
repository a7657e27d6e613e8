/** A text that stands where a name is expected, and what must become of it in each place. */
export interface NameVector {
	name: string;
	text: string;
	/** Words of the refusal; left out where it must arrive unchanged. */
	asLabel?: RegExp;
	/** With any user ID allowed. */
	asUserInBody?: RegExp;
	asUserInPath?: RegExp;
	/** Without that; the refusal as a label when left out, as the characters are the same. */
	asUser?: RegExp;
}

const MEGABYTE = 1_000_000;

const NO_USER = /'User IDs' holds '.+', which is not a user ID/;
const NO_LABEL = /which does not look like a label name/;
const TOO_LONG = /'User IDs?' holds '.+', which has \d+ characters, but at most 64/;
const NO_SEGMENT = /'User IDs?' holds '.*', which cannot be used in a web address/;

export const NAME_VECTORS: NameVector[] = [
	{ name: 'a parent folder', text: '../label', asLabel: /holds '\/' as character 3/ },
	{ name: 'parent folders up to the root', text: '../../../../etc/passwd', asLabel: /'\/'/ },
	{
		name: 'two dots',
		text: '..',
		asLabel: /is '\.\.', which cannot/,
		asUserInPath: NO_SEGMENT,
		asUser: NO_USER,
	},
	{
		name: 'one dot',
		text: '.',
		asLabel: /is '\.', which cannot/,
		asUserInPath: NO_SEGMENT,
		asUser: NO_USER,
	},
	{ name: 'three dots', text: '...', asUser: NO_USER },
	{ name: 'a dot before a name', text: '.htaccess' },
	{ name: 'encoded dots', text: '%2e%2e', asLabel: /'%' as character 1/ },
	{ name: 'encoded dots in capitals', text: '%2E%2E/x', asLabel: /'%' as character 1/ },
	{ name: 'one encoded dot of two', text: '.%2e', asLabel: /'%' as character 2/ },
	{ name: 'doubly encoded dots', text: '%252e%252e%252f', asLabel: /'%' as character 1/ },
	{ name: 'an encoded slash', text: 'a%2fb', asLabel: /'%' as character 2/ },
	{ name: 'half an encoding', text: 'a%2', asLabel: /'%' as character 2/ },
	{ name: 'an encoding of what is no UTF-8', text: '%c0%ae', asLabel: /'%' as character 1/ },
	{ name: 'a slash', text: 'a/user/anna', asLabel: /'\/' as character 2/ },
	{ name: 'a slash at its end', text: 'a/', asLabel: /'\/' as character 2/ },
	{ name: 'a path from the root', text: '/push/task', asLabel: /'\/' as character 1/ },
	{ name: 'two slashes and a host', text: '//evil.example', asLabel: /'\/' as character 1/ },
	{ name: 'a whole address', text: 'http://evil.example/', asLabel: /':' as character 5/ },
	{ name: 'a query', text: 'a?limit=1', asLabel: /'\?' as character 2/ },
	{ name: 'a fragment', text: 'a#b', asLabel: /'#' as character 2/ },
	{ name: 'a backslash', text: 'a\\b', asLabel: /'\\' as character 2/ },
	{ name: 'parents by backslash', text: '..\\..\\x', asLabel: /'\\' as character 3/ },
	{ name: 'dots and a semicolon', text: '..;/x', asLabel: /';' as character 3/ },
	{ name: 'a login', text: 'anna@evil.example', asLabel: /'@' as character 5/ },
	{ name: 'NUL', text: 'a\0b', asLabel: /'U\+0000' as character 2/ },
	{ name: 'encoded NUL', text: 'a%00b', asLabel: /'%' as character 2/ },
	{ name: 'a header after CR LF', text: 'a\r\nX-Evil: 1', asLabel: /'U\+000D' as character 2/ },
	{ name: 'a second request', text: 'a HTTP/1.1\r\n\r\nGET /', asLabel: /a space as character 2/ },
	{ name: 'LF', text: 'a\nb', asLabel: /'U\+000A' as character 2/ },
	{ name: 'encoded CR LF', text: 'a%0d%0ab', asLabel: /'%' as character 2/ },
	{ name: 'a tab', text: 'a\tb', asLabel: /'U\+0009' as character 2/ },
	{ name: 'a line separator', text: 'a\u2028b', asLabel: /'U\+2028' as character 2/ },
	{
		name: 'a lone high surrogate',
		text: 'a\ud800b',
		asLabel: /'U\+D800'/,
		asUserInPath: NO_SEGMENT,
	},
	{ name: 'a lone low surrogate', text: 'a\udc00', asLabel: /'U\+DC00'/, asUserInPath: NO_SEGMENT },
	{
		name: 'surrogates the wrong way round',
		text: '\udc00\ud800',
		asLabel: /'U\+DC00'/,
		asUserInPath: NO_SEGMENT,
	},
	{ name: 'right-to-left override', text: 'a\u202Eb', asLabel: /'U\+202E' as character 2/ },
	{ name: 'a right-to-left mark', text: 'a\u200Fb', asLabel: /'U\+200F' as character 2/ },
	{ name: 'a zero-width space', text: 'a\u200Bb', asLabel: /'U\+200B' as character 2/ },
	{ name: 'a zero-width joiner', text: 'a\u200Db', asLabel: /'U\+200D' as character 2/ },
	{ name: 'a byte order mark within', text: 'a\uFEFFb', asLabel: /'U\+FEFF' as character 2/ },
	{ name: 'a soft hyphen', text: 'a\u00ADb', asLabel: /'U\+00AD' as character 2/ },
	{ name: 'a no-break space', text: 'a\u00A0b', asLabel: /'U\+00A0' as character 2/ },
	{ name: 'a letter and its accent', text: 'e\u0301', asLabel: /as character 2/ },
	{ name: 'a look-alike letter', text: 'vір', asLabel: /'і' \(U\+0456\) as character 2/ },
	{ name: 'full-width dots', text: '．．', asLabel: /'．' \(U\+FF0E\) as character 1/ },
	{ name: 'a full-width slash', text: '．．／x', asLabel: /'．' \(U\+FF0E\) as character 1/ },
	{ name: 'a division slash', text: 'a\u2215b', asLabel: /as character 2/ },
	{ name: 'an emoji family', text: '👨‍👩‍👧‍👦', asLabel: /as character 1/ },
	{ name: 'markup', text: '<img src=x onerror=alert(1)>', asLabel: /'<' as character 1/ },
	{ name: 'an expression', text: '={{ $env.PATH }}', asLabel: /'=' as character 1/ },
	{ name: 'quotes', text: `'"\``, asLabel: /''' as character 1/ },
	{ name: 'the end of a JSON text', text: '"],"strategy":1,"x":["', asLabel: /'"' as character 1/ },
	{ name: 'a space within', text: 'a b', asLabel: /a space as character 2/ },
	{ name: '__proto__', text: '__proto__' },
	{ name: 'constructor', text: 'constructor' },
	{ name: 'toString', text: 'toString' },
	{ name: 'hasOwnProperty', text: 'hasOwnProperty' },
	{ name: 'prototype', text: 'prototype' },
	{ name: 'undefined', text: 'undefined', asLabel: NO_LABEL, asUser: NO_USER },
	{ name: 'null', text: 'null', asLabel: NO_LABEL, asUser: NO_USER },
	{ name: 'NaN', text: 'NaN', asLabel: NO_LABEL, asUser: NO_USER },
	{ name: 'a number too large', text: '9007199254740993' },
	{ name: 'a hyphen', text: '-', asUser: NO_USER },
	{
		name: '64 astral characters',
		text: '😀'.repeat(64),
		asLabel: /as character 1/,
	},
	{
		name: 'one character too many',
		text: 'x'.repeat(65),
		asUser: TOO_LONG,
		asLabel: /has 65 characters, but at most 64/,
		asUserInBody: /'User IDs?' holds '.+', which has 65 characters, but at most 64/,
		asUserInPath: /'User IDs?' holds '.+', which has 65 characters, but at most 64/,
	},
	{
		name: '10 MB of letters',
		text: 'x'.repeat(10 * MEGABYTE),
		asUser: TOO_LONG,
		asLabel: /has 10000000 characters, but at most 64/,
		asUserInBody: /'User IDs?' holds '.+', which has 10000000 characters, but at most 64/,
		asUserInPath: /'User IDs?' holds '.+', which has 10000000 characters/,
	},
	{
		name: '10 MB of slashes',
		text: '/'.repeat(10 * MEGABYTE),
		asUser: TOO_LONG,
		asLabel: /'\/' as character 1/,
		asUserInBody: /'User IDs?' holds '.+', which has 10000000 characters/,
		asUserInPath: /'User IDs?' holds '.+', which has 10000000 characters/,
	},
	{
		name: '2 MB of lone surrogates',
		text: '\ud800'.repeat(MEGABYTE),
		asUser: TOO_LONG,
		asLabel: /'U\+D800' as character 1/,
		asUserInBody: /'User IDs?' holds '.+', which has 1000000 characters/,
		asUserInPath: /'User IDs?' holds '.+', which has 1000000 characters/,
	},
];

/** What stands in 'Org Name' or 'App Name'. */
export interface AppVector {
	name: string;
	text: unknown;
	/** Words of the refusal; left out where it must go out as one segment of the path. */
	refused?: RegExp;
}

const EMPTY = /'(Org|App) Name' is empty/;
const VANISHES = /'(Org|App) Name' is '\.\.?'/;
const APP_KEY = /'(Org|App) Name' holds an AppKey/;
const NO_ADDRESS = /'(Org|App) Name' contains a broken character/;

export const APP_VECTORS: AppVector[] = [
	{ name: 'a name', text: 'acme' },
	{ name: 'a number', text: 41434878 },
	{ name: 'two dots', text: '..', refused: VANISHES },
	{ name: 'one dot', text: '.', refused: VANISHES },
	{ name: 'two dots and space', text: ' .. ', refused: VANISHES },
	{ name: 'encoded dots', text: '%2e%2e' },
	{ name: 'encoded dots in capitals', text: '%2E%2E' },
	{ name: 'a slash', text: 'a/b' },
	{ name: 'a slash at the end', text: 'acme/' },
	{ name: 'an encoded slash', text: 'a%2fb' },
	{ name: 'parents', text: '../../push' },
	{ name: 'a host', text: '//evil.example' },
	{ name: 'a query', text: '?x' },
	{ name: 'an AppKey', text: '41434878#504205', refused: APP_KEY },
	{ name: 'a fragment', text: '#x', refused: APP_KEY },
	{ name: 'a backslash', text: '..\\..' },
	{ name: 'a login', text: '@evil.example' },
	{ name: 'a semicolon', text: '..;' },
	{ name: 'NUL', text: 'a\0b' },
	{ name: 'a header after CR LF', text: 'a\r\nX-Evil: 1' },
	{ name: 'a lone surrogate', text: 'a\ud800', refused: NO_ADDRESS },
	{ name: 'right-to-left override', text: 'a\u202Eb' },
	{ name: 'a zero-width space', text: 'a\u200Bb' },
	{ name: '__proto__', text: '__proto__' },
	{ name: 'nothing', text: '', refused: EMPTY },
	{ name: 'space alone', text: ' \r\n', refused: EMPTY },
	{ name: 'null', text: null, refused: EMPTY },
	{ name: 'a list', text: ['acme'], refused: EMPTY },
	{ name: 'an object', text: { acme: 1 }, refused: EMPTY },
	{ name: '10 MB', text: 'x'.repeat(10_000_000), refused: /Name' has 10000000 characters/ },
	{
		name: '10 MB of slashes',
		text: '/'.repeat(10_000_000),
		refused: /Name' has 10000000 characters/,
	},
];

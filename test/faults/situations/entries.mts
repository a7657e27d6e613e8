/** What stands in a cell, or in a list in one, where a user ID should. */
export type Entry = string | boolean | null | { id: string };

/** The service knows this one, whose characters no page of its documentation allows. */
export const UNUSUAL_USER = '漢字 & co/?';

/** What sheets, copies and expressions leave; with 'Allow Any User ID' users whom nobody knows. */
export const BROKEN_CELLS: readonly string[] = [
	'#REF!',
	'#N/A',
	'anna ben',
	'@anna',
	'"anna"',
	'4.479E+11',
	'an\u200Bna',
	'undefined',
	'NULL',
	'TRUE',
];

/** The column that users stand in; a row that holds this name and no more repeats the header. */
export const COLUMN = 'users';

export const TOO_LONG = 'x'.repeat(65);

export const NUMBERS_WITH_SEPARATORS: readonly string[] = ['2,000', '1,234,567'];

/** Lists to a person, and none to a program. */
export const LISTS_IN_OTHER_CLOTHES: readonly string[] = [
	'[a, b]',
	"['anna','ben']",
	'[1, 2,]',
	'{anna,ben}',
	'{"users":["anna"]}',
	'```\nanna\n```',
	'- anna\n- ben',
	'• anna',
	'{{ $json.user }}',
];

export const VALUES_THAT_ARE_NO_TEXT: readonly Entry[] = [true, false, { id: 'anna' }];

import type { GenericValue } from 'n8n-workflow';

/** What stands where one user or one label is named; words of the refusal, or what arrives. */
export interface EntryVector {
	name: string;
	/** In the field `value` of the row. */
	value?: GenericValue;
	/** In place of that, what an expression calculates. */
	calculated?: string;
	asUser: RegExp | string;
	asLabel: RegExp | string;
	/** In a list of labels. */
	asLabels: RegExp | string[];
}

const NO_WORD = /'User ID' holds '\w+', which is not a user ID/;
const NO_USER = /'User ID' holds .+ as character \d+ of '.+', which is not allowed in a user ID/;
const NO_LABEL = /'Label[^']*' holds .+ as character \d+, which is not allowed in a label name/;
const NOT_TEXT = /' holds (an object with .+|true|false|a date \(.+\)), not text or a number/;
const NO_NAME = /'Label[^']*' is (a list|an object with .+), not text/;
const NO_SWITCH = /'Label[^']*' is (true|false), not a name/;
/** n8n writes it out where it stands in a resource locator. */
const NO_DATE = /' holds (a date \(.+\), not text|':' as character \d+, which is not allowed)/;
const EMPTY = / is empty/;
const NOT_ONE = /'User ID' is a list, but takes only one entry/;
const SEPARATORS = / holds a number with separators: .+ as plain text/;
const NO_JSON = / holds text that begins like a JSON list but is not valid JSON/;
const BRACES = / holds an object or a list in braces/;
const CODE = / holds a block of code/;
const BULLETS = / holds a list with bullets or numbers/;
const NOT_FILLED_IN = / holds an expression that was not evaluated: .+ from Fixed to Expression/;

/** Refused by its characters wherever it stands. */
const characters = (name: string, value: string): EntryVector => ({
	name,
	value,
	asUser: NO_USER,
	asLabel: NO_LABEL,
	asLabels: NO_LABEL,
});

/** A word that is no user ID; a label may have any name. */
const NO_LABEL_WORD = /'Label.*' is '\w+', which does not look like a label name/;

const word = (name: string, value: string): EntryVector => ({
	name,
	value,
	asUser: NO_WORD,
	asLabel: NO_LABEL_WORD,
	asLabels: NO_LABEL_WORD,
});

/** A list to a person and none to a program, of which a label's name has wrong characters. */
const otherClothes = (name: string, value: string, words: RegExp): EntryVector => ({
	name,
	value,
	asUser: words,
	asLabel: NO_LABEL,
	asLabels: words,
});

export const ENTRY_VECTORS: EntryVector[] = [
	characters('a broken formula', '#REF!'),
	characters('a formula without a result', '#N/A'),
	characters('a space within', 'anna ben'),
	characters('a handle', '@anna'),
	characters('quotes', '"anna"'),
	characters('a mail address', 'anna@example.com'),
	characters('semicolons', 'anna;ben'),
	characters('a shortened number', '4.479E+11'),
	characters('a day that a sheet made', '3/4'),
	characters('an invisible character', 'an\u200Bna'),
	word('a word for nothing', 'undefined'),
	word('a word for nothing in capitals', 'NULL'),
	word('a checkbox as text', 'TRUE'),
	{
		name: 'the name of its own column',
		value: 'Value',
		asUser: /'User ID' is 'value', the name of its own column/,
		asLabel: 'Value',
		asLabels: ['Value'],
	},
	otherClothes('a number with separators', '2,000', SEPARATORS),
	otherClothes('a number with separators, as in Germany', '1.234,56', SEPARATORS),
	otherClothes('a list without quotes', '[a, b]', NO_JSON),
	otherClothes('single quotes', "['a', 'b']", NO_JSON),
	otherClothes('a comma too many', '[1, 2,]', NO_JSON),
	otherClothes('braces', '{a, b}', BRACES),
	otherClothes('a JSON object', '{"id": "anna"}', BRACES),
	otherClothes('a block of code', '```\nanna\n```', CODE),
	otherClothes('hyphens as bullets', '- anna\n- ben', BULLETS),
	otherClothes('bullets', '• anna', BULLETS),
	otherClothes('numbered lines', '1. anna\n2. ben', BULLETS),
	otherClothes('an expression as text', '{{ $json.user }}', NOT_FILLED_IN),
	{
		name: 'several with commas',
		value: 'anna, ben',
		asUser: NO_USER,
		asLabel: NO_LABEL,
		asLabels: ['anna', 'ben'],
	},
	{
		name: 'several in lines',
		value: 'anna\nben',
		asUser: NO_USER,
		asLabel: NO_LABEL,
		asLabels: ['anna', 'ben'],
	},
	{
		name: 'a list in JSON',
		value: '["anna"]',
		asUser: NOT_ONE,
		asLabel: NO_LABEL,
		asLabels: ['anna'],
	},
	{ name: 'a list', value: ['anna'], asUser: NOT_ONE, asLabel: NO_NAME, asLabels: ['anna'] },
	{ name: 'a switch', value: true, asUser: NOT_TEXT, asLabel: NO_SWITCH, asLabels: NOT_TEXT },
	{
		name: 'a switch that is off',
		value: false,
		asUser: NOT_TEXT,
		asLabel: NO_SWITCH,
		asLabels: NOT_TEXT,
	},
	{
		name: 'a switch in a list',
		value: ['anna', true],
		asUser: NOT_ONE,
		asLabel: NO_NAME,
		asLabels: NOT_TEXT,
	},
	{
		name: 'an object',
		value: { id: 'anna' },
		asUser: /holds an object with id, .+ as in \{\{ \$json\.user\.id \}\}/,
		asLabel: NO_NAME,
		asLabels: NOT_TEXT,
	},
	{ name: 'a number', value: 42, asUser: '42', asLabel: '42', asLabels: ['42'] },
	{ name: 'nothing', value: null, asUser: EMPTY, asLabel: EMPTY, asLabels: EMPTY },
	{ name: 'space alone', value: ' \t', asUser: EMPTY, asLabel: EMPTY, asLabels: EMPTY },
	{ name: 'an empty list', value: [], asUser: NOT_ONE, asLabel: NO_NAME, asLabels: EMPTY },
	{
		name: 'a field that is missing',
		calculated: '$json.valeu',
		asUser: /'User ID' is empty, because the item has no field 'valeu' \(it has value\)/,
		asLabel: / is empty, because the item has no field 'valeu' \(it has value\)/,
		asLabels: / is empty, because the item has no field 'valeu' \(it has value\)/,
	},
	{
		name: 'a field of which the name has another case',
		calculated: "$json['VALUE ']",
		asUser: /; the nearest is 'value'/,
		asLabel: /; the nearest is 'value'/,
		asLabels: /; the nearest is 'value'/,
	},
	{
		name: 'a date',
		calculated: '$now',
		asUser: NOT_TEXT,
		// n8n writes dates out as text within a resource locator.
		asLabel: /'Label[^']*' (is a date \(.+\), not text|holds ':' as character 14)/,
		asLabels: NO_DATE,
	},
];

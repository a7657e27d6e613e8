import type { GenericValue } from 'n8n-workflow';

import type { ValueVector } from './values.mts';

const EMPTY = /'User IDs' is empty/;
const MISSING = /'User IDs' holds an empty entry \(number \d+ of \d+\).+\.filter\(Boolean\)/;
const NOT_TEXT =
	/'User IDs' holds (an object with .+|true|false|a date \(.+\)), not text or a number/;
const NOT_ALLOWED =
	/'User IDs' holds .+ as character \d+ of '.+', which is not allowed in a user ID/;
const SEPARATORS = /'User IDs' holds a number with separators: .+ as plain text/;
const BEGINS_LIKE_JSON = /'User IDs' holds text that begins like a JSON list but is not valid JSON/;
const IN_BRACES = /'User IDs' holds an object or a list in braces/;
const BULLETS = /'User IDs' holds a list with bullets or numbers/;
const NO_WORD = /'User IDs' holds '\w+', which is not a user ID/;
const NESTED = /'User IDs' holds lists nested more than 10 deep/;
const ROUNDED = /'User IDs' holds a number too large to be exact/;
const NO_VALUE = /'User IDs' holds (NaN|Infinity|-Infinity), not a finite number/;

const given = (
	name: string,
	value: string | GenericValue[],
	gives: RegExp | string[],
): ValueVector => ({
	name: `user IDs: ${name}`,
	parameters: { userIds: '={{ $json.value }}' },
	row: { value },
	gives: gives instanceof RegExp ? gives : { targets: gives },
});

const calculated = (name: string, expression: string, gives: RegExp | string[]): ValueVector => ({
	name: `user IDs, calculated: ${name}`,
	parameters: { userIds: `={{ ${expression} }}` },
	gives: gives instanceof RegExp ? gives : { targets: gives },
});

const deep = (depth: number) => '['.repeat(depth) + '"anna"' + ']'.repeat(depth);

export const LIST_VECTORS: ValueVector[] = [
	given('100,000 commas', ','.repeat(100_000), EMPTY),
	given('100,000 commas around one', `${','.repeat(50_000)}anna${','.repeat(50_000)}`, ['anna']),
	given('100,000 line breaks', '\r\n'.repeat(100_000), EMPTY),
	given('the same user 100,000 times', 'anna,'.repeat(100_000), ['anna']),
	given('spaces and breaks of all kinds', ' anna ,\tben\r\n\ncarla\n,', ['anna', 'ben', 'carla']),
	given('a byte order mark before it', '\uFEFFanna', ['anna']),
	given('semicolons', 'anna;ben', NOT_ALLOWED),
	given('an Arabic comma', 'anna،ben', NOT_ALLOWED),
	given('a full-width comma', 'anna，ben', NOT_ALLOWED),
	given('a line separator', 'anna\u2028ben', NOT_ALLOWED),
	given('quotes', '"anna","ben"', NOT_ALLOWED),
	given('JSON', '["anna", "ben"]', ['anna', 'ben']),
	given('JSON with blanks', '["anna", "", " "]', ['anna']),
	given('JSON with null', '["anna", null]', MISSING),
	given('JSON with commas within', '["an,na", "b\\nen"]', NOT_ALLOWED),
	given('JSON with a large number', '[9007199254740993]', ['9007199254740993']),
	given('JSON with 1e999', '[1e999]', NO_VALUE),
	given('JSON with 1e21', '[1e21]', ROUNDED),
	given('JSON with objects', '[{"id":"anna"}]', NOT_TEXT),
	given('JSON with a switch', '[true]', NOT_TEXT),
	given('JSON with __proto__', '["__proto__"]', ['__proto__']),
	given('JSON that is nested', '[["anna"],[["ben"]]]', ['anna', 'ben']),
	given('JSON 11 deep', deep(11), ['anna']),
	given('JSON 12 deep', deep(12), NESTED),
	given('JSON 100,000 deep', deep(100_000), NESTED),
	given('an empty JSON list', '[]', EMPTY),
	given('what begins like JSON', '[anna', BEGINS_LIKE_JSON),
	given('a list', ['anna', 'ben'], ['anna', 'ben']),
	given('a nested list', [['anna', ['ben']], [[]], 'carla'], ['anna', 'ben', 'carla']),
	given('a list with commas within', ['an,na'], NOT_ALLOWED),
	given('a list with JSON within', ['["anna"]'], BEGINS_LIKE_JSON),
	given('a list with blanks', ['anna', '', ' \t'], ['anna']),
	given('a list with null', ['anna', null], MISSING),
	given('a list of null', [null], MISSING),
	given('numbers', [1, 2.5, -0], ['1', '2.5', '0']),
	given('objects', [{ id: 'anna' }], NOT_TEXT),
	given('an object that looks like a list', [{ 0: 'anna', length: 1 }], NOT_TEXT),
	given('switches', [true], NOT_TEXT),
	given('a broken formula', '#REF!', /'#' as character 1 of '#REF!'.+ Correct the formula/),
	given('a broken formula among others', 'anna, #N/A, ben', NOT_ALLOWED),
	given('a space within', 'anna ben', NOT_ALLOWED),
	given('an invisible character', 'an\u200bna', /'U\+200B' as character 3 of 'an<U\+200B>na'/),
	given('a mail address', 'anna@example.com', NOT_ALLOWED),
	given('a shortened number', '4.479E+11', /'\+' as character 7 .+ as plain text/),
	given('a word for nothing', 'undefined', NO_WORD),
	given('a word for nothing among others', 'anna,NULL', NO_WORD),
	given('a checkbox as text', 'TRUE', NO_WORD),
	given('a word for nothing in capitals', 'None', NO_WORD),
	given('a word for no number', 'NaN', NO_WORD),
	given('a handle', '@anna', NOT_ALLOWED),
	given('a day that a sheet made', '3/4', /'\/' as character 2 of '3\/4'.+ as plain text/),
	given('the name of its own column', ' VALUE', /'User IDs' is 'value', the name of its own col/),
	given('the name of its own column among others', 'value,anna', ['value', 'anna']),
	given('a number with separators', '2,000', SEPARATORS),
	given('a number with separators, as an entry', ['anna', '1,234,567'], SEPARATORS),
	given('a number with separators, in a line', 'anna\n2,000', SEPARATORS),
	given('a number with separators and a fraction', '1,234.50', SEPARATORS),
	given('a number with separators, as in Germany', '1.234,56', SEPARATORS),
	given('a number with separators, as in India', '12,34,567', SEPARATORS),
	given('a number with separators and a sign', '-2,000', SEPARATORS),
	given('a number with separators between spaces of all kinds', '\u00a02,000\u202f', SEPARATORS),
	given('numbers with separators in a list', '2,000, 3,000', SEPARATORS),
	given('a number with separators beside a user', 'anna, 1,234', SEPARATORS),
	given('a number with separators in brackets', '[1,000]', SEPARATORS),
	given('numbers in compact JSON', '[101,102]', ['101', '102']),
	given('a hyphen', '-', /holds '-', which is not a user ID/),
	given(
		'a cell that is not worked out',
		'Loading...',
		/holds 'Loading\.\.\.', which is not a user ID/,
	),
	given('10 MB of digits and commas', `${'123,'.repeat(2_500_000)}x`, ['123', 'x']),
	given('numbers with spaces between', '100, 200', ['100', '200']),
	given('a number with dots', '1.234', ['1.234']),
	given('a list without quotes', '[anna, ben]', BEGINS_LIKE_JSON),
	given('a comma too many', '["anna", "ben",]', BEGINS_LIKE_JSON),
	given('single quotes', "['anna', 'ben']", BEGINS_LIKE_JSON),
	given('braces', '{anna, ben}', IN_BRACES),
	given('a list without quotes among others', ['anna', '[ben, carla]'], BEGINS_LIKE_JSON),
	given('braces after others', 'anna, {ben}', IN_BRACES),
	given('bullets among others', ['anna', '* ben'], BULLETS),
	given('a block of code among others', ['anna', '```\nben\n```'], /holds a block of code/),
	given('switches among others', ['anna', false], NOT_TEXT),
	given('a JSON object', '{"users": ["anna"]}', IN_BRACES),
	given(
		'100,000 opening braces',
		'{'.repeat(100_000),
		/holds an expression that was not evaluated/,
	),
	given('a block of code', '```\n["anna"]\n```', /'User IDs' holds a block of code/),
	given('hyphens as bullets', '- anna\n- ben', BULLETS),
	given('bullets', '• anna\n• ben', BULLETS),
	given('numbered lines', '1. anna\n2. ben', BULLETS),
	given('100,000 empty lines before a bullet', `${'\n'.repeat(100_000)}- anna`, BULLETS),
	given('an expression as text', '{{ $json.user }}', /not evaluated: .+ from Fixed to Expression/),
	calculated('a sparse list', '[, "anna", , "ben", ,]', MISSING),
	calculated('a list with holes alone', 'new Array(1000)', MISSING),
	calculated('NaN', '[0 / 0]', NO_VALUE),
	calculated('Infinity', '[1 / 0]', NO_VALUE),
	calculated('NaN alone', '0 / 0', NO_VALUE),
	calculated('a rounded number', '[9007199254740993]', ROUNDED),
	calculated('a number', '42', ['42']),
	calculated('a switch', 'true', NOT_TEXT),
	calculated('an object', '{ a: 1 }', NOT_TEXT),
	calculated('null', 'null', EMPTY),
	calculated('undefined', 'undefined', EMPTY),
	calculated('a date', '[$now]', NOT_TEXT),
	calculated(
		'a list that holds itself',
		'(() => { const a = []; a.push(a); return a; })()',
		/nested more than 10 deep|The expression in/,
	),
];

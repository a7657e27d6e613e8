import type { GenericValue } from 'n8n-workflow';

import type { ValueVector } from './values.mts';

const EMPTY = /'User IDs' is empty/;
const NEITHER = /'User IDs' holds an entry that is neither text nor a number/;
const NESTED = /'User IDs' holds lists nested more than 10 deep/;
const ROUNDED = /'User IDs' holds a number too large to be exact/;
const NO_VALUE = /'User IDs' is (NaN|Infinity|-Infinity), which is no value/;

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
	given('semicolons', 'anna;ben', ['anna;ben']),
	given('an Arabic comma', 'anna،ben', ['anna،ben']),
	given('a full-width comma', 'anna，ben', ['anna，ben']),
	given('a line separator', 'anna\u2028ben', ['anna\u2028ben']),
	given('quotes', '"anna","ben"', ['"anna"', '"ben"']),
	given('JSON', '["anna", "ben"]', ['anna', 'ben']),
	given('JSON with blanks', '["anna", "", null, " "]', ['anna']),
	given('JSON with commas within', '["an,na", "b\\nen"]', ['an,na', 'b\nen']),
	given('JSON with a large number', '[9007199254740993]', ['9007199254740993']),
	given('JSON with 1e999', '[1e999]', NO_VALUE),
	given('JSON with 1e21', '[1e21]', ROUNDED),
	given('JSON with objects', '[{"id":"anna"}]', NEITHER),
	given('JSON with a switch', '[true]', NEITHER),
	given('JSON with __proto__', '["__proto__"]', ['__proto__']),
	given('JSON that is nested', '[["anna"],[["ben"]]]', ['anna', 'ben']),
	given('JSON 11 deep', deep(11), ['anna']),
	given('JSON 12 deep', deep(12), NESTED),
	given('JSON 100,000 deep', deep(100_000), NESTED),
	given('an empty JSON list', '[]', EMPTY),
	given('what begins like JSON', '[anna', ['[anna']),
	given('a list', ['anna', 'ben'], ['anna', 'ben']),
	given('a nested list', [['anna', ['ben']], [[]], 'carla'], ['anna', 'ben', 'carla']),
	given('a list with commas within', ['an,na'], ['an,na']),
	given('a list with JSON within', ['["anna"]'], ['["anna"]']),
	given('a list with null and blanks', ['anna', null, '', ' \t'], ['anna']),
	given('a list of null', [null], EMPTY),
	given('numbers', [1, 2.5, -0], ['1', '2.5', '0']),
	given('objects', [{ id: 'anna' }], NEITHER),
	given('an object that looks like a list', [{ 0: 'anna', length: 1 }], NEITHER),
	given('switches', [true], NEITHER),
	calculated('a sparse list', '[, "anna", , "ben", ,]', ['anna', 'ben']),
	calculated('a list with holes alone', 'new Array(1000)', EMPTY),
	calculated('NaN', '[0 / 0]', NO_VALUE),
	calculated('Infinity', '[1 / 0]', NO_VALUE),
	calculated('NaN alone', '0 / 0', NO_VALUE),
	calculated('a rounded number', '[9007199254740993]', ROUNDED),
	calculated('a number', '42', ['42']),
	calculated('a switch', 'true', NEITHER),
	calculated('an object', '{ a: 1 }', NEITHER),
	calculated('null', 'null', EMPTY),
	calculated('undefined', 'undefined', EMPTY),
	calculated('a date', '[$now]', NEITHER),
	calculated(
		'a list that holds itself',
		'(() => { const a = []; a.push(a); return a; })()',
		/nested more than 10 deep|The expression in/,
	),
];

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readList } from '../../nodes/AgoraChatPush/reading/list.ts';
import { errorOf } from '../support/userError.mts';

const USER_IDS = { displayName: 'User IDs' };
const read = (value: unknown) => readList(USER_IDS, value);

const anyEntry = fc
	.string({ unit: 'grapheme' })
	.map((text) => text.replaceAll(/[,\r\n]/g, '').trim())
	.filter((text) => text !== '' && !/^(?:[[{]|```|[-*•‣◦▪–]\s|\d+[.)]\s)/.test(text));
const anyEntries = fc.array(anyEntry);

describe('readList', () => {
	it('reads entries separated by commas or line breaks, whatever the space around them', () => {
		const separator = fc.constantFrom(',', '\n', '\r\n', ' , ', ',\n', ',,');
		fc.assert(
			fc.property(anyEntries, separator, (entries, between) => {
				expect(read(` ${entries.join(between)} `)).toEqual(entries);
			}),
		);
	});

	it('reads an array and its JSON text alike', () => {
		fc.assert(
			fc.property(fc.array(fc.oneof(anyEntry, fc.maxSafeInteger())), (entries) => {
				const texts = entries.map(String);
				expect(read(entries)).toEqual(texts);
				expect(read(JSON.stringify(entries, null, ' '))).toEqual(texts);
			}),
		);
	});

	it.each<[unknown, string[]]>([
		['anna', ['anna']],
		['', []],
		[' \n , ', []],
		[undefined, []],
		[null, []],
		[[], []],
		['[]', []],
		[42, ['42']],
		[
			[' anna ', '', ['ben', [7]]],
			['anna', 'ben', '7'],
		],
		['anna,,ben', ['anna', 'ben']],
		['["anna, ben"]', ['anna, ben']],
		[['anna, ben'], ['anna, ben']],
		['1.234', ['1.234']],
		['-anna, *ben', ['-anna', '*ben']],
		['1,234,5', ['1', '234', '5']],
		['100, 200', ['100', '200']],
		['[100, 200]', ['100', '200']],
		['\ufeff["anna"]\u00a0', ['anna']],
		['anna,100,200', ['anna', '100', '200']],
		['1234,567', ['1234', '567']],
		['anna\rben', ['anna', 'ben']],
		['anna;ben carla', ['anna;ben carla']],
	])('reads %j as %j', (value, entries) => {
		expect(read(value)).toEqual(entries);
	});

	it.each<[unknown, string, string]>([
		[{ id: 'anna' }, 'an object with id', '{{ $json.users.map(user => user.id) }}'],
		[[{ id: 'anna', name: 'Anna' }], 'an object with id and name', 'user.id)'],
		['[{"User ID":"anna"}]', 'an object with User ID', 'user["User ID"])'],
		[[{ a: 1 }], 'an object with a', "the expression in 'User IDs'"],
		[[{}], 'an empty object', "the expression in 'User IDs'"],
		[true, 'true', "the expression in 'User IDs'"],
		[[false], 'false', "the expression in 'User IDs'"],
		[new Date(0), 'a date (1970-01-01T00:00:00.000Z)', "the expression in 'User IDs'"],
	])('refuses %j and says what it is', (value, what, advice) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toBe(`'User IDs' holds ${what}, not text or a number`);
		expect(description).toContain(advice);
	});

	it.each([
		['2,000', 'a number with separators', 'plain text'],
		[' 1,234,567 ', 'a number with separators', 'a space after each comma'],
		['1,234.50', 'a number with separators', 'plain text'],
		['1.234,56', 'a number with separators', 'plain text'],
		['12,34,567', 'a number with separators', 'plain text'],
		['anna\n2,000\nben', "a number with separators: '2,000'", 'plain text'],
		['[a, b]', 'text that begins like a JSON list', 'In JSON, texts are in double quotes'],
		['[1, 2,]', 'text that begins like a JSON list', '["anna", "ben"]'],
		["['anna', 'ben']", 'text that begins like a JSON list', 'double quotes'],
		['[anna', 'text that begins like a JSON list', 'anna, ben'],
		['[object Object]', 'an object written out as text', '{{ $json.user.id }}'],
		['{anna, ben}', 'an object or a list in braces', 'anna, ben'],
		['{"a": 1}', 'an object or a list in braces', 'anna, ben'],
		['```json\n["anna"]\n```', 'a block of code', 'anna, ben'],
		['- anna\n- ben', "a list with bullets or numbers: '- anna'", 'anna, ben'],
		['* anna', 'a list with bullets', 'anna, ben'],
		['Users:\n• anna', "a list with bullets or numbers: '• anna'", 'anna, ben'],
		['1. anna\n2. ben', 'a list with bullets or numbers', 'anna, ben'],
		['{{ $json.users }}', 'an expression that was not evaluated', 'from Fixed to Expression'],
	])('refuses %j, which would name others, also as an entry', (value, what, advice) => {
		for (const given of [value, ['anna', value]]) {
			const { message, description } = errorOf(() => read(given));
			expect(message).toContain(`'User IDs' holds ${what}`);
			expect(description).toContain(advice);
		}
	});

	it('takes a number with separators apart nowhere but in JSON, whatever stands around it', () => {
		const space = fc.constantFrom('', ' ', '\t', '\u00a0', '\u202f', '\u3000', '\ufeff');
		const number = fc
			.tuple(
				fc.constantFrom('', '-', '+', '−'),
				fc.constantFrom('2,000', '1,234,567', '12,34,567', '1,234.50', '1.234,56'),
			)
			.map(([sign, digits]) => [`${sign}${digits}`, `${digits}${sign}`])
			.chain((signed) => fc.constantFrom(...signed));
		const around = fc.constantFrom(
			['', ''],
			['', ','],
			['anna, ', ''],
			['', ', anna'],
			['101, ', ', 102'],
			['anna\n', '\nben'],
			['2,000,\u00a0', ', 3'],
			['[', ']'],
			['["anna", ', ']'],
		);
		fc.assert(
			fc.property(number, space, space, around, (written, before, behind, [first, last]) => {
				const text = `${first}${before}${written}${behind}${last}`;
				fc.pre(!isJson(text));
				const { message, description } = errorOf(() => read(text));
				expect(message).toMatch(/^'User IDs' holds a number with separators: '/);
				expect(description).toContain('Format the column as plain text');
			}),
		);
	});

	it('refuses a list within a list written as text', () => {
		expect(errorOf(() => read('anna, [ben]')).message).toContain("not valid JSON: '[ben]'");
	});

	it.each<[string, unknown, string]>([
		['null', ['anna', null, 'ben'], 'number 2 of 3'],
		['undefined', ['anna', undefined], 'number 2 of 2'],
		['a hole', Array(1), 'number 1 of 1'],
		['null in a nested list', [['anna', ['ben', null]]], 'number 3 of 3'],
		['a hole beside a nested list', Array(1).concat([['anna']]), 'number 1 of 2'],
		['null in JSON', '["anna", null]', 'number 2 of 2'],
	])('refuses an entry that is %s rather than leave it out', (_name, value, place) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toBe(`'User IDs' holds an empty entry (${place})`);
		expect(description).toContain('.filter(Boolean)');
	});

	it('keeps every digit of a number in a JSON array', () => {
		expect(read('[9007199254740993]')).toEqual(['9007199254740993']);
	});

	it.each([[2 ** 53], [[2 ** 53]]])('refuses to round %j', (value) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toMatch(/^'User IDs' .*too large to be exact/);
		expect(description).toContain('as text');
	});
});

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
	readEntry,
	readListWithGaps,
	readStrictList,
} from '../../nodes/AgoraChatPush/reading/list.ts';
import { errorOf } from '../support/userError.mts';

describe('readStrictList', () => {
	const readWhole = (value: unknown) =>
		readStrictList({ displayName: 'Labels' }, value, 'Fill in.');

	it.each<[unknown, string[]]>([
		['News, Sport', ['News', 'Sport']],
		['News,\r\nSport', ['News', 'Sport']],
		[
			['News', 'Sport'],
			['News', 'Sport'],
		],
		['', []],
		[null, []],
		[[], []],
		[' , ', []],
		[[null, ''], []],
	])('reads %j as %j', (value, entries) => {
		expect(readWhole(value)).toEqual(entries);
	});

	it('leaves no blank entry out, wherever it stands', () => {
		const blank = fc.constantFrom('', ' ', null, undefined);
		fc.assert(
			fc.property(fc.nat({ max: 2 }), blank, (at, nothing) => {
				const list: unknown[] = ['News', 'Sport']
					.toSpliced(at, 0, 'x')
					.map((name) => (name === 'x' ? nothing : name));
				for (const value of [list, list.join(','), list.join('\r\n'), list.join(',\n')]) {
					const { message, description } = errorOf(() => readWhole(value));
					expect(message).toBe(`'Labels' holds an empty entry (number ${at + 1} of 3)`);
					expect(description).toBe('Fill in.');
				}
			}),
		);
	});
});

describe('readListWithGaps', () => {
	it('keeps blank entries, and sees one separator in a comma at the end of a line', () => {
		const readAll = (value: unknown) => readListWithGaps({ displayName: 'Loc Args' }, value);
		expect(readAll(['a', null, ''])).toEqual(['a', '', '']);
		expect(readAll('a,,b')).toEqual(['a', '', 'b']);
		expect(readAll('a,\r\nb\r\nc')).toEqual(['a', 'b', 'c']);
	});

	it('says how to name a field of the entries', () => {
		const { description } = errorOf(() =>
			readListWithGaps({ displayName: 'Loc Args' }, [{ id: 'anna' }]),
		);
		expect(description).toContain('or for a list {{ $json.users.map(user => user.id) }}.');
	});
});

it('lists nested more than 10 deep are refused, and their depth told', () => {
	const nested = (depth: number): unknown[] => (depth === 0 ? ['anna'] : [nested(depth - 1)]);
	const field = { displayName: 'Labels' };
	expect(readStrictList(field, nested(10), '')).toEqual(['anna']);
	const refused = errorOf(() => readStrictList(field, nested(11), ''));
	expect(refused.message).toBe("'Labels' holds lists nested more than 10 deep");
});

describe('readEntry', () => {
	const readOne = (value: unknown) => readEntry({ displayName: 'User ID' }, value);

	it.each<[unknown, string]>([
		[' anna ', 'anna'],
		[42, '42'],
		[null, ''],
		['an,na', 'an,na'],
	])('reads %j as %j', (value, entry) => {
		expect(readOne(value)).toBe(entry);
	});

	it.each<[unknown, RegExp]>([
		[['anna'], /^'User ID' is a list, but takes only one entry$/],
		['["anna"]', /^'User ID' is a list/],
		[[], /^'User ID' is a list/],
		[true, /^'User ID' holds true, not text/],
		[{ id: 'anna' }, /^'User ID' holds an object with id/],
		['2,000', /^'User ID' holds a number with separators/],
		['- anna', /^'User ID' holds a list with bullets/],
		['[object Object]', /^'User ID' holds an object written out as text/],
		['{anna, ben}', /^'User ID' holds an object or a list in braces/],
	])('refuses %j, and does not say how a list is written', (value, words) => {
		const { message, description } = errorOf(() => readOne(value));
		expect(message).toMatch(words);
		expect(description).not.toMatch(/comma|anna, ben|map\(/);
	});

	it('says how to name the field of an object', () => {
		const { description } = errorOf(() => readOne({ id: 'anna' }));
		expect(description).toBe('Name the field within it, as in {{ $json.user.id }}.');
	});
});

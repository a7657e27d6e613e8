import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readList } from '../../nodes/AgoraChatPush/reading/list.ts';
import { refusalOf } from '../support/refusal.mts';

const USER_IDS = { displayName: 'User IDs' };
const read = (value: unknown) => readList(USER_IDS, value);

const anyEntry = fc
	.string({ unit: 'grapheme' })
	.map((text) => text.replaceAll(/[,\r\n]/g, '').trim())
	.filter((text) => text !== '' && !text.startsWith('['));
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
				expect(read(JSON.stringify(entries))).toEqual(texts);
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
			[' anna ', null, undefined, '', ['ben', [7]]],
			['anna', 'ben', '7'],
		],
		['["anna, ben"]', ['anna, ben']],
		[['anna, ben'], ['anna, ben']],
		['[anna], ben', ['[anna]', 'ben']],
		['anna\rben', ['anna', 'ben']],
		['anna;ben carla', ['anna;ben carla']],
	])('reads %j as %j', (value, entries) => {
		expect(read(value)).toEqual(entries);
	});

	it.each([[{ id: 'anna' }], [[{ id: 'anna' }]], ['[{"id":"anna"}]'], [true], [[true]]])(
		'refuses %j',
		(value) => {
			const { message, description } = refusalOf(() => read(value));
			expect(message).toMatch(/^'User IDs' .*neither text nor a number/);
			expect(description).toContain("the expression in 'User IDs'");
		},
	);

	it('keeps every digit of a number in a JSON array', () => {
		expect(read('[9007199254740993]')).toEqual(['9007199254740993']);
	});

	it.each([[2 ** 53], [[2 ** 53]]])('refuses to round %j', (value) => {
		const { message, description } = refusalOf(() => read(value));
		expect(message).toMatch(/^'User IDs' .*too large to be exact/);
		expect(description).toContain('as text');
	});
});

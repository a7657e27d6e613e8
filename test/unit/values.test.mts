import { describe, expect, it } from '@jest/globals';

import {
	readBoolean,
	readChoice,
	readExplicitBoolean,
	readMoment,
	readName,
	readNumber,
	readText,
} from '../../nodes/AgoraChatPush/reading/values.ts';
import { fieldOf, MENU } from '../support/fields.mts';
import { errorOf } from '../support/userError.mts';

const UNSAFE = 2 ** 53;
const EVENING_IN_BERLIN = Date.UTC(2026, 11, 24, 17);

describe('readText', () => {
	const read = (value: unknown) => readText(fieldOf('string'), value);

	it.each([
		['text ', 'text '],
		[12.5, '12.5'],
		[false, 'false'],
		[null, ''],
		[undefined, ''],
	])('reads %j as %j', (value, text) => {
		expect(read(value)).toBe(text);
	});

	it.each<[unknown, string]>([
		[{}, 'an empty object'],
		[{ a: 1 }, 'an object with a'],
		[{ a: 1, b: 2, c: 3, d: 4, e: 5 }, 'an object with a, b, c, d and e'],
		[{ a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7 }, 'an object with a, b, c, d, e and 2 more'],
		[new Date(0), 'a date (1970-01-01T00:00:00.000Z)'],
		[['a'], 'a list'],
	])('refuses %j as %s', (value, kind) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toBe(`'Some Field' is ${kind}, not text`);
		expect(description).toContain("expression in 'Some Field'");
	});

	it('refuses a number that was rounded', () => {
		const { message, description } = errorOf(() => read(UNSAFE));
		expect(message).toMatch(/^'Some Field' .*too large to be exact/);
		expect(description).toContain('as text');
	});
});

describe('readBoolean', () => {
	const read = (value: unknown) => readBoolean(fieldOf('boolean'), value);

	it.each([true, 'true', ' TRUE ', 'Yes', '1', 1])('reads %j as true', (value) => {
		expect(read(value)).toBe(true);
	});

	it.each([false, 'false', 'No', '0', 0, '', null, undefined])('reads %j as false', (value) => {
		expect(read(value)).toBe(false);
	});

	it.each(['maybe', 2, {}])('refuses %j', (value) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toMatch(/^'Some Field' is .*, not true or false$/);
		expect(description).toContain('true or false');
	});
});

describe('readExplicitBoolean', () => {
	const read = (value: unknown) => readExplicitBoolean(fieldOf('boolean'), value);

	it('reads what says something', () => {
		expect([true, 'yes', false, 'no', 0].map(read)).toEqual([true, true, false, false, false]);
	});

	it.each(['', null, undefined])('refuses %j, which is no decision', (value) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toBe("'Some Field' is empty, not true or false");
		expect(description).toContain("expression in 'Some Field'");
	});
});

describe('readName', () => {
	it('reads text and numbers, and no switch', () => {
		expect(['vip', 7].map((value) => readName(fieldOf('string'), value))).toEqual(['vip', '7']);
		expect(errorOf(() => readName(fieldOf('string'), true)).message).toBe(
			"'Some Field' is true, not a name",
		);
	});
});

describe('readNumber', () => {
	const read = (value: unknown) => readNumber(fieldOf('number'), value);

	it.each([
		[0, 0],
		[-1.5, -1.5],
		[' 12 ', 12],
		['1e3', 1000],
	])('reads %j as %d', (value, number) => {
		expect(read(value)).toBe(number);
	});

	it.each<[unknown, string]>([
		['', 'empty'],
		[null, 'empty'],
		[' ', "' '"],
		['12 apples', "'12 apples'"],
		[Infinity, "'Infinity'"],
		['1e999', "'1e999'"],
		[true, 'true'],
		[[5], 'a list'],
	])('refuses %j', (value, shown) => {
		expect(errorOf(() => read(value)).message).toBe(`'Some Field' is ${shown}, not a number`);
	});

	it.each([UNSAFE, String(UNSAFE)])('refuses to round %j', (value) => {
		expect(errorOf(() => read(value))).toMatchObject({
			message: expect.stringMatching(/^'Some Field' .*too large to be exact/),
			description: 'Give a number of 9007199254740991 or less.',
		});
	});

	it('names a number that is too large as it was written', () => {
		expect(errorOf(() => read('12345678901234567')).message).toBe(
			"'Some Field' holds a number too large to be exact: 12345678901234567",
		);
	});

	it.each<[{ minValue: number; maxValue?: number; numberPrecision?: number }, unknown[], string]>([
		[{ minValue: 1, numberPrecision: 0 }, [0, 1.5, '-1'], 'whole number of 1 or more'],
		[{ minValue: 0, maxValue: 10, numberPrecision: 0 }, [11, '0.5'], 'whole number from 0 to 10'],
		[{ minValue: 0, maxValue: 100 }, [-0.1, 100.1], 'number from 0 to 100'],
		[{ minValue: 0, numberPrecision: 2 }, [-1], 'number of 0 or more'],
	])('keeps to the limits %j of the field', (typeOptions, outside, wanted) => {
		const field = { ...fieldOf('number'), typeOptions };
		for (const value of outside) {
			const { message, description } = errorOf(() => readNumber(field, value));
			expect(message).toBe(`'Some Field' is ${String(value)}, not a ${wanted}`);
			expect(description).toBe(`Give a ${wanted} in 'Some Field'.`);
		}
		for (const limit of [typeOptions.minValue, typeOptions.maxValue ?? 1e9]) {
			expect(readNumber(field, limit)).toBe(limit);
		}
	});

	it('shows the beginning of a long value only', () => {
		expect(errorOf(() => read('x'.repeat(1000))).message.length).toBeLessThan(100);
	});
});

describe('readChoice', () => {
	it.each([
		[2, 2],
		['2', 2],
		['word', 'word'],
		[' 2 ', 2],
		['Two', 2],
		[' TWO ', 2],
		['WORD', 'word'],
	])('reads %j as the menu value %j', (value, chosen) => {
		expect(readChoice(MENU, value)).toBe(chosen);
	});

	it.each(['Three', 3, '', null, {}])('refuses %j and names the choices', (value) => {
		const { message, description } = errorOf(() => readChoice(MENU, value));
		expect(message).toMatch(/^'Some Field' is /);
		expect(description).toBe("Use one of 'Two' (2), 'Word' (word).");
	});
});

describe('readMoment', () => {
	const read = (value: unknown) => readMoment(fieldOf('dateTime'), value, 'Europe/Berlin');

	it.each<[unknown]>([
		[EVENING_IN_BERLIN],
		[String(EVENING_IN_BERLIN)],
		['2026-12-24T18:00:00'],
		['2026-12-24T17:00:00Z'],
		['2026-12-24T12:00:00-05:00'],
		[new Date(EVENING_IN_BERLIN)],
	])('reads %j, in the time zone of the workflow where it names none', (value) => {
		expect(read(value)).toBe(EVENING_IN_BERLIN);
	});

	it.each(['tomorrow', '', null, {}])('refuses %j', (value) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toMatch(/^'Some Field' is .*, not a date and time/);
		expect(description).toContain('2026-12-24T18:00:00Z');
	});
});

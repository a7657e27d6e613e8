import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
	checkLabelName,
	checkPathUserId,
	checkUserIds,
} from '../../nodes/AgoraChatPush/reading/names.ts';
import { refusalOf } from '../support/refusal.mts';

const ALLOWED = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.');
const LONGEST_USER_ID = '\u{1f600}'.repeat(64);

describe('checkLabelName', () => {
	const check = (name: string) => checkLabelName('Label Name', name);

	it('takes 1 to 64 of the allowed characters, and trims', () => {
		const name = fc
			.array(fc.constantFrom(...ALLOWED), { minLength: 1, maxLength: 64 })
			.map((characters) => characters.join(''))
			.filter((text) => text !== '.' && text !== '..');
		fc.assert(
			fc.property(name, (text) => {
				expect(check(` ${text}\n`)).toBe(text);
			}),
		);
	});

	it('names any other character and where it stands', () => {
		const outside = fc
			.string({ unit: 'binary', minLength: 1, maxLength: 1 })
			.filter((character) => !ALLOWED.includes(character));
		fc.assert(
			fc.property(outside, (character) => {
				const { message, description } = refusalOf(() => check(`vip${character}x`));
				expect(message).toMatch(/^'Label Name' holds .+ as character 4/u);
				expect(description).toMatch(/1 to 64 letters/);
			}),
		);
	});

	it.each([
		['a b', 'a space'],
		['a/b', "'/'"],
		['größe', "'ö'"],
		['a\u{1f600}', "'\u{1f600}'"],
		['a\u200bb', "'U+200B'"],
		['a\tb', "'U+0009'"],
		['a\u00a0b', "'U+00A0'"],
	])('shows what is wrong in %j as %s', (name, shown) => {
		expect(refusalOf(() => check(name)).message).toContain(`holds ${shown} as character`);
	});

	it.each(['', ' ', '\n'])('refuses the blank name %j', (name) => {
		const { message, description } = refusalOf(() => check(name));
		expect(message).toBe("'Label Name' is empty");
		expect(description).toContain('1 to 64 letters');
	});

	it.each(['.', '..'])('refuses %j, which a URL would drop', (name) => {
		const { message, description } = refusalOf(() => check(name));
		expect(message).toContain(`'Label Name' is '${name}'`);
		expect(description).toContain('another character');
	});

	it('takes three dots, which a URL keeps', () => {
		expect(check('...')).toBe('...');
	});

	it('refuses 65 characters with their number and the limit', () => {
		const { message, description } = refusalOf(() => check('x'.repeat(65)));
		expect(message).toMatch(/^'Label Name' has 65 characters.* 64 /);
		expect(description).toContain('Shorten');
	});
});

describe('checkUserIds', () => {
	const check = (userIds: string[]) => checkUserIds('User IDs', userIds);

	it('folds doubles, whatever their case, into the first spelling, and keeps the order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', 'A', 'é', 'c', 'É'), { minLength: 1 }),
				(userIds) => {
					const isFirst = (userId: string, index: number) =>
						userIds.findIndex((one) => one.toLowerCase() === userId.toLowerCase()) === index;
					expect(check(userIds)).toEqual(userIds.filter(isFirst));
				},
			),
		);
	});

	it('refuses a row without a user', () => {
		const { message, description } = refusalOf(() => check([]));
		expect(message).toBe("'User IDs' is empty");
		expect(description).toContain('at least one user ID');
	});

	it('counts 64 characters, not their halves', () => {
		expect(check([LONGEST_USER_ID])).toEqual([LONGEST_USER_ID]);
		const { message, description } = refusalOf(() => check(['anna', `${LONGEST_USER_ID}x`]));
		expect(message).toMatch(/^'User IDs' .*65 characters.* 64 /u);
		expect(description).toContain('commas or line breaks');
	});

	it('never shows half a character of an ID that is too long', () => {
		const { message } = refusalOf(() => check([`a${LONGEST_USER_ID}`]));
		expect(message).not.toMatch(/\p{Surrogate}/u);
	});
});

describe('checkPathUserId', () => {
	const check = (userId: string) => checkPathUserId('User ID', userId);

	it('takes a user ID and trims it', () => {
		expect(check(' anna/ben?#%2e ')).toBe('anna/ben?#%2e');
	});

	it.each(['', '  '])('refuses the blank ID %j', (userId) => {
		expect(refusalOf(() => check(userId)).message).toBe("'User ID' is empty");
	});

	it.each(['.', '..', 'anna\ud800', '\udc00'])('refuses %j, which no URL can hold', (userId) => {
		const { message, description } = refusalOf(() => check(userId));
		expect(message).toMatch(/^'User ID' is .*no web address can hold/u);
		expect(description).toContain('Correct the user ID');
	});

	it('refuses 65 characters', () => {
		expect(refusalOf(() => check('x'.repeat(65))).message).toMatch(/^'User ID' .*65 characters/);
	});
});

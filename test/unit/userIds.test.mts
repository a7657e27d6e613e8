import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { checkUserIds } from '../../nodes/AgoraChatPush/reading/userIds.ts';
import { errorOf } from '../support/userError.mts';

const ALLOWED = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.');
const LONGEST_USER_ID = '\u{1f600}'.repeat(64);

const NO_LONGER_ASKED = () => {
	throw new Error('The rule for exceptions was asked for IDs that need none.');
};

const word = fc.constantFrom('undefined', 'null', 'nan', 'none', 'true', 'false');
const inAnyCase = (text: fc.Arbitrary<string>) =>
	fc
		.tuple(text, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }))
		.map(([letters, capitals]) =>
			Array.from(letters, (letter, at) =>
				capitals[at] === true ? letter.toUpperCase() : letter,
			).join(''),
		);
const plainId = fc
	.array(fc.constantFrom(...ALLOWED), { minLength: 1, maxLength: 64 })
	.map((characters) => characters.join(''))
	.filter(
		(text) =>
			/[a-z\d]/i.test(text) && !/^(undefined|null|nan|none|true|false|loading\.{3})$/i.test(text),
	);

describe('checkUserIds', () => {
	const check = (userIds: string[], column?: string) =>
		checkUserIds('User IDs', userIds, { allowsAny: () => false, column });
	const checkAny = (userIds: string[], column?: string) =>
		checkUserIds('User IDs', userIds, { allowsAny: () => true, column });

	it('takes 1 to 64 of the allowed characters, without asking for exceptions', () => {
		fc.assert(
			fc.property(plainId, (userId) => {
				expect(checkUserIds('User IDs', [userId], { allowsAny: NO_LONGER_ASKED })).toEqual([
					userId,
				]);
			}),
		);
	});

	it('folds doubles, whatever their case, into the first spelling, and keeps the order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('a', 'b', 'A', 'c', 'C'), { minLength: 1 }),
				(userIds) => {
					const isFirst = (userId: string, index: number) =>
						userIds.findIndex((one) => one.toLowerCase() === userId.toLowerCase()) === index;
					expect(check(userIds)).toEqual(userIds.filter(isFirst));
				},
			),
		);
	});

	it('names any other character, where it stands and in which ID, unless any will do', () => {
		const outside = fc
			.string({ unit: 'binary', minLength: 1, maxLength: 1 })
			.filter((character) => !ALLOWED.includes(character));
		fc.assert(
			fc.property(outside, (character) => {
				const userIds = ['anna', `be${character}n`];
				const { message } = errorOf(() => check(userIds));
				expect(message).toMatch(
					/^'User IDs' holds .+ as character 3 of 'be.+n', which is not allowed in a user ID$/u,
				);
				expect(message).not.toMatch(/[^\P{C}]|[^\P{Z} ]/u);
				expect(checkAny(userIds)).toEqual(userIds);
			}),
		);
	});

	it('takes a word that a broken cell leaves, in any case, for nobody, unless any will do', () => {
		fc.assert(
			fc.property(inAnyCase(word), (written) => {
				const { message, description } = errorOf(() => check(['anna', written]));
				expect(message).toBe(`'User IDs' holds '${written}', which is not a user ID`);
				expect(description).toContain("'Allow Any User ID'");
				expect(checkAny([written])).toEqual([written]);
				expect(check([`${written}1`])).toEqual([`${written}1`]);
			}),
		);
	});

	it('takes what has no letter and no digit for nobody, unless any will do', () => {
		const mark = fc.array(fc.constantFrom('-', '_', '.'), { minLength: 1, maxLength: 64 });
		fc.assert(
			fc.property(mark, (marks) => {
				const userId = marks.join('');
				const { message, description } = errorOf(() => check(['anna', userId]));
				expect(message).toMatch(/^'User IDs' holds '[-_.]+…?', which is not a user ID$/);
				expect(description).toMatch(/empty cell.+'Allow Any User ID'/);
				expect(checkAny([userId])).toEqual([userId]);
			}),
		);
	});

	it('takes people who are called like nothing', () => {
		expect(check(['NA', 'nil', '0', '-a', '_1_'])).toEqual(['NA', 'nil', '0', '-a', '_1_']);
	});

	it.each(['Loading...', 'loading...', 'Loading…'])(
		'takes %s for a cell without a value',
		(text) => {
			const { message, description } = errorOf(() => check([text]));
			expect(message).toMatch(/(not|in) a user ID$/);
			expect(description).toMatch(/^The sheet was read before/);
			expect(checkAny([text])).toEqual([text]);
		},
	);

	it.each([
		['#REF!', "holds '#' as character 1", 'Correct the formula'],
		['#N/A', "holds '#'", 'Correct the formula'],
		['#NAME?', "holds '#'", 'Correct the formula'],
		['#DIV/0!', "holds '#'", 'Correct the formula'],
		['#ÜBERLAUF!', "holds '#'", 'Correct the formula'],
		['#¡REF!', "holds '#'", 'Correct the formula'],
		['#¿NOMBRE?', "holds '#'", 'Correct the formula'],
		['#名前?', "holds '#'", 'Correct the formula'],
		['#GETTING_DATA', "holds '#'", 'Correct the formula'],
		['#####', "holds '#'", 'Correct the formula'],
		['Err:502', "holds ':'", 'Correct the formula'],
		['#42', "holds '#'", 'Leave out the #'],
		['anna\tben', "holds 'U+0009'", 'Separate several IDs by commas or line breaks.'],
		['anna\vben', "holds 'U+000B'", 'Separate several IDs'],
		['anna\u0085ben', "holds 'U+0085'", 'Separate several IDs'],
		['anna\nben', "holds 'U+000A'", 'Separate several IDs'],
		['1 234', 'holds a space', 'as plain text'],
		['1\u00a0234\u00a0567', "holds 'U+00A0'", 'as plain text'],
		['1\u202f234', "holds 'U+202F'", 'as plain text'],
		["1'234", 'holds', 'as plain text'],
		['2，000', "holds '，' (U+FF0C)", 'as plain text'],
		['\u0430nna', "holds '\u0430' (U+0430) as character 1", 'letters (A-Z, a-z)'],
		['\u3164', "holds 'U+3164' as character 1 of '<U+3164>'", 'invisible'],
		['anna\u2800', "holds 'U+2800'", 'invisible'],
		['an\u034fna', "holds 'U+034F'", 'invisible'],
		['anna\ufe0f', "holds 'U+FE0F' as character 5 of 'anna<U+FE0F>'", 'invisible'],
		['anna ben', "holds a space as character 5 of 'anna ben'", 'commas or line breaks'],
		['anna\u00a0ben', "holds 'U+00A0' as character 5 of 'anna<U+00A0>ben'", 'commas or line'],
		['anna;ben', "holds ';' as character 5", 'Separate several IDs by commas or line breaks.'],
		['anna,ben', "holds ',' as character 5", 'separate'],
		['anna|ben', "holds '|'", 'Separate several IDs'],
		['"anna"', "holds '\"' as character 1", 'quotation marks'],
		['“anna”', "holds '“' (U+201C)", 'quotation marks'],
		['@anna', "holds '@' as character 1", 'Leave out the @'],
		['anna@example.com', "holds '@' as character 5", 'mail address'],
		['Dear {{ $json.user }}', 'holds a space as character 5', 'from Fixed to Expression'],
		['$json.user', "holds '$'", 'from Fixed to Expression'],
		['4.479E+11', "holds '+'", 'as plain text'],
		['12/24/2026', "holds '/'", 'as plain text'],
		['2026-12-24T18:00:00Z', "holds ':'", 'as plain text'],
		['an\u200bna', "holds 'U+200B' as character 3 of 'an<U+200B>na'", 'invisible'],
		['\ufeffanna', "holds 'U+FEFF' as character 1", 'invisible'],
		['FALSE', "holds 'FALSE', which is not a user ID", 'checkbox'],
		['größe', "holds 'ö' (U+00F6) as character 3", 'letters (A-Z, a-z)'],
		['\u{1f600}\u{1f600}+', "holds '\u{1f600}' (U+1F600) as character 1", "'Allow Any User ID'"],
		['x'.repeat(60) + '!', `of '${'x'.repeat(40)}…'`, 'letters (A-Z, a-z)'],
	])('says what %j is, and what helps', (userId, words, advice) => {
		const { message, description } = errorOf(() => check([userId]));
		expect(message).toContain(words);
		expect(description).toContain(advice);
	});

	it('offers no exception for what a sheet could not work out', () => {
		for (const cell of ['#REF!', '#NV', '#####', '#名前?', 'Err:502', 'Loading...']) {
			expect(errorOf(() => check([cell])).description).not.toContain('Allow Any User ID');
		}
	});

	it('takes the name of its own column, in any case, for a header that stands there twice', () => {
		const { message, description } = errorOf(() => check(['USER_id'], 'user_id'));
		expect(message).toBe("'User IDs' is 'user_id', the name of its own column");
		expect(description).toContain('Leave this item out');
		expect(checkAny(['user_id'], 'user_id')).toEqual(['user_id']);
		expect(check(['user_id', 'anna'], 'user_id')).toEqual(['user_id', 'anna']);
		expect(check(['user_id'])).toEqual(['user_id']);
	});

	it('counts 64 characters, not their halves, whatever characters will do', () => {
		expect(checkAny([LONGEST_USER_ID])).toEqual([LONGEST_USER_ID]);
		const { message, description } = errorOf(() => checkAny(['anna', `${LONGEST_USER_ID}x`]));
		expect(message).toMatch(/'User IDs' holds '.+', which has 65 characters, but at most 64 /u);
		expect(description).toContain('commas or line breaks');
	});

	it('never shows half a character of an ID that is too long', () => {
		const { message } = errorOf(() => checkAny([`a${LONGEST_USER_ID}`]));
		expect(message).not.toMatch(/\p{Surrogate}/u);
	});
});

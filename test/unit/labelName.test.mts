import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { checkLabelName } from '../../nodes/AgoraChatPush/reading/labelName.ts';
import { errorOf } from '../support/userError.mts';

const ALLOWED = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.');

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
				const { message, description } = errorOf(() => check(`vip${character}x`));
				expect(message).toMatch(/^'Label Name' holds .+ as character 4/u);
				expect(description).toMatch(/1 to 64 letters/);
			}),
		);
	});

	it.each([
		['a b', 'a space'],
		['a/b', "'/'"],
		['größe', "'ö' (U+00F6)"],
		['\u0430nna', "'\u0430' (U+0430)"],
		['a\u{1f600}', "'\u{1f600}' (U+1F600)"],
		['a\u200bb', "'U+200B'"],
		['a\tb', "'U+0009'"],
		['a\u00a0b', "'U+00A0'"],
	])('shows what is wrong in %j as %s', (name, shown) => {
		expect(errorOf(() => check(name)).message).toContain(`holds ${shown} as character`);
	});

	it.each(['.', '..'])('refuses %j, which a URL would drop', (name) => {
		const { message, description } = errorOf(() => check(name));
		expect(message).toContain(`'Label Name' is '${name}'`);
		expect(description).toContain('another character');
	});

	it('takes three dots, which a URL keeps', () => {
		expect(check('...')).toBe('...');
	});

	it('refuses 65 characters with their number and the limit', () => {
		const { message, description } = errorOf(() => check('x'.repeat(65)));
		expect(message).toMatch(/^'Label Name' has 65 characters.* 64 /);
		expect(description).toContain('Shorten');
	});
});

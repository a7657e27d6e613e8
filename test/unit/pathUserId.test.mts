import { describe, expect, it } from '@jest/globals';

import { checkPathUserId } from '../../nodes/AgoraChatPush/reading/names.ts';
import { refusalOf } from '../support/refusal.mts';

describe('checkPathUserId', () => {
	const check = (userId: string, allowsAny = false) =>
		checkPathUserId('User ID', userId, { allowsAny: () => allowsAny });

	it('takes a user ID and trims it, and any where any will do', () => {
		expect(check(' anna ')).toBe('anna');
		expect(check(' anna/ben?#%2e ', true)).toBe('anna/ben?#%2e');
	});

	it.each(['anna ben', 'anna,ben', 'true', '#REF!'])('refuses %j', (userId) => {
		expect(refusalOf(() => check(userId)).message).toMatch(/^'User ID' holds .+ no user ID/);
	});

	it.each(['.', '..', 'anna\ud800', '\udc00'])('refuses %j, which no URL can hold', (userId) => {
		const { message, description } = refusalOf(() => check(userId, true));
		expect(message).toMatch(/^'User ID' is .*no web address can hold/u);
		expect(description).toContain('Correct the user ID');
	});

	it('refuses 65 characters', () => {
		expect(refusalOf(() => check('x'.repeat(65))).message).toMatch(/^'User ID' .*65 characters/);
	});

	it.each(['anna\nben', 'anna;ben', 'anna ben', 'x'.repeat(65)])(
		'does not say how a list is written for %j',
		(userId) => {
			const { description } = refusalOf(() => check(userId));
			expect(description).toMatch(/^Give one entry; /);
			expect(description).not.toContain('commas');
		},
	);
});

import { describe, expect, it } from '@jest/globals';

import { checkPathUserId } from '../../nodes/AgoraChatPush/reading/userIds.ts';
import { errorOf } from '../support/userError.mts';

describe('checkPathUserId', () => {
	const check = (userId: string, allowsAny = false) =>
		checkPathUserId('User ID', userId, { allowsAny: () => allowsAny });

	it('takes a user ID and trims it, and any where any will do', () => {
		expect(check(' anna ')).toBe('anna');
		expect(check(' anna/ben?#%2e ', true)).toBe('anna/ben?#%2e');
	});

	it.each(['anna ben', 'anna,ben', 'true', '#REF!'])('refuses %j', (userId) => {
		expect(errorOf(() => check(userId)).message).toMatch(
			/^'User ID' holds .+ (not a|not allowed in a) user ID/,
		);
	});

	it.each(['.', '..', 'anna\ud800', '\udc00'])('refuses %j, which no URL can hold', (userId) => {
		const { message, description } = errorOf(() => check(userId, true));
		expect(message).toMatch(/^'User ID' holds .*which cannot be used/u);
		expect(description).toContain('Correct the user ID');
	});

	it('refuses 65 characters', () => {
		expect(errorOf(() => check('x'.repeat(65))).message).toMatch(
			/'User ID' holds '.+', which has 65 characters/,
		);
	});

	it.each(['anna\nben', 'anna;ben', 'anna ben', 'x'.repeat(65)])(
		'does not say how a list is written for %j',
		(userId) => {
			const { description } = errorOf(() => check(userId));
			expect(description).toMatch(/^Give one entry; /);
			expect(description).not.toContain('commas');
		},
	);
});

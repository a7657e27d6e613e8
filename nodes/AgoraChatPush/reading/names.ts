import { UserError } from 'n8n-workflow';

import { distinctUsers } from '../userKey';

const MAX_USER_ID_LENGTH = 64;
const MAX_LABEL_NAME_LENGTH = 64;
const OUTSIDE_LABEL_NAME = /[^A-Za-z0-9_.-]/u;

/** A field that must be filled in is blank. */
export class BlankField extends UserError {}

/**
 * Checks a label name against the rules of Agora's 'Create a push label'.
 *
 * @throws UserError naming the first character that is not allowed, or the length.
 */
export function checkLabelName(displayName: string, written: string): string {
	const name = written.trim();
	const description =
		'A label name has 1 to 64 letters (A-Z, a-z), digits, dots, hyphens and underscores.';
	if (name === '') throw new UserError(`'${displayName}' is empty`, { description });

	const outside = OUTSIDE_LABEL_NAME.exec(name);
	if (outside !== null) {
		const shown = outside[0] === ' ' ? 'a space' : `'${visible(outside[0])}'`;
		throw new UserError(
			`'${displayName}' holds ${shown} as character ${outside.index + 1}, which no label name may hold`,
			{ description },
		);
	}
	if (name === '.' || name === '..') {
		throw new UserError(`'${displayName}' is '${name}', which vanishes from a web address`, {
			description: 'Choose a name with another character besides dots.',
		});
	}
	if (name.length > MAX_LABEL_NAME_LENGTH) {
		throw new UserError(
			`'${displayName}' has ${name.length} characters, but at most ${MAX_LABEL_NAME_LENGTH} are allowed`,
			{ description: 'Shorten the name of the label.' },
		);
	}
	return name;
}

/**
 * Checks user IDs for a call that carries them in its body, and folds doubles.
 *
 * @throws UserError when none is left or one is too long.
 */
export function checkUserIds(displayName: string, userIds: string[]): string[] {
	if (userIds.length === 0) {
		throw new BlankField(`'${displayName}' is empty`, {
			description: 'Give at least one user ID, or leave this row out with a Filter node.',
		});
	}
	const tooLong = userIds.find((userId) => lengthOf(userId) > MAX_USER_ID_LENGTH);
	if (tooLong !== undefined) {
		const start = [...tooLong.slice(0, 40)].slice(0, 20).join('');
		throw new UserError(
			`'${displayName}' holds an ID of ${lengthOf(tooLong)} characters, but at most ${MAX_USER_ID_LENGTH} are allowed: ${start}…`,
			{ description: 'Separate several IDs by commas or line breaks.' },
		);
	}
	return distinctUsers(userIds);
}

/** Checks a user ID for a call that carries it in its path, where `.` and `..` would vanish. */
export function checkPathUserId(displayName: string, written: string): string {
	const [userId = ''] = checkUserIds(displayName, [written.trim()].filter(Boolean));
	if (userId === '.' || userId === '..' || /\p{Surrogate}/u.test(userId)) {
		throw new UserError(`'${displayName}' is '${userId}', which no web address can hold`, {
			description: 'Correct the user ID.',
		});
	}
	return userId;
}

/** In Unicode code points, of which a text never has more than code units. */
function lengthOf(userId: string): number {
	return userId.length <= MAX_USER_ID_LENGTH ? userId.length : [...userId].length;
}

function visible(character: string): string {
	return /[\p{C}\p{Z}]/u.test(character)
		? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
		: character;
}

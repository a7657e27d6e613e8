import { UserError } from 'n8n-workflow';

import { distinctUsers } from '../userKey';
import { ONLY_ONE } from './otherForms';
import { isUserId, isWordForNothing, noUserId, repeatedHeader, SEPARATE } from './userId';
import { shownCharacter, shownText } from './visible';

const MAX_USER_ID_LENGTH = 64;
export const MAX_LABEL_NAME_LENGTH = 64;
const OUTSIDE_LABEL_NAME = /[^A-Za-z0-9_.-]/u;

/** A sentence without its full stop. */
export const LABEL_NAME_RULE = `A label name has 1 to ${MAX_LABEL_NAME_LENGTH} letters (A-Z, a-z), digits, dots, hyphens and underscores`;

/** The field for user IDs is blank, so that the row names nobody. */
export class BlankField extends UserError {}

/**
 * Checks a label name, which is not blank, against the rules of Agora's 'Create a push label'.
 *
 * @throws UserError naming the first character that is not allowed, or the length.
 */
export function checkLabelName(displayName: string, written: string): string {
	const name = written.trim();
	const description = `${LABEL_NAME_RULE}.`;
	const outside = OUTSIDE_LABEL_NAME.exec(name);
	if (outside !== null) {
		throw new UserError(
			`'${displayName}' holds ${shownCharacter(outside[0])} as character ${outside.index + 1}, which no label name may hold`,
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
 * Checks a label name that an expression gave: a person may call a label `none`, a cell hardly does.
 *
 * @throws UserError for a word that a broken cell or expression leaves behind.
 */
export function checkCalculatedName(displayName: string, name: string): string {
	if (!isWordForNothing(name)) return name;
	throw new UserError(`'${displayName}' is ${shownText(name)}, which no label is meant by`, {
		description:
			'A checkbox, an empty cell or a missing field was written out as a word. Correct where it comes from; if the label really has this name, give it as Fixed.',
	});
}

export interface UserIdRules {
	/** Whether any character and word will do; asked only where it makes a difference. */
	allowsAny(): boolean;
	/** The name of the column that the IDs come from, where it is known. */
	column?: string;
	/** Whether the field is for one ID. */
	takesOne?: boolean;
}

/**
 * Checks user IDs, at least one, for a call that carries them in its body, and folds doubles.
 *
 * @throws UserError when one is too long, or cannot be a user ID.
 */
export function checkUserIds(
	displayName: string,
	userIds: string[],
	{ allowsAny, column, takesOne = false }: UserIdRules,
): string[] {
	const tooLong = userIds.find((userId) => lengthOf(userId) > MAX_USER_ID_LENGTH);
	if (tooLong !== undefined) {
		throw new UserError(
			`'${displayName}' holds an ID of ${lengthOf(tooLong)} characters, but at most ${MAX_USER_ID_LENGTH} are allowed: ${shownText(tooLong)}`,
			{ description: takesOne ? ONLY_ONE : SEPARATE },
		);
	}
	if (column !== undefined && isJust(column, userIds) && !allowsAny()) {
		throw repeatedHeader(displayName, column);
	}
	const wrong = userIds.find((userId) => !isUserId(userId));
	if (wrong !== undefined && !allowsAny()) throw noUserId(displayName, wrong, takesOne);

	return distinctUsers(userIds);
}

/** Checks a user ID for a call that carries it in its path, where `.` and `..` would vanish. */
export function checkPathUserId(displayName: string, written: string, rules: UserIdRules): string {
	const userId = written.trim();
	checkUserIds(displayName, [userId], { ...rules, takesOne: true });
	if (userId === '.' || userId === '..' || /\p{Surrogate}/u.test(userId)) {
		throw new UserError(`'${displayName}' is ${shownText(userId)}, which no web address can hold`, {
			description: 'Correct the user ID.',
		});
	}
	return userId;
}

function isJust(name: string, [userId = '', ...others]: string[]): boolean {
	return others.length === 0 && userId.toLowerCase() === name.toLowerCase();
}

/** In Unicode code points, of which a text never has more than code units. */
function lengthOf(userId: string): number {
	return userId.length <= MAX_USER_ID_LENGTH ? userId.length : [...userId].length;
}

import { UserError } from '../userError';
import { distinctUsers } from '../userKey';
import { checkLength } from './checkLength';
import { ONE_ENTRY_ONLY } from './malformedText';
import { quoteText } from './quote';
import { isUserId, repeatedHeader, SEPARATE_IDS, wrongUserId } from './wrongUserId';

const MAX_USER_ID_LENGTH = 64;

/** The field for user IDs is blank, so the item names no user. */
export class NoUserNamed extends UserError {
	/** @param labels that the item names all the same, where that makes a difference. */
	constructor(
		message: string,
		description: string,
		readonly labels: string[],
	) {
		super(message, { description });
	}
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
 * Checks user IDs, at least one, for a call that carries them in its body, and drops duplicates.
 *
 * @throws UserError when one is too long, or cannot be a user ID.
 */
export function checkUserIds(
	displayName: string,
	userIds: string[],
	{ allowsAny, column, takesOne = false }: UserIdRules,
): string[] {
	for (const userId of userIds) {
		checkLength(userId, MAX_USER_ID_LENGTH, {
			fieldText: () => `'${displayName}' holds ${quoteText(userId)}, which`,
			advice: takesOne ? ONE_ENTRY_ONLY : SEPARATE_IDS,
		});
	}
	const isHeader = userIds.length === 1 && userIds[0]?.toLowerCase() === column?.toLowerCase();
	if (isHeader && column !== undefined && !allowsAny()) throw repeatedHeader(displayName, column);
	const wrong = userIds.find((userId) => !isUserId(userId));
	if (wrong !== undefined && !allowsAny()) throw wrongUserId(displayName, wrong, takesOne);

	return distinctUsers(userIds);
}

/** Checks a user ID for a call that carries it in its path. */
export function checkPathUserId(displayName: string, written: string, rules: UserIdRules): string {
	const userId = written.trim();
	checkUserIds(displayName, [userId], { ...rules, takesOne: true });
	return checkPathSegment(displayName, userId);
}

/** @throws UserError for `.` and `..`, which would vanish from a web address, and for half a character. */
export function checkPathSegment(displayName: string, userId: string): string {
	if (userId !== '.' && userId !== '..' && !/\p{Surrogate}/u.test(userId)) return userId;
	throw new UserError(
		`'${displayName}' holds ${quoteText(userId)}, which cannot be used in a web address`,
		{ description: 'Correct the user ID.' },
	);
}

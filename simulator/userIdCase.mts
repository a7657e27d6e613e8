/**
 * What capitals in user IDs mean:
 *
 * - `foldToRegistered`: "Aa" and "aa" are one user, whom answers spell as registered. Easemob docs,
 *   limits of the on-premises edition: user IDs pay no heed to case. The reference of the Chat SDKs
 *   says that capitals become small letters, so that answers cannot repeat them.
 * - `foldAndEcho`: one user as well, whom answers spell as the call did. A guess.
 * - `refuseCapitals`: an ID with capitals belongs to nobody. Agora docs, "User system registration":
 *   do not use any of the 26 uppercase letters. What the service answers to one is a guess.
 * - `distinct`: two users. No page says so; it is what a service does that compares texts.
 */
export const USER_ID_CASES = [
	'foldToRegistered',
	'foldAndEcho',
	'refuseCapitals',
	'distinct',
] as const;

export type UserIdCase = (typeof USER_ID_CASES)[number];

/** Equal for IDs that name the same user; undefined for one that can be nobody's. */
export function userKey(userId: string, userIdCase: UserIdCase): string | undefined {
	if (userIdCase === 'distinct') return userId;
	const folded = userId.toLowerCase();
	return userIdCase === 'refuseCapitals' && folded !== userId ? undefined : folded;
}

/**
 * Equal for IDs of the same user. Agora docs, 'User system registration': no capitals in user IDs;
 * Easemob docs, limits: 'Aa' and 'aa' are the same user ID.
 */
export function userKey(userId: string): string {
	return userId.toLowerCase();
}

/** Each user once, as first written. */
export function distinctUsers(userIds: string[]): string[] {
	if (userIds.length === 1 || new Set(userIds.map(userKey)).size === userIds.length) return userIds;
	const firstSpellings = new Map<string, string>();
	for (const userId of userIds) {
		const key = userKey(userId);
		if (!firstSpellings.has(key)) firstSpellings.set(key, userId);
	}
	return [...firstSpellings.values()];
}

/** A user ID in an answer, where one of digits may stand as a number; undefined if it is none. */
export function userIdFrom(value: unknown): string | undefined {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

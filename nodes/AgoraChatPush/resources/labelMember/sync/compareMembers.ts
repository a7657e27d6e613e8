import { userKey } from '../../../userKey';

export type SyncMode = 'mirror' | 'addMissing' | 'removeExtra';

/** What has to change so that a label matches the users who are wanted in it. */
export interface Comparison<Wanted = unknown> {
	toAdd: Wanted[];
	/** User IDs as the service spells them. */
	toRemove: string[];
	/** Wanted users for whom nothing changes. */
	unchanged: Wanted[];
}

/**
 * Compares the members of a label with the users who are wanted in it.
 *
 * @param present user IDs as the service spells them, among them perhaps two spellings of one user.
 * @param wanted by `userKey`.
 */
export function compareMembers<Wanted>(
	mode: SyncMode,
	present: Iterable<string>,
	wanted: Map<string, Wanted>,
): Comparison<Wanted> {
	const comparison: Comparison<Wanted> = { toAdd: [], toRemove: [], unchanged: [] };
	const found = new Set<string>();
	for (const userId of present) {
		const key = userKey(userId);
		if (wanted.has(key)) found.add(key);
		else if (mode !== 'addMissing') comparison.toRemove.push(userId);
	}
	for (const [key, user] of wanted) {
		const isMissing = mode !== 'removeExtra' && !found.has(key);
		(isMissing ? comparison.toAdd : comparison.unchanged).push(user);
	}
	return comparison;
}

export type SyncMode = 'mirror' | 'addMissing' | 'removeExtra';

/** What has to change so that a label matches the users who are wanted in it. */
export interface Comparison {
	toAdd: string[];
	toRemove: string[];
	/** Wanted users for whom nothing changes. */
	unchanged: string[];
}

/** Compares the members of a label with the users who are wanted in it, each without doubles. */
export function compareMembers(
	mode: SyncMode,
	present: Set<string>,
	wanted: Iterable<string> & { has(userId: string): boolean },
): Comparison {
	const comparison: Comparison = { toAdd: [], toRemove: [], unchanged: [] };
	for (const userId of wanted) {
		const isMissing = mode !== 'removeExtra' && !present.has(userId);
		(isMissing ? comparison.toAdd : comparison.unchanged).push(userId);
	}
	if (mode === 'addMissing') return comparison;
	for (const userId of present) {
		if (!wanted.has(userId)) comparison.toRemove.push(userId);
	}
	return comparison;
}

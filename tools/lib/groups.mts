/** Entries by the key that they have in common, in the order of their first appearance. */
export function groupBy<Entry, Key>(
	entries: Iterable<Entry>,
	keyOf: (entry: Entry) => Key,
): Map<Key, Entry[]> {
	const groups = new Map<Key, Entry[]>();
	for (const entry of entries) {
		const key = keyOf(entry);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [entry]);
		else group.push(entry);
	}
	return groups;
}

/** How often each entry occurs. */
export function tally<Entry>(entries: Iterable<Entry>): Map<Entry, number> {
	const groups = groupBy(entries, (entry) => entry);
	return new Map(Array.from(groups, ([entry, group]) => [entry, group.length]));
}

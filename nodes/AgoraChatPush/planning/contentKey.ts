const knownKeys = new WeakMap<object, string>();

/**
 * A text that is equal for two JSON values exactly when they hold the same content, whatever the
 * order of their keys. The text is cached for each object, which must not change any more.
 */
export function contentKey(value: unknown): string {
	if (typeof value !== 'object' || value === null) return JSON.stringify(value);
	const known = knownKeys.get(value);
	if (known !== undefined) return known;
	const key = writtenInOrder(value);
	knownKeys.set(value, key);
	return key;
}

function writtenInOrder(value: object): string {
	return JSON.stringify(value, (_key, inner: unknown) => {
		if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
		return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)));
	});
}

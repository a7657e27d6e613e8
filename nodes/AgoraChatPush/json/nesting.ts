/**
 * Far more than any message or answer needs. Values nested thousands of levels deep can be parsed,
 * but what handles them afterwards, as n8n and `JSON.stringify` do, runs out of stack.
 */
export const MAX_NESTING = 100;

/** Whether objects and lists are nested more than `MAX_NESTING` levels deep. */
export function isNestedTooDeeply(value: unknown): boolean {
	const seen = new Set<object>();
	let level = [value].filter(isObjectOrList);
	for (let depth = 1; level.length > 0; depth += 1) {
		if (depth > MAX_NESTING) return true;
		const next: object[] = [];
		for (const outer of level) {
			for (const inner of Object.values(outer)) {
				if (!isObjectOrList(inner) || seen.has(inner)) continue;
				seen.add(inner);
				next.push(inner);
			}
		}
		level = next;
	}
	return false;
}

function isObjectOrList(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

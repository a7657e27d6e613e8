import { asList, isObject } from '../../lib/json.mts';

/**
 * Reads the text in which n8n stores executions: a list whose first entry is the value, and where a
 * text within an object or a list is the index of the entry that stands there.
 */
export function parseFlat(text: string): unknown {
	const entries = asList(JSON.parse(text));
	const unfolded = new Map<number, unknown>();

	function unfold(index: number): unknown {
		if (unfolded.has(index)) return unfolded.get(index);
		const entry = entries[index];
		if (Array.isArray(entry)) {
			const list: unknown[] = [];
			unfolded.set(index, list);
			for (const member of entry) list.push(resolve(member));
			return list;
		}
		if (isObject(entry)) {
			const object: Record<string, unknown> = {};
			unfolded.set(index, object);
			for (const [key, member] of Object.entries(entry)) object[key] = resolve(member);
			return object;
		}
		return entry;
	}

	function resolve(member: unknown): unknown {
		return typeof member === 'string' ? unfold(Number(member)) : member;
	}

	return unfold(0);
}

export type JsonObject = Readonly<Record<string, unknown>>;

/** Lists are no objects here. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** @throws Error that shows what came instead. */
export function asObject(value: unknown): JsonObject {
	if (isObject(value)) return value;
	throw new Error(`An object should have come, not this: ${shown(value)}`);
}

/** @throws Error that shows what came instead. */
export function asList(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	throw new Error(`A list should have come, not this: ${shown(value)}`);
}

/**
 * The text, or the number as text, that an object has under a key.
 *
 * @throws Error that shows what came instead.
 */
export function textAt(value: unknown, key: string): string {
	const text = isObject(value) ? value[key] : undefined;
	if (typeof text === 'string' || typeof text === 'number') return String(text);
	throw new Error(`What came lacks '${key}': ${shown(value)}`);
}

/** What a text holds as JSON, or the text itself where it is none. */
export function jsonOrText(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

const MOST_CHARACTERS_SHOWN = 500;

function shown(value: unknown): string {
	return value === undefined ? 'nothing' : JSON.stringify(value).slice(0, MOST_CHARACTERS_SHOWN);
}

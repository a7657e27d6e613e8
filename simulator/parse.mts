import { illegalArgument } from './errors.mts';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string with something other than white space in it. */
export function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

export function isTextList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every(isText);
}

/** The body of a call that must be an object; throws the service's 400 otherwise. */
export function bodyObject(body: unknown): JsonObject {
	if (!isObject(body)) throw illegalArgument();
	return body;
}

/** JSON text as a value, or undefined when it is not JSON. JSON itself has no undefined. */
export function parseJson(text: string): unknown {
	try {
		const value: unknown = JSON.parse(text);
		return value;
	} catch {
		return undefined;
	}
}

import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object with names and values, and no list. */
export function isDataObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows names into nested objects as far as they exist; `missing` are those that do not. */
export function followPath(json: unknown, path: string[]): { value: unknown; missing: string[] } {
	let value = json;
	for (const [index, name] of path.entries()) {
		if (!isDataObject(value) || !Object.hasOwn(value, name)) {
			return { value, missing: path.slice(index) };
		}
		value = value[name];
	}
	return { value, missing: [] };
}

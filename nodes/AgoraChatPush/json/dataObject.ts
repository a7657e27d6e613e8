import type { IDataObject } from 'n8n-workflow';

/** Whether a value is an object with names and values, and no list. */
export function isDataObject(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

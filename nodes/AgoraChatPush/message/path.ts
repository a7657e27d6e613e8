import type { IDataObject } from 'n8n-workflow';

import { followPath, isDataObject } from '../json/dataObject';

/** How the user sees the place that a dotted path below `pushMessage` is filled in. */
export type NameOfPath = (path: string) => string;

/** How the user sees a value at a path where the form may have a menu: 'Big Text' for `agora.style` 1. */
export type NameOfChoice = (path: string, value: string | number) => string;

/** Sets the value at a dotted path, making the objects on the way. */
export function setAtPath(target: IDataObject, path: string, value: unknown): void {
	const [first = '', ...rest] = path.split('.');
	if (rest.length === 0) return define(target, first, value);
	const next = Object.hasOwn(target, first) ? target[first] : undefined;
	const child = isDataObject(next) ? next : {};
	setAtPath(child, rest.join('.'), value);
	define(target, first, child);
}

/** The value at a dotted path; undefined where there is none. */
export function valueAt(message: IDataObject, path: string): unknown {
	const { value, missing } = followPath(message, path.split('.'));
	return missing.length === 0 ? value : undefined;
}

/** Whether there is a value at a dotted path, or one that is no object on the way to it. */
export function isTaken(message: IDataObject, path: string): boolean {
	const { value, missing } = followPath(message, path.split('.'));
	return missing.length === 0 || (value !== undefined && !isDataObject(value));
}

/** Merges two objects key by key, deeply; where both hold a value, `base` keeps its own. */
export function mergeDeep(base: IDataObject, added: IDataObject): IDataObject {
	const merged: IDataObject = { ...base };
	for (const [key, value] of Object.entries(added)) {
		const present = Object.hasOwn(base, key) ? base[key] : undefined;
		if (present === undefined) define(merged, key, value);
		else if (isDataObject(present) && isDataObject(value)) {
			define(merged, key, mergeDeep(present, value));
		}
	}
	return merged;
}

/** A plain assignment to a key named `__proto__` would change the object's prototype instead. */
function define(target: IDataObject, key: string, value: unknown): void {
	const attributes = { configurable: true, enumerable: true, writable: true };
	Object.defineProperty(target, key, { value, ...attributes });
}

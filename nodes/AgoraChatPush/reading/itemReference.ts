import type { IDataObject } from 'n8n-workflow';

import { followPath } from '../json/dataObject';

/**
 * An expression that only names a field of the item, as n8n writes it when a user drags a column
 * into a parameter: `={{ $json.user }}` or `={{ $json['User ID'] }}`.
 */
const REFERENCE =
	/^=\{\{\s*\$json((?:\.[\p{ID_Start}_$][\p{ID_Continue}$]*|\['[^'\\]+'\]|\["[^"\\]+"\])+)\s*\}\}$/u;

const STEP = /\.([\p{ID_Continue}$]+)|\['([^']+)'\]|\["([^"]+)"\]/gu;

/** n8n takes every text that begins with an equals sign for an expression. */
export function isExpression(written: unknown): boolean {
	return typeof written === 'string' && written.startsWith('=');
}

/** @returns the names on the way to the field; empty for any other expression. */
export function referencedPath(expression: unknown): string[] {
	const steps = typeof expression === 'string' ? (REFERENCE.exec(expression)?.[1] ?? '') : '';
	return [...steps.matchAll(STEP)].map(
		([, plain, single, double]) => plain ?? single ?? double ?? '',
	);
}

/** The value at a path; undefined unless it is text, a number, a boolean or a list of these. */
export function plainValueAt(json: IDataObject, path: string[]): unknown {
	const { value, missing } = followPath(json, path);
	const isPlainValue = Array.isArray(value) ? value.every(isPlain) : isPlain(value);
	return isPlainValue && missing.length === 0 ? value : undefined;
}

function isPlain(value: unknown): boolean {
	return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

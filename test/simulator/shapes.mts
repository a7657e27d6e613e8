import { expect } from '@jest/globals';

/** The types in a JSON value, with one entry for all the elements of a list. */
function shapeOf(value: unknown): unknown {
	if (Array.isArray(value)) return [...new Set(value.map((one) => JSON.stringify(shapeOf(one))))];
	if (typeof value !== 'object' || value === null) return typeof value;
	return Object.fromEntries(
		Object.entries(value)
			.sort(([a], [b]) => a.localeCompare(b))
			.map(([key, member]) => [key, shapeOf(member)]),
	);
}

/** Compares an answer with a published one: the same keys and types, nothing else. */
export function expectShape(actual: unknown, published: string): void {
	expect(shapeOf(actual)).toEqual(shapeOf(JSON.parse(published)));
}

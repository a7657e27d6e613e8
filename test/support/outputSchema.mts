import { isObject } from '../../tools/lib/json.mts';

/** The part of JSON Schema that the `__schema__` files of n8n's own nodes are written in. */
export interface OutputSchema {
	type?: string | string[];
	properties?: Record<string, OutputSchema>;
	items?: OutputSchema;
}

/**
 * What all the values have in common: of objects, every property that one of them has, in the order in
 * which they appear first. n8n's form takes the first of several types.
 *
 * @param openFields names of properties whose objects are not looked into.
 */
export function schemaOf(values: readonly unknown[], openFields: readonly string[]): OutputSchema {
	const [type, ...otherTypes] = [...new Set(values.map(typeOf))].sort(nullLast);
	const objects = values.filter(isObject);
	const entries: unknown[] = values.filter((value) => Array.isArray(value)).flat();
	return {
		...(type !== undefined && { type: otherTypes.length === 0 ? type : [type, ...otherTypes] }),
		...(objects.length > 0 && { properties: propertiesOf(objects, openFields) }),
		...(entries.length > 0 && { items: schemaOf(entries, openFields) }),
	};
}

function propertiesOf(
	objects: readonly Readonly<Record<string, unknown>>[],
	openFields: readonly string[],
): Record<string, OutputSchema> {
	const names = [...new Set(objects.flatMap((object) => Object.keys(object)))];
	const property = (name: string): OutputSchema => {
		if (openFields.includes(name)) return { type: 'object' };
		const present = objects.filter((object) => object[name] !== undefined);
		return schemaOf(
			present.map((object) => object[name]),
			openFields,
		);
	};
	return Object.fromEntries(names.map((name) => [name, property(name)]));
}

function typeOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
}

function nullLast(a: string, b: string): number {
	return Number(a === 'null') - Number(b === 'null');
}

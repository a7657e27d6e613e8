import type { IDataObject } from 'n8n-workflow';

import { isDataObject } from '../dataObject';
import { describe, listed } from './describe';
import { shownText } from './visible';

const MAX_FIELDS = 8;

/**
 * Says which field on a path an item lacks, what it has instead, and which of these was meant.
 *
 * @returns undefined when the path leads to a field, be it a blank one.
 */
export function missingField(json: IDataObject, path: string[]): string | undefined {
	let owner = 'the item';
	let value: unknown = json;
	for (const name of path) {
		if (!isDataObject(value))
			return `${owner} is ${describe(value)}, and has no field ${shownText(name)}`;
		if (!Object.hasOwn(value, name)) return lacks(owner, Object.keys(value), name);
		value = value[name];
		owner = `the item's field ${shownText(name)}`;
	}
	return undefined;
}

function lacks(owner: string, names: string[], missing: string): string {
	const nearest = names.find((name) => inEssence(name) === inEssence(missing));
	const has = names.length === 0 ? 'none' : listed(names, MAX_FIELDS);
	const advice = nearest === undefined ? '' : `; the nearest is ${shownText(nearest)}`;
	return `${owner} has no field ${shownText(missing)} (it has ${has})${advice}`;
}

/** A name without what is easily overlooked: case, spaces, underscores and byte order marks. */
function inEssence(name: string): string {
	return name.toLowerCase().replace(/[\s_\uFEFF\u200B-]/g, '');
}

import type { IDataObject } from 'n8n-workflow';

import { followPath, isDataObject } from '../json/dataObject';
import { describe, joinNames } from './describe';
import { quoteText } from './quote';

const MAX_FIELDS = 8;

/** A field that an expression names and an item does not have. */
interface MissingField {
	/** A clause that names the field and those that the item has. */
	reason: string;
	/** A name of the item that differs only in what is easily overlooked. */
	nearest?: string;
}

/** @returns undefined when the path leads to a field, even a blank one. */
export function missingField(json: IDataObject, path: string[]): MissingField | undefined {
	const { value, missing } = followPath(json, path);
	const [name] = missing;
	if (name === undefined) return undefined;
	const found = path.at(-missing.length - 1);
	const owner = found === undefined ? 'the item' : `the item's field ${quoteText(found)}`;
	if (!isDataObject(value)) {
		return { reason: `${owner} is ${describe(value)}, and has no field ${quoteText(name)}` };
	}
	const names = Object.keys(value);
	const nearest = names.find((candidate) => simplified(candidate) === simplified(name));
	const has = names.length === 0 ? 'none' : joinNames(names, MAX_FIELDS);
	const advice = nearest === undefined ? '' : `; the nearest is ${quoteText(nearest)}`;
	return { reason: `${owner} has no field ${quoteText(name)} (it has ${has})${advice}`, nearest };
}

/** A name without what is easily overlooked: case, spaces, hyphens, underscores and byte order marks. */
function simplified(name: string): string {
	return name.toLowerCase().replace(/[\s_\uFEFF\u200B-]/g, '');
}

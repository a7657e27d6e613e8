import { UserError, type IDataObject } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { describe, listed } from './describe';
import { shownText } from './visible';

const MAX_FIELDS = 8;

/** A field that an expression names and an item lacks. */
interface MissingField {
	/** Which field that is, and what the item has instead. */
	reason: string;
	/** The name that was meant, where one differs only in what is easily overlooked. */
	nearest?: string;
}

/** @returns undefined when the path leads to a field, be it a blank one. */
export function missingField(json: IDataObject, path: string[]): MissingField | undefined {
	let owner = 'the item';
	let value: unknown = json;
	for (const name of path) {
		if (!isDataObject(value)) {
			return { reason: `${owner} is ${describe(value)}, and has no field ${shownText(name)}` };
		}
		if (!Object.hasOwn(value, name)) return lacks(owner, Object.keys(value), name);
		value = value[name];
		owner = `the item's field ${shownText(name)}`;
	}
	return undefined;
}

function lacks(owner: string, names: string[], missing: string): MissingField {
	const nearest = names.find((name) => inEssence(name) === inEssence(missing));
	const has = names.length === 0 ? 'none' : listed(names, MAX_FIELDS);
	const advice = nearest === undefined ? '' : `; the nearest is ${shownText(nearest)}`;
	const reason = `${owner} has no field ${shownText(missing)} (it has ${has})${advice}`;
	return { reason, nearest };
}

/** The refusal of a blank value, with a message that says why it is blank where that is known. */
export function withReason(error: unknown, message: string | undefined): UserError {
	const refusal = error instanceof UserError ? error : new UserError(String(error));
	if (message === undefined) return refusal;
	return new UserError(message, { description: refusal.description ?? undefined });
}

/** A name without what is easily overlooked: case, spaces, underscores and byte order marks. */
function inEssence(name: string): string {
	return name.toLowerCase().replace(/[\s_\uFEFF\u200B-]/g, '');
}

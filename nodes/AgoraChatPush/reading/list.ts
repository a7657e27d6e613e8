import { UserError } from 'n8n-workflow';

import { parseExact } from '../exactJson';
import { exactNumberText } from './exactNumber';
import { nameOf, type Named } from './named';

/**
 * Reads a list written as text (separated by commas or line breaks, or as a JSON array) or given by
 * an expression as an array. Entries are trimmed, blank ones left out.
 *
 * @throws UserError when an entry is neither text nor a number, or a number that was rounded.
 */
export function readList(field: Named, value: unknown): string[] {
	const entries: string[] = [];
	for (const entry of entriesOf(field, value)) {
		const text = entryText(field, entry).trim();
		if (text !== '') entries.push(text);
	}
	return entries;
}

/** The same for a list in which an entry's place matters: blank entries stay, as empty texts. */
export function readPlaces(field: Named, value: unknown): string[] {
	return entriesOf(field, value).map((entry) => entryText(field, entry).trim());
}

function entriesOf(field: Named, value: unknown): unknown[] {
	return Array.isArray(value) ? flatten(field, value) : splitText(field, value);
}

/** Deeper lists would run out of stack, and a list that holds itself has no end. */
const MAX_LIST_NESTING = 10;

/** Holes become blank entries. `flat` itself takes longer than all else done with a long list. */
function flatten(field: Named, list: unknown[]): unknown[] {
	const flat = list.some(Array.isArray) ? list.flat(MAX_LIST_NESTING) : Array.from(list);
	if (!flat.some(Array.isArray)) return flat;
	throw new UserError(`${nameOf(field)} holds lists nested more than ${MAX_LIST_NESTING} deep`, {
		description: `Let the expression in ${nameOf(field)} give a list of plain texts.`,
	});
}

function splitText(field: Named, value: unknown): unknown[] {
	if (typeof value !== 'string') return [value];
	const listed = parseArray(value);
	return listed === undefined ? value.split(/[,\r\n]/) : flatten(field, listed);
}

function parseArray(text: string): unknown[] | undefined {
	if (!text.trimStart().startsWith('[')) return undefined;
	try {
		const parsed = parseExact(text);
		return Array.isArray(parsed) ? parsed : undefined;
	} catch {
		return undefined;
	}
}

function entryText(field: Named, entry: unknown): string {
	if (entry === null || entry === undefined) return '';
	if (typeof entry === 'string') return entry;
	if (typeof entry === 'number') return exactNumberText(field, entry);
	throw new UserError(`${nameOf(field)} holds an entry that is neither text nor a number`, {
		description: `Let the expression in ${nameOf(field)} give a list of plain texts.`,
	});
}

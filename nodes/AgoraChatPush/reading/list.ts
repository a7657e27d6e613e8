import { isDataObject } from '../json/dataObject';
import { parseExact } from '../json/exactJson';
import { UserError } from '../userError';
import { describe } from './describe';
import { exactNumberText } from './exactNumber';
import { fieldName, type Field } from './fieldName';
import { ONE_ENTRY_ONLY, rejectMalformedText } from './malformedText';

/**
 * Reads a list written as text (separated by commas or line breaks, or as a JSON array) or given by
 * an expression as an array. Entries are trimmed, blank texts left out.
 *
 * @throws UserError for a list in another form, and when an entry is missing, or neither text nor a
 * number, or a rounded number.
 */
export function readList(field: Field, value: unknown): string[] {
	const entries = listEntries(field, value);
	const missing = entries.findIndex(isMissing);
	if (missing !== -1) {
		throw emptyEntry(
			field,
			missing,
			entries.length,
			'The data for this entry does not have the field. Correct it, or leave such entries out with .filter(Boolean) at the end of the expression.',
		);
	}
	const texts = entries.map((entry) => textOf(field, entry));
	// V8 makes an array that is filtered large enough for 17 entries; most rows have one.
	return texts.includes('') ? texts.filter((text) => text !== '') : texts;
}

/**
 * The same for a list that reaches more people when it is shorter: a blank entry is not left out.
 *
 * @param advice what to do about a blank entry.
 */
export function readStrictList(field: Field, value: unknown, advice: string): string[] {
	const texts = listEntries(field, value).map((entry) => textOf(field, entry));
	if (texts.every((text) => text === '')) return [];
	const blank = texts.indexOf('');
	if (blank !== -1) throw emptyEntry(field, blank, texts.length, advice);
	return texts;
}

/** The same for a list in which the position counts: blank entries stay, as empty texts. */
export function readListWithGaps(field: Field, value: unknown): string[] {
	const entries = entriesIn(field, value) ?? splitText(value);
	return entries.map((entry) => entryText(field, entry).trim());
}

/** @throws UserError for a list, in whatever form, and for a boolean. */
export function readEntry(field: Field, value: unknown): string {
	if (entriesIn(field, value) !== undefined) {
		throw new UserError(`${fieldName(field)} is a list, but takes only one entry`, {
			description: ONE_ENTRY_ONLY,
		});
	}
	return textOf(field, value, true);
}

function textOf(field: Field, entry: unknown, takesOne = false): string {
	const text = entryText(field, entry, takesOne).trim();
	rejectMalformedText(field, text, takesOne);
	return text;
}

function emptyEntry(field: Field, index: number, count: number, description: string): UserError {
	const message = `${fieldName(field)} holds an empty entry (number ${index + 1} of ${count})`;
	return new UserError(message, { description });
}

/** Empty for no value at all. */
function listEntries(field: Field, value: unknown): unknown[] {
	if (isMissing(value)) return [];
	const listed = entriesIn(field, value);
	if (listed !== undefined) return listed;
	if (typeof value === 'string') rejectMalformedText(field, value);
	return splitText(value);
}

/** The entries of an array, or of the JSON text of one; undefined for anything else. */
function entriesIn(field: Field, value: unknown): unknown[] | undefined {
	const listed = typeof value === 'string' ? parseArray(value) : value;
	return Array.isArray(listed) ? flatten(field, listed) : undefined;
}

/** Deeper lists would run out of stack, and a list that holds itself has no end. */
const MAX_LIST_NESTING = 10;

/** Holes, which `flat` would skip, become missing entries. `flat` is ten times slower than `some`. */
function flatten(field: Field, list: unknown[]): unknown[] {
	const entries = Array.from(list);
	const flat = entries.some(Array.isArray) ? entries.flat(MAX_LIST_NESTING) : entries;
	if (!flat.some(Array.isArray)) return flat;
	throw new UserError(`${fieldName(field)} holds lists nested more than ${MAX_LIST_NESTING} deep`, {
		description: `Let the expression in ${fieldName(field)} give a list of plain texts.`,
	});
}

/** A comma at the end of a line and the line break are one separator. */
const SEPARATOR = /,[^\S\r\n]*(?:\r\n|[\r\n])|,|\r\n|[\r\n]/;

function splitText(value: unknown): unknown[] {
	return typeof value === 'string' ? value.split(SEPARATOR) : [value];
}

function isMissing(value: unknown): boolean {
	return value === null || value === undefined;
}

function parseArray(text: string): unknown {
	const trimmed = text.trim();
	if (!trimmed.startsWith('[')) return undefined;
	try {
		return parseExact(trimmed);
	} catch {
		return undefined;
	}
}

function entryText(field: Field, entry: unknown, takesOne = false): string {
	if (isMissing(entry)) return '';
	if (typeof entry === 'string') return entry;
	if (typeof entry === 'number') return exactNumberText(field, entry);
	throw new UserError(`${fieldName(field)} holds ${describe(entry)}, not text or a number`, {
		description: howToGetAtText(field, entry, takesOne),
	});
}

/** Names under which objects hold what identifies a person, the likeliest first. */
const NAMES_OF_IDS = ['userid', 'id', 'uid', 'username', 'user', 'name'];

function howToGetAtText(field: Field, entry: unknown, takesOne: boolean): string {
	const names = isDataObject(entry) ? Object.keys(entry) : [];
	const name = NAMES_OF_IDS.map((wanted) =>
		names.find((candidate) => candidate.toLowerCase().replace(/[\s_-]/g, '') === wanted),
	).find((found) => found !== undefined);
	if (name === undefined) return `Let the expression in ${fieldName(field)} give plain texts.`;
	const step = /^\w+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
	return takesOne
		? `Name the field within it, as in {{ $json.user${step} }}.`
		: `Name the field within it, as in {{ $json.user${step} }}, or for a list {{ $json.users.map(user => user${step}) }}.`;
}

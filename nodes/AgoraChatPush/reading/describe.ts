import { quoteText } from './quote';

const MAX_NAMES = 5;

/** Says what a value is, such as "an object with id and name" or "a date (2026-12-24)". */
export function describe(value: unknown): string {
	if (isBlank(value)) return 'empty';
	if (typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return 'a list';
	if (typeof value !== 'object') return quoteText(String(value));
	const date = dateText(value);
	if (date !== undefined) return `a date (${date})`;
	const names = Object.keys(value);
	return names.length === 0 ? 'an empty object' : `an object with ${joinNames(names, MAX_NAMES)}`;
}

/** Whether a value is what an expression gives for an empty cell. */
export function isBlank(value: unknown): value is undefined | null | '' {
	return value === undefined || value === null || value === '';
}

/** Names for a sentence, such as 'id, name and mail', or 'id, name and 7 more'. */
export function joinNames(names: string[], most: number): string {
	const isLong = names.length > most;
	const shown = names.slice(0, most).map((name) => quoteText(name).slice(1, -1));
	const last = isLong ? `${names.length - most} more` : (shown.pop() ?? '');
	return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** A date of JavaScript, or of Luxon, which n8n's own variables use, as text. */
function dateText(value: object): string | undefined {
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString();
	return 'isLuxonDateTime' in value && value.isLuxonDateTime === true ? String(value) : undefined;
}

import { shownText } from './visible';

const MAX_NAMES = 5;

/** Says what a value is, such as "an object with id and name" or "a date (2026-12-24)". */
export function describe(value: unknown): string {
	if (isBlank(value)) return 'empty';
	if (typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return 'a list';
	if (typeof value !== 'object') return shownText(String(value));
	const date = writtenDate(value);
	if (date !== undefined) return `a date (${date})`;
	const names = Object.keys(value);
	return names.length === 0 ? 'an empty object' : `an object with ${listed(names, MAX_NAMES)}`;
}

/** Whether a value says nothing, as an expression over an empty cell gives it. */
export function isBlank(value: unknown): value is undefined | null | '' {
	return value === undefined || value === null || value === '';
}

/** Names for a sentence: 'id, name and mail', or as many as are read with ease. */
export function listed(names: string[], most: number): string {
	const isLong = names.length > most;
	const shown = names.slice(0, most).map((name) => shownText(name).slice(1, -1));
	const last = isLong ? `${names.length - most} more` : (shown.pop() ?? '');
	return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`;
}

/** What JavaScript and Luxon, whose dates n8n's own variables hold, write of a date. */
function writtenDate(value: object): string | undefined {
	if (value instanceof Date) {
		return Number.isNaN(value.getTime()) ? 'an invalid one' : value.toISOString();
	}
	const isLuxon = 'isLuxonDateTime' in value && value.isLuxonDateTime === true;
	return isLuxon ? String(value) : undefined;
}

import type { INodeProperties } from 'n8n-workflow';
import { tryToParseDateTime } from 'n8n-workflow';

import { UserError } from '../userError';
import { describe, isBlank } from './describe';
import { exactNumberText, isRounded, tooLarge } from './exactNumber';
import { fieldName, type Field } from './fieldName';
import { readJsonObject } from './jsonObject';
import { readListWithGaps } from './list';
import { checkLimits } from './numberLimits';
import type { OptionsField, MenuValue } from './optionsField';

/** 3 March 1973. Smaller numbers are seconds, or days as a sheet counts them. */
export const MIN_UNIX_MILLISECONDS = 100_000_000_000;

/** The end of the year 9999. Larger numbers are microseconds, or finer. */
const MAX_UNIX_MILLISECONDS = 253_402_300_799_999;

/** Text of a parameter; numbers and booleans from an expression are written out. */
export function readText(field: Field, value: unknown): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value;
	if (typeof value === 'boolean') return String(value);
	if (typeof value === 'number') return exactNumberText(field, value);
	throw wrongKind(field, value, 'text');
}

export function readBoolean(field: Field, value: unknown): boolean {
	if (typeof value === 'boolean') return value;
	if (isBlank(value)) return false;
	const word = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	if (['true', 'yes', '1'].includes(word)) return true;
	if (['false', 'no', '0'].includes(word)) return false;
	throw wrongKind(field, value, 'true or false');
}

/** A switch for which an expression that gives nothing must not count as 'off'. */
export function readExplicitBoolean(field: Field, value: unknown): boolean {
	if (isBlank(value)) throw wrongKind(field, value, 'true or false');
	return readBoolean(field, value);
}

/** A name: text or a number, but not a boolean. */
export function readName(field: Field, value: unknown): string {
	if (typeof value === 'boolean') throw wrongKind(field, value, 'a name');
	return readText(field, value);
}

/** A number within the limits of its field. */
export function readNumber(
	field: Field & Pick<INodeProperties, 'typeOptions'>,
	value: unknown,
): number {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number !== 'number' || !Number.isFinite(number)) {
		throw wrongKind(field, value, 'a number');
	}
	if (isRounded(number)) {
		throw tooLarge(field, String(value), `Give a number of ${Number.MAX_SAFE_INTEGER} or less.`);
	}
	checkLimits(field, number, field.typeOptions ?? {});
	return number;
}

/** The value that a field's menu offers, given as itself or by its name, in any case. */
export function readChoice<Value extends MenuValue>(
	field: Field & Pick<OptionsField<Value>, 'options'>,
	value: unknown,
): Value {
	const { options: choices } = field;
	const written = typeof value === 'object' ? '' : String(value).trim().toLowerCase();
	const chosen =
		choices.find((choice) => String(choice.value).toLowerCase() === written) ??
		choices.find((choice) => choice.name.toLowerCase() === written);
	if (chosen !== undefined) return chosen.value;
	const offered = choices.map(({ name, value: offer }) => `'${name}' (${String(offer)})`);
	throw new UserError(`${fieldName(field)} is ${describe(value)}, which its menu does not offer`, {
		description: `Use one of ${offered.join(', ')}.`,
	});
}

/**
 * A moment as Unix milliseconds: a date and time in ISO 8601, one of n8n's date objects, or
 * Unix milliseconds.
 *
 * @param timezone IANA name, for a date without a zone.
 */
export function readMoment(field: Field, value: unknown, timezone: string): number {
	const milliseconds = isWholeNumber(value)
		? within(Number(value), MIN_UNIX_MILLISECONDS, MAX_UNIX_MILLISECONDS)
		: dateMilliseconds(value, timezone);
	if (Number.isSafeInteger(milliseconds)) return milliseconds;
	throw wrongKind(field, value, DATE_AND_TIME);
}

/** The same as Unix seconds, which a number is then given in too. */
export function readUnixSeconds(field: Field, value: unknown, timezone: string): number {
	const seconds = isWholeNumber(value)
		? within(Number(value), MIN_UNIX_MILLISECONDS / 1000, MIN_UNIX_MILLISECONDS - 1)
		: Math.floor(dateMilliseconds(value, timezone) / 1000);
	if (Number.isSafeInteger(seconds)) return seconds;
	throw wrongKind(field, value, `${DATE_AND_TIME}, or Unix seconds`);
}

const DATE_AND_TIME = 'a date and time, such as 2026-12-24T18:00:00Z';

function isWholeNumber(value: unknown): boolean {
	if (typeof value !== 'string') return typeof value === 'number';
	const text = value.trim();
	return text !== '' && !/\D/.test(text);
}

/** NaN for a number too small or too large to be a date in this unit. */
function within(count: number, min: number, max: number): number {
	return count >= min && count <= max ? count : Number.NaN;
}

/** Beyond any zone there is or was, in minutes. */
const MAX_OFFSET = 18 * 60;

/** NaN for what is not a date, and for a day that does not exist, which would become the next one. */
function dateMilliseconds(value: unknown, timezone: string): number {
	if (Array.isArray(value)) return Number.NaN;
	try {
		const moment = tryToParseDateTime(value, timezone);
		const isSameDay =
			typeof value !== 'string' || value.trim().startsWith(moment.toFormat('yyyy-MM-dd'));
		const isInZone = Math.abs(moment.offset) <= MAX_OFFSET;
		return isSameDay && isInZone ? moment.toMillis() : Number.NaN;
	} catch {
		return Number.NaN;
	}
}

/** How a value is sent where the type of its field cannot tell it. */
export type ValueForm = 'list' | 'zeroOrOne' | 'unixSeconds';

/**
 * The value of a field of a collection as JSON holds it, by the field's type.
 *
 * @param unevaluated the field before n8n evaluates it.
 * @returns undefined when the field was added to the form but is blank, as with an expression over an
 * empty cell.
 */
export function readFieldValue(
	field: INodeProperties & Field & { sends?: ValueForm; rejectsBlank?: boolean },
	value: unknown,
	timezone: string,
	unevaluated?: unknown,
): string | number | boolean | object | undefined {
	if (field.rejectsBlank === true) return readExplicitBoolean(field, value);
	if (isBlank(value)) return undefined;
	if (field.sends === 'list') {
		const entries = readListWithGaps(field, value);
		return entries.some((entry) => entry !== '') ? entries : undefined;
	}
	switch (field.type) {
		case 'boolean':
			return field.sends === 'zeroOrOne'
				? Number(readBoolean(field, value))
				: readBoolean(field, value);
		case 'number':
			return readNumber(field, value);
		case 'options':
			return readChoice(
				{ ...field, options: (field.options ?? []).filter((entry) => 'value' in entry) },
				value,
			);
		case 'json':
			return readJsonObject(field, value, unevaluated);
		case 'dateTime':
			return field.sends === 'unixSeconds'
				? readUnixSeconds(field, value, timezone)
				: readMoment(field, value, timezone);
		default:
			return readText(field, value);
	}
}

function wrongKind(field: Field, value: unknown, wanted: string): UserError {
	return new UserError(`${fieldName(field)} is ${describe(value)}, not ${wanted}`, {
		description: `Give ${wanted}, or correct the expression in ${fieldName(field)}.`,
	});
}

import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { firstInexactNumber, firstRepeatedName } from '../json/exactJson';
import { isNestedTooDeeply, MAX_NESTING } from '../json/nesting';
import { describe } from './describe';
import { checkExact } from './exactNumber';
import { isExpression } from './itemReference';
import { nameOf, type Named } from './named';

/**
 * Reads a JSON object that was typed or given by an expression.
 *
 * @param written what stands in the field before n8n evaluates it.
 * @throws UserError that says where typed text stops being JSON, or what it is instead of an object.
 */
export function readJsonObject(field: Named, value: unknown, written?: unknown): IDataObject {
	if (typeof value !== 'string') checkExact(field, value);
	const parsed = typeof value === 'string' ? parseTyped(field, value, written) : value;
	checkWritable(field, parsed);
	if (isDataObject(parsed)) return parsed;
	throw new UserError(`${nameOf(field)} is ${describe(parsed)}, not a JSON object`, {
		description: 'Write it as {"name": "value"}, or let the expression give an object.',
	});
}

/** @throws UserError for what no body of a call can hold. */
function checkWritable(field: Named, value: unknown): void {
	const description = 'Give plain objects, lists, texts and numbers, and fewer levels of them.';
	if (isNestedTooDeeply(value)) {
		throw new UserError(`${nameOf(field)} is nested more than ${MAX_NESTING} levels deep`, {
			description,
		});
	}
	const reason = whyUnwritable(value);
	if (reason === undefined) return;
	throw new UserError(`${nameOf(field)} cannot be written as JSON: ${reason}`, { description });
}

function whyUnwritable(value: unknown): string | undefined {
	try {
		JSON.stringify(value);
		return undefined;
	} catch (error) {
		return error instanceof Error
			? error.message.split('\n')[0]
			: 'its values are of no kind of it';
	}
}

/** An editor's mark of byte order is no part of the JSON that follows it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function parseTyped(field: Named, typed: string, written: unknown): unknown {
	const text = typed.replace(BYTE_ORDER_MARK, '');
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch {
		throw notJson(field, text, written);
	}
	const rounded = firstInexactNumber(text);
	if (rounded !== undefined) {
		const start = shorten(rounded);
		throw new UserError(`${nameOf(field)} holds a number too large to be exact: ${start}`, {
			description: `Put it in quotes, as "${start}", so that no digit is lost.`,
		});
	}
	const repeated = firstRepeatedName(text);
	if (repeated === undefined) return parsed;
	throw new UserError(`${nameOf(field)} names "${shorten(repeated)}" twice in one object`, {
		description: 'Leave one of the two out; only the last one would have counted.',
	});
}

function notJson(field: Named, text: string, written: unknown): UserError {
	const position = lengthOfJsonStart(text);
	const lines = text.slice(0, position).split('\n');
	const column = (lines.at(-1) ?? '').length + 1;
	const next = text.slice(position, position + 20).trim();
	return new UserError(
		`${nameOf(field)} stops being JSON at line ${lines.length}, column ${column}${
			next === '' ? ', where it ends' : `: ${next}`
		}`,
		{ description: howToMend(text, next, written) },
	);
}

function howToMend(text: string, next: string, written: unknown): string {
	const isFixed = written !== undefined && !isExpression(written);
	if (isFixed && FIRST_OF_EXPRESSION.test(text)) return SWITCH_TO_EXPRESSION;
	if (text.includes('[object Object]')) return OBJECT_AS_TEXT;
	if (text.trimStart().startsWith('```')) return LEAVE_OUT_FENCE;
	if (isFilledIn(written)) return USE_STRINGIFY;
	return TYPOGRAPHIC.test(next === '' ? text : next.slice(0, 1)) ? WRITE_STRAIGHT : CHECK_MARKS;
}

const FIRST_OF_EXPRESSION = /\{\{\s*[$\w(]/;

const TYPOGRAPHIC = /[“”„‟«»‘’]/;

const SWITCH_TO_EXPRESSION =
	'Switch the field from Fixed to Expression, so that n8n fills in what stands in {{ }}.';

const OBJECT_AS_TEXT =
	"An object was written out as '[object Object]'. Give the object alone, as in {{ $json.data }}, or write {{ JSON.stringify($json.data) }} within the JSON.";

const LEAVE_OUT_FENCE = 'It stands in a block of code. Leave out the lines with ```.';

const WRITE_STRAIGHT =
	'It holds typographic quotation marks. Write straight ones (") around names and texts.';

const CHECK_MARKS = 'Check the quotes, commas and brackets just before that place.';

const USE_STRINGIFY =
	'A value that {{ }} fills in may hold quotes or line breaks: write {{ JSON.stringify($json.text) }} for it, without quotes around it.';

/** Whether JSON was typed with values that n8n fills in. */
function isFilledIn(written: unknown): boolean {
	return typeof written === 'string' && /^=(?!\s*\{\{[^]*\}\}\s*$)[^]*\{\{/.test(written);
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** How many characters of a text could still be the beginning of JSON. */
function lengthOfJsonStart(text: string): number {
	let longest = 0;
	let tooLong = text.length + 1;
	while (tooLong - longest > 1) {
		const middle = Math.floor((longest + tooLong) / 2);
		if (mayBegin(text.slice(0, middle))) longest = middle;
		else tooLong = middle;
	}
	return longest;
}

/** V8 complains of a text that is merely unfinished at its very end, or names no place at all. */
function mayBegin(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch (error) {
		const complaint = error instanceof Error ? error.message : '';
		const position = /position (\d+)/.exec(complaint)?.[1];
		return /end of JSON input|Unterminated/.test(complaint) || Number(position) >= text.length;
	}
}

import type { IDataObject } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { firstInexactNumber } from '../json/exactJson';
import { isNestedTooDeeply, MAX_NESTING } from '../json/nesting';
import { UserError } from '../userError';
import { describe } from './describe';
import { checkExact } from './exactNumber';
import { fieldName, type Field } from './fieldName';
import { isExpression } from './itemReference';
import { quoteText, withVisibleCharacters } from './quote';

/**
 * Reads a JSON object that was typed or given by an expression.
 *
 * @param unevaluated the field before n8n evaluates it.
 * @throws UserError that says why a text is not valid JSON, or what it is instead of an object.
 */
export function readJsonObject(field: Field, value: unknown, unevaluated?: unknown): IDataObject {
	if (typeof value !== 'string') checkExact(field, value);
	const parsed = typeof value === 'string' ? parseTyped(field, value, unevaluated) : value;
	checkWritable(field, parsed);
	if (isDataObject(parsed)) return parsed;
	throw new UserError(`${fieldName(field)} is ${describe(parsed)}, not a JSON object`, {
		description: 'Write it as {"name": "value"}, or let the expression give an object.',
	});
}

/** @throws UserError for a value that cannot be written as JSON. */
function checkWritable(field: Field, value: unknown): void {
	const description = 'Give plain objects, lists, texts and numbers, and fewer levels of them.';
	if (isNestedTooDeeply(value)) {
		throw new UserError(`${fieldName(field)} is nested more than ${MAX_NESTING} levels deep`, {
			description,
		});
	}
	const reason = whyUnwritable(value);
	if (reason === undefined) return;
	throw new UserError(`${fieldName(field)} cannot be written as JSON: ${reason}`, { description });
}

function whyUnwritable(value: unknown): string | undefined {
	try {
		JSON.stringify(value);
		return undefined;
	} catch (error) {
		return String(error instanceof Error ? error.message : error).split('\n')[0];
	}
}

/** Editors may put it before a text; JSON does not allow it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

function parseTyped(field: Field, typed: string, unevaluated: unknown): unknown {
	const text = typed.replace(BYTE_ORDER_MARK, '');
	let parsed: unknown;
	try {
		parsed = JSON.parse(text);
	} catch (error) {
		throw invalidJson(field, text, unevaluated, error);
	}
	const rounded = firstInexactNumber(text);
	if (rounded === undefined) return parsed;
	const message = `${fieldName(field)} holds a number too large to be exact: ${quoteText(rounded)}`;
	throw new UserError(message, {
		description: 'Put it in double quotes, so that no digit is lost.',
	});
}

/** In the words of the JavaScript engine, which name the position or quote the text there. */
function invalidJson(field: Field, text: string, unevaluated: unknown, error: unknown): UserError {
	const reason = error instanceof Error ? error.message.replace(/ is not valid JSON$/, '') : '';
	return new UserError(`${fieldName(field)} is not valid JSON: ${withVisibleCharacters(reason)}`, {
		description: adviceFor(text, unevaluated),
	});
}

function adviceFor(text: string, unevaluated: unknown): string {
	const isFixed = unevaluated !== undefined && !isExpression(unevaluated);
	if (isFixed && /\{\{\s*[$\w(]/.test(text)) {
		return 'Switch the field from Fixed to Expression, so that n8n fills in what is in {{ }}.';
	}
	if (text.includes('[object Object]')) {
		return "An object was written out as '[object Object]'. Give the object alone, as in {{ $json.data }}, or write {{ JSON.stringify($json.data) }} within the JSON.";
	}
	if (text.trimStart().startsWith('```')) {
		return 'It is in a block of code. Leave out the lines with ```.';
	}
	if (isTemplate(unevaluated)) {
		return 'A value that {{ }} fills in may hold quotes or line breaks: write {{ JSON.stringify($json.text) }} for it, without quotes around it.';
	}
	const outsideQuotes = text.replace(/"[^"]*"/g, '');
	return /[“”„‟«»‘’]/.test(outsideQuotes)
		? 'It holds typographic quotation marks. Write straight ones (") around names and texts.'
		: 'Check the quotes, commas and brackets just before that place.';
}

/** Whether JSON was typed with values that n8n fills in. */
function isTemplate(unevaluated: unknown): boolean {
	return typeof unevaluated === 'string' && /^=(?!\s*\{\{[^]*\}\}\s*$)[^]*\{\{/.test(unevaluated);
}

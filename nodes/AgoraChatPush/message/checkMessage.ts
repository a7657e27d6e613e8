import type { IDataObject } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { checkLength } from '../reading/checkLength';
import { isBlank } from '../reading/describe';
import { UserError } from '../userError';
import { checkValues } from './checkValues';
import { valueAt, type NameOfChoice, type NameOfPath } from './path';

/** In Unicode code points. Source: Agora docs, 'Configure push notifications', basic configurations. */
export const MAX_TEXT_LENGTHS = { title: 32, subTitle: 10, content: 100 };

export const FILL_IN_BOTH = 'Fill it in: every message needs a title and a content.';

const REQUIRED_TEXTS = ['title', 'content'];

export const MAX_EXT_PAIRS = 10;
export const MAX_EXT_LENGTH = 1024;

/** Fields of Agora's own channel that need another one: `[field, value, needed field]`. */
const NEEDED_FIELDS = [
	['agora.style', 1, 'agora.bigTxt'],
	['agora.style', 2, 'agora.bigPicture'],
	['agora.operation.type', 1, 'agora.operation.openUrl'],
	['agora.operation.type', 2, 'agora.operation.openAction'],
] as const;

/**
 * Checks a message against the service's rules.
 *
 * @throws UserError for the first rule that it breaks.
 */
export function checkMessage(
	message: IDataObject,
	{ nameOf, nameOfChoice }: { nameOf: NameOfPath; nameOfChoice: NameOfChoice },
	nowUnixMs: number,
): void {
	for (const [field, limit] of Object.entries(MAX_TEXT_LENGTHS)) {
		checkText(message[field], limit, () => nameOf(field));
	}
	for (const field of REQUIRED_TEXTS) {
		if (!isMissing(message[field])) continue;
		throw new UserError(`${nameOf(field)} is empty`, { description: FILL_IN_BOTH });
	}
	checkExt(message.ext, () => nameOf('ext'));
	for (const [field, value, needed] of NEEDED_FIELDS) {
		const chosen = valueAt(message, field);
		const isChosen = chosen === value || chosen === String(value);
		if (isChosen && isMissing(valueAt(message, needed))) {
			throw new UserError(
				`${nameOf(field)} is ${nameOfChoice(field, value)}, but ${nameOf(needed)} is missing`,
				{ description: `Fill in ${nameOf(needed)}, or choose another value for ${nameOf(field)}.` },
			);
		}
	}
	checkValues(message, nameOf, nowUnixMs);
}

function checkText(value: unknown, limit: number, name: () => string): void {
	if (value === undefined) return;
	if (typeof value !== 'string') {
		throw new UserError(`${name()} is not text`, { description: 'Give it as text in quotes.' });
	}
	checkLength(value, limit, {
		fieldText: name,
		advice:
			"Shorten it, or switch on 'Shorten Long Texts' under 'Options', which cuts it at a whole character and ends it with ….",
	});
}

function checkExt(ext: unknown, name: () => string): void {
	if (ext === undefined) return;
	if (!isDataObject(ext)) {
		throw new UserError(`${name()} is not an object`, {
			description: 'Write it as {"name": "value"}.',
		});
	}
	const advice = 'Send less with the notification, and let the app fetch the rest.';
	const pairs = Object.entries(ext);
	if (pairs.length > MAX_EXT_PAIRS) {
		throw new UserError(
			`${name()} has ${pairs.length} pairs, but at most ${MAX_EXT_PAIRS} are allowed`,
			{ description: advice },
		);
	}
	checkLength(pairs.flat().map(asText).join(''), MAX_EXT_LENGTH, { fieldText: name, advice });
}

/** Keys and values count, but not JSON's quotes, colons and commas between them. */
function asText(keyOrValue: unknown): string {
	return typeof keyOrValue === 'string' ? keyOrValue : JSON.stringify(keyOrValue);
}

function isMissing(value: unknown): boolean {
	return isBlank(typeof value === 'string' ? value.trim() : value);
}

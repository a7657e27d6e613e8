import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { checkValues } from './checkValues';
import { valueAt, type NameOfPath } from './path';

/** In Unicode code points. Source: Agora docs, 'Configure push notifications', basic configurations. */
export const MAX_TEXT_LENGTHS = { title: 32, subTitle: 10, content: 100 };

export const NEEDS_BOTH = 'Fill it in: the service takes no message without a title and a content.';

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
 * Checks a finished message against the service's rules.
 *
 * @throws UserError for the first rule that is broken.
 */
export function checkMessage(message: IDataObject, nameOf: NameOfPath, nowMs: number): void {
	for (const [field, limit] of Object.entries(MAX_TEXT_LENGTHS)) {
		checkText(message[field], limit, () => nameOf(field));
	}
	for (const field of REQUIRED_TEXTS) {
		if (isBlank(message[field])) {
			throw new UserError(`${nameOf(field)} is empty`, {
				description: NEEDS_BOTH,
			});
		}
	}
	checkExt(message.ext, () => nameOf('ext'));
	for (const [field, value, needed] of NEEDED_FIELDS) {
		const chosen = valueAt(message, field);
		const isChosen = chosen === value || chosen === String(value);
		if (isChosen && isBlank(valueAt(message, needed))) {
			throw new UserError(`${nameOf(field)} is ${value}, but ${nameOf(needed)} is missing`, {
				description: `Fill in ${nameOf(needed)}, or choose another value for ${nameOf(field)}.`,
			});
		}
	}
	checkValues(message, nameOf, nowMs);
}

function checkText(value: unknown, limit: number, name: () => string): void {
	if (value === undefined) return;
	if (typeof value !== 'string') {
		throw new UserError(`${name()} is not text`, { description: 'Give it as text in quotes.' });
	}
	const length = [...value].length;
	if (length <= limit) return;
	throw new UserError(`${name()} has ${length} characters, but at most ${limit} are allowed`, {
		description:
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
	const pairs = Object.keys(ext).length;
	const length = [...Object.entries(ext).flat().map(asText).join('')].length;
	if (pairs <= MAX_EXT_PAIRS && length <= MAX_EXT_LENGTH) return;
	throw new UserError(
		pairs > MAX_EXT_PAIRS
			? `${name()} has ${pairs} pairs, but at most ${MAX_EXT_PAIRS} are allowed`
			: `${name()} has ${length} characters, but at most ${MAX_EXT_LENGTH} are allowed`,
		{ description: 'Send less with the notification, and let the app fetch the rest.' },
	);
}

/** Keys and values count, the marks of JSON between them do not. */
function asText(keyOrValue: unknown): string {
	return typeof keyOrValue === 'string' ? keyOrValue : JSON.stringify(keyOrValue);
}

function isBlank(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

import { UserError } from 'n8n-workflow';

import { shownText } from '../reading/visible';
import type { NameOfPath } from './path';

/** What is known of a message's texts besides what they say. */
export interface TextSource {
	nameOf: NameOfPath;
	/** Whether what stands at a path came from an expression, rather than from a fixed value. */
	isCalculated(path: string): boolean;
	hint(message: string, description: string): void;
}

/** The last step on the path of a text that people read. */
const READ_BY_PEOPLE = /(?:^|\.)(?:title|content|subTitle|body|bigTxt)$/;

/** What JavaScript writes for a missing value, as a word of its own. */
const MISSING = /(?<![\p{L}\p{N}_])(?:undefined|null|NaN)(?![\p{L}\p{N}_])/u;

/**
 * Looks in all texts of a message for what an expression leaves where it went wrong.
 *
 * @throws UserError for what is certainly a slip; what may be meant is a hint.
 */
export function checkTexts(message: object, { nameOf, isCalculated, hint }: TextSource): void {
	for (const [path, text] of textsIn(message, '')) {
		if (text.includes('[object Object]')) throw objectAsText(nameOf(path));
		const expression = expressionIn(text);
		if (expression !== undefined && !isCalculated(path))
			throw notFilledIn(nameOf(path), expression);
		const word = READ_BY_PEOPLE.test(path) ? MISSING.exec(text)?.[0] : undefined;
		if (word === undefined || !isCalculated(path)) continue;
		hint(
			`${nameOf(path)} holds the word '${word}'`,
			'Check its expression: a field that it names may be missing.',
		);
	}
}

function* textsIn(value: object, parent: string): Generator<[path: string, text: string]> {
	for (const [name, inner] of Object.entries(value)) {
		const path = parent === '' ? name : `${parent}.${name}`;
		if (typeof inner === 'string') yield [path, inner];
		else if (typeof inner === 'object' && inner !== null) yield* textsIn(inner, path);
	}
}

function expressionIn(text: string): string | undefined {
	const start = text.indexOf('{{');
	const end = start === -1 ? -1 : text.indexOf('}}', start);
	return end === -1 ? undefined : text.slice(start, end + 2);
}

function objectAsText(name: string): UserError {
	return new UserError(`${name} holds '[object Object]', which an object leaves in a text`, {
		description: 'Let the expression name a field of the object, such as {{ $json.user.name }}.',
	});
}

function notFilledIn(name: string, expression: string): UserError {
	return new UserError(`${name} holds ${shownText(expression)}, which n8n has not filled in`, {
		description: 'Switch the field from Fixed to Expression.',
	});
}

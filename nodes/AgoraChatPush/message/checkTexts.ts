import { quoteText } from '../reading/quote';
import { UserError } from '../userError';
import type { NameOfPath } from './path';

/** Where the texts of a message come from, and what they are for. */
export interface TextSource {
	nameOf: NameOfPath;
	/** Whether an expression gave the text at a path. */
	isCalculated(path: string): boolean;
	/** Whether the text is data for an app, which may fill in templates of its own. */
	isForApp(path: string): boolean;
	hint(message: string, description: string): void;
}

/** The end of the path of a text that people read. */
const READ_BY_PEOPLE = /(?:^|\.)(?:title|content|subTitle|body|bigTxt|\w+LocArgs\.\d+)$/;

/** What JavaScript writes for a missing value, as a word of its own. */
const MISSING = /(?<![\p{L}\p{N}_])(?:undefined|null|NaN)(?![\p{L}\p{N}_])/u;

/** The same as a part of an address. */
const MISSING_IN_ADDRESS = /^[A-Za-z][A-Za-z\d+.-]*:.*[/=:](undefined|null|NaN)(?=[/?#&]|$)/;

/**
 * Checks all texts and names in a message for what a wrong expression leaves behind.
 *
 * @throws UserError for what is certainly wrong; what may be intended becomes a hint.
 */
export function checkTexts(message: object, source: TextSource): void {
	const { nameOf, isCalculated, hint } = source;
	for (const [path, text] of textsIn(message, '')) {
		if (text.includes('[object Object]')) throw objectAsText(nameOf(path));
		checkBraces(path, text, source);
		const word = isCalculated(path) ? missingIn(path, text) : undefined;
		if (word === undefined) continue;
		hint(
			`${nameOf(path)} holds the word '${word}'`,
			'Check its expression: a field that it names may be missing.',
		);
	}
}

/** An app may fill in braces itself, but not n8n's variables, which begin with $. */
function checkBraces(path: string, text: string, source: TextSource): void {
	const expression = expressionIn(text);
	if (expression === undefined) return;
	const isCalculated = source.isCalculated(path);
	const message = `${source.nameOf(path)} holds ${quoteText(expression)}, which n8n has not filled in`;
	const description = isCalculated
		? 'It came with the data, where n8n evaluates nothing. Put the text itself there, or write the expression in this field.'
		: 'Switch the field from Fixed to Expression.';
	const mayBeIntended = source.isForApp(path) && (isCalculated || !expression.includes('$'));
	if (!mayBeIntended) throw new UserError(message, { description });
	source.hint(message, `Ignore this if the app fills it in. If not: ${description}`);
}

function missingIn(path: string, text: string): string | undefined {
	if (READ_BY_PEOPLE.test(path)) return MISSING.exec(text)?.[0];
	return MISSING_IN_ADDRESS.exec(text)?.[1];
}

function* textsIn(value: object, parent: string): Generator<[path: string, text: string]> {
	for (const [name, inner] of Object.entries(value)) {
		const path = parent === '' ? name : `${parent}.${name}`;
		yield [path, name];
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
	return new UserError(`${name} holds '[object Object]', which is an object written out as text`, {
		description: 'Let the expression name a field of the object, such as {{ $json.user.name }}.',
	});
}

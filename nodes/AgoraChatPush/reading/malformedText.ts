import { UserError } from '../userError';
import { fieldName, type Field } from './fieldName';
import { quoteText } from './quote';

/** A number as a sheet shows it, with a sign on either side, and perhaps in the brackets of a list. */
const NUMBER_WITH_SEPARATORS =
	/^[\s,[]*[-+−]?(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+)[-+−]?[\s,\]]*$/;

/** In a list of numbers, a comma ends an entry only when a space follows. */
const BETWEEN_NUMBERS = /,(?=\s)|[\r\n]/;

/** What most cells hold; they need no further checks. */
const PLAIN_ENTRY = /^[\w.-]*$/;

const HOW_TO_WRITE =
	'Write it as anna, ben or as ["anna", "ben"], or let an expression give a list.';

/** Advice for a field that takes one entry only. */
export const ONE_ENTRY_ONLY = 'Give one entry; put several into separate items.';

/** Text that would name somebody else, or nobody, if it were split at its commas. */
const MALFORMED_TEXTS = [
	{
		pattern: /\[object \w+\]/,
		what: 'an object written out as text',
		advice: 'Let the expression name a field of the object, such as {{ $json.user.id }}.',
	},
	{
		pattern: /^\s*\{\{/,
		what: 'an expression that was not evaluated',
		advice: 'Switch the field from Fixed to Expression, so that n8n fills it in.',
	},
	{ pattern: /^\s*```/, what: 'a block of code', advice: HOW_TO_WRITE },
	{
		pattern: /^[^\S\r\n]*(?:[-*•‣◦▪–]|\d{1,3}[.)])[^\S\r\n]+\S/m,
		what: 'a list with bullets or numbers',
		advice: HOW_TO_WRITE,
	},
	{ pattern: /^\s*\{/, what: 'an object or a list in braces', advice: HOW_TO_WRITE },
	{
		pattern: /^\s*\[/,
		what: 'text that begins like a JSON list but is not valid JSON',
		advice: `${HOW_TO_WRITE} In JSON, texts are in double quotes, and there is no comma after the last one.`,
	},
];

/**
 * @param takesOne whether the field is for one entry, so that the advice offers no list.
 * @throws UserError for text that looks like a list but cannot be read as one.
 */
export function rejectMalformedText(field: Field, text: string, takesOne = false): void {
	if (PLAIN_ENTRY.test(text)) return;
	const number = text.split(BETWEEN_NUMBERS).find((part) => NUMBER_WITH_SEPARATORS.test(part));
	if (number !== undefined) {
		const advice = takesOne
			? 'Format the column as plain text and enter the ID again.'
			: 'Format the column as plain text; if these are several IDs, write a space after each comma.';
		throw malformedText(field, 'a number with separators', number, advice);
	}
	for (const { pattern, what, advice } of MALFORMED_TEXTS) {
		const found = pattern.exec(text);
		if (found === null) continue;
		const offersList = advice.startsWith(HOW_TO_WRITE);
		const fitting = takesOne && offersList ? ONE_ENTRY_ONLY : advice;
		throw malformedText(field, what, text.slice(found.index), fitting);
	}
}

function malformedText(field: Field, what: string, text: string, advice: string): UserError {
	const [line = ''] = text.trim().split(/[\r\n]/, 1);
	return new UserError(`${fieldName(field)} holds ${what}: ${quoteText(line)}`, {
		description: advice,
	});
}

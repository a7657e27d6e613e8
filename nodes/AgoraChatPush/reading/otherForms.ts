import { UserError } from 'n8n-workflow';

import { nameOf, type Named } from './named';
import { shownText } from './visible';

/** A number as a sheet shows it, with a sign on either side, and perhaps in the brackets of a list. */
const NUMBER_WITH_SEPARATORS =
	/^[\s,[]*[-+−]?(?:\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d+)[-+−]?[\s,\]]*$/;

/** Where a list puts a space after its commas, a comma without one is no end of an entry. */
const BETWEEN_NUMBERS = /,(?=\s)|[\r\n]/;

/** What most cells hold, so that they need no closer look. */
const PLAIN_ENTRY = /^[\w.-]*$/;

const HOW_TO_WRITE =
	'Write it as anna, ben or as ["anna", "ben"], or let an expression give a list.';

/** What a field for one entry says of several. */
export const ONLY_ONE = 'Give one entry; for several, let each stand in an item of its own.';

/**
 * Text that is a list to a person and none to a program. Taken apart at its commas, it would name
 * somebody else, or nobody.
 */
const OTHER_FORMS = [
	{
		form: /\[object \w+\]/,
		what: 'an object written out as text',
		advice: 'Let the expression name a field of the object, such as {{ $json.user.id }}.',
	},
	{
		form: /^\s*\{\{/,
		what: 'an expression that was not evaluated',
		advice: 'Switch the field from Fixed to Expression, so that n8n fills it in.',
	},
	{ form: /^\s*```/, what: 'a block of code', advice: HOW_TO_WRITE },
	{
		form: /^[^\S\r\n]*(?:[-*•‣◦▪–]|\d{1,3}[.)])[^\S\r\n]+\S/m,
		what: 'a list with bullets or numbers',
		advice: HOW_TO_WRITE,
	},
	{ form: /^\s*\{/, what: 'an object or a list in braces', advice: HOW_TO_WRITE },
	{
		form: /^\s*\[/,
		what: 'what begins like a list in JSON, and is none',
		advice: `${HOW_TO_WRITE} In JSON, texts stand in double quotes, and no comma follows the last one.`,
	},
];

/**
 * @param takesOne whether the field is for one entry, so that a list is no way out.
 * @throws UserError for text that stands for a list in a form that is not read as one.
 */
export function refuseOtherForms(field: Named, text: string, takesOne = false): void {
	if (PLAIN_ENTRY.test(text)) return;
	refuseNumbersWithSeparators(field, text, takesOne);
	for (const { form, what, advice } of OTHER_FORMS) {
		const found = form.exec(text);
		if (found !== null)
			throw otherForm(
				field,
				what,
				text.slice(found.index),
				takesOne && advice.startsWith(HOW_TO_WRITE) ? ONLY_ONE : advice,
			);
	}
}

/** @throws UserError for a number that would be taken apart, be it the only one or one of a list. */
function refuseNumbersWithSeparators(field: Named, text: string, takesOne = false): void {
	const number = text.split(BETWEEN_NUMBERS).find((part) => NUMBER_WITH_SEPARATORS.test(part));
	if (number === undefined) return;
	throw otherForm(
		field,
		'a number with separators',
		number,
		takesOne
			? 'Format the column as plain text and enter the ID again.'
			: 'Format the column as plain text; if these are several IDs, write a space after each comma.',
	);
}

function otherForm(field: Named, what: string, text: string, advice: string): UserError {
	const [line = ''] = text.trim().split(/[\r\n]/, 1);
	return new UserError(`${nameOf(field)} holds ${what}: ${shownText(line)}`, {
		description: advice,
	});
}

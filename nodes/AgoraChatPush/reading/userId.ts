import { UserError } from 'n8n-workflow';

import { ONLY_ONE } from './otherForms';
import { shownCharacter, shownText } from './visible';

/** What an empty cell, a missing field or a checkbox turns into, where it is written out. */
const WORD_FOR_NOTHING = /^(?:undefined|null|nan|none|true|false)$/i;

/**
 * What Agora's 'Register a user' takes for a user ID, with a letter or a digit in it, and not what
 * stands in a cell of Google Sheets until it is worked out.
 */
const USER_ID = /^(?!(?:undefined|null|nan|none|true|false|loading\.\.\.)$)[_.-]*[a-z\d][\w.-]*$/i;

const OUTSIDE_USER_ID = /[^\w.-]/u;

const IF_REALLY = "If this really is a user ID, switch on 'Allow Any User ID' under 'Options'.";

/** What a field for several IDs says of a text that holds them as one. */
export const SEPARATE = 'Separate several IDs by commas or line breaks.';

/** Where what is no user ID comes from, and what helps; the first that fits counts. */
const CAUSES = [
	{
		form: /^#(?:[¡¿]?[\p{L}\d/_ ]+[!?]|[\p{Lu}/_]+|#*)$|^Err:\d+$/u,
		advice:
			'This is what a formula leaves in a cell when it does not work out, or a column that is too narrow. Correct the formula or the column, or leave such items out with a Filter node.',
	},
	{
		form: /\{\{|\$json\b/,
		advice: 'Switch the field from Fixed to Expression, so that n8n fills it in.',
	},
	{
		form: /^(?:true|false)$/i,
		advice: `It comes from a checkbox or a switch. Choose the field that holds the user ID. ${IF_REALLY}`,
	},
	{
		form: /^(?:undefined|null|nan|none)$/i,
		advice: `An empty cell or a missing field was written out as a word. Correct where it comes from, or leave such items out with a Filter node. ${IF_REALLY}`,
	},
	{
		form: /^loading(?:\.\.\.|…)$/i,
		advice:
			'The sheet was read before it had worked this cell out. Run it again later, or leave such items out with a Filter node.',
	},
	{
		form: /^[_.-]+$/,
		advice: `In a sheet this stands for an empty cell. Leave such items out with a Filter node. ${IF_REALLY}`,
	},
	{
		form: /^-?\d+(?:[.,]\d+)?E\+\d+$/i,
		advice:
			'The sheet has shortened a long number, and its last digits are lost. Format the column as plain text and enter the ID again.',
	},
	{
		form: /^[-+−]?\d{1,3}(?:[\s'’٬،，]\d{3})+(?:[.,]\d+)?$/,
		advice:
			'This looks like a number with separators. Format the column as plain text and enter the ID again.',
	},
	{
		form: /^\d{1,4}\/\d{1,2}(?:\/\d{1,4})?$|^\d{4}-\d\d-\d\dT/,
		advice:
			'The sheet has made a date of it. Format the column as plain text and enter the ID again.',
	},
	{ form: /,/, advice: 'Give each user ID as an entry, or in an item, of its own.' },
	{ form: /[;|،，、；\t\v\f\r\n\u0085\u2028\u2029]/, advice: SEPARATE },
	{ form: /^["'`“”„‘’«»]|["'`“”„‘’«»]$/, advice: 'Leave out the quotation marks.' },
	{ form: /^@/, advice: `Leave out the @. ${IF_REALLY}` },
	{ form: /^#/, advice: `Leave out the #. ${IF_REALLY}` },
	{
		form: /^\S+@\S+$/,
		advice: `Give the user ID that your app has registered, not the mail address. ${IF_REALLY}`,
	},
	{
		form: /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u,
		advice:
			'Nobody sees this character; it comes along when text is copied. Delete it, or write the ID anew.',
	},
	{ form: /\s/, advice: `${SEPARATE} ${IF_REALLY}` },
];

const RULE = `A user ID has letters (A-Z, a-z), digits, dots, hyphens and underscores. ${IF_REALLY}`;

/** Whether a text can be a user ID, by its characters and as a word. */
export function isUserId(text: string): boolean {
	return USER_ID.test(text) && !isWordForNothing(text);
}

export function isWordForNothing(text: string): boolean {
	return WORD_FOR_NOTHING.test(text);
}

/**
 * Says why a text is no user ID: which character, or that it is a word of another kind.
 *
 * @param takesOne whether the field is for one ID, so that a list is no way out.
 */
export function noUserId(displayName: string, text: string, takesOne: boolean): UserError {
	const outside = OUTSIDE_USER_ID.exec(text);
	const message =
		outside === null
			? `'${displayName}' holds ${shownText(text)}, which is no user ID`
			: `'${displayName}' holds ${shownCharacter(outside[0])} as character ${outside.index + 1} of ${shownText(text)}, which no user ID may hold`;
	const advice = CAUSES.find(({ form }) => form.test(text))?.advice ?? RULE;
	return new UserError(message, {
		description: takesOne ? advice.replace(SEPARATE, ONLY_ONE) : advice,
	});
}

/** For a row that repeats the header of its sheet. */
export function repeatedHeader(displayName: string, column: string): UserError {
	return new UserError(`'${displayName}' is ${shownText(column)}, the name of its own column`, {
		description: `The header of the sheet seems to stand there twice. Leave this item out with a Filter node. ${IF_REALLY}`,
	});
}

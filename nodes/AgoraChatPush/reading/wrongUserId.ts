import { UserError } from '../userError';
import { ONE_ENTRY_ONLY } from './malformedText';
import { quoteCharacter, quoteText } from './quote';

/** What labels and user IDs are made of, for a sentence. */
export const ID_CHARACTERS = 'letters (A-Z, a-z), digits, dots, hyphens and underscores';

/** What an empty cell, a missing field or a checkbox becomes as text. */
const BROKEN_CELL_WORD = /^(?:undefined|null|nan|none|true|false)$/i;

/**
 * What Agora's 'Register a user' allows, with at least one letter or digit. 'Loading...' is what
 * Google Sheets shows in a cell until it has calculated it.
 */
const USER_ID = /^(?!loading\.\.\.$)[_.-]*[a-z\d][\w.-]*$/i;

const OUTSIDE_USER_ID = /[^\w.-]/u;

const IF_REALLY = "If this really is a user ID, switch on 'Allow Any User ID' under 'Options'.";

/** Advice for a field that takes several IDs. */
export const SEPARATE_IDS = 'Separate several IDs by commas or line breaks.';

/** Where a text that is not a user ID comes from, and what to do; the first match counts. */
const CAUSES = [
	{
		pattern: /^#(?:[¡¿]?[\p{L}\d/_ ]+[!?]|[\p{Lu}/_]+|#*)$|^Err:\d+$/u,
		advice:
			'This is what a cell shows when its formula cannot be calculated or its column is too narrow. Correct the formula or the column, or leave such items out with a Filter node.',
	},
	{
		pattern: /\{\{|\$json\b/,
		advice: 'Switch the field from Fixed to Expression, so that n8n fills it in.',
	},
	{
		pattern: /^(?:true|false)$/i,
		advice: `It comes from a checkbox or a switch. Choose the field that holds the user ID. ${IF_REALLY}`,
	},
	{
		pattern: /^(?:undefined|null|nan|none)$/i,
		advice: `An empty cell or a missing field was written out as a word. Correct where it comes from, or leave such items out with a Filter node. ${IF_REALLY}`,
	},
	{
		pattern: /^loading(?:\.\.\.|…)$/i,
		advice:
			'The sheet was read before this cell was calculated. Run the workflow again later, or leave such items out with a Filter node.',
	},
	{
		pattern: /^[_.-]+$/,
		advice: `In a sheet this means an empty cell. Leave such items out with a Filter node. ${IF_REALLY}`,
	},
	{
		pattern: /^-?\d+(?:[.,]\d+)?E\+\d+$/i,
		advice:
			'The sheet has shortened a long number, and its last digits are lost. Format the column as plain text and enter the ID again.',
	},
	{
		pattern: /^[-+−]?\d{1,3}(?:[\s'’٬،，]\d{3})+(?:[.,]\d+)?$/,
		advice:
			'This looks like a number with separators. Format the column as plain text and enter the ID again.',
	},
	{
		pattern: /^\d{1,4}\/\d{1,2}(?:\/\d{1,4})?$|^\d{4}-\d\d-\d\dT/,
		advice:
			'The sheet has turned it into a date. Format the column as plain text and enter the ID again.',
	},
	{ pattern: /,/, advice: 'Give each user ID as a separate entry or in a separate item.' },
	{ pattern: /[;|،，、；\t\v\f\r\n\u0085\u2028\u2029]/, advice: SEPARATE_IDS },
	{ pattern: /^["'`“”„‘’«»]|["'`“”„‘’«»]$/, advice: 'Leave out the quotation marks.' },
	{ pattern: /^@/, advice: `Leave out the @. ${IF_REALLY}` },
	{ pattern: /^#/, advice: `Leave out the #. ${IF_REALLY}` },
	{
		pattern: /^\S+@\S+$/,
		advice: `Give the user ID that your app has registered, not the email address. ${IF_REALLY}`,
	},
	{
		pattern: /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u,
		advice:
			'This character is invisible and is often copied along with text. Delete it, or type the ID again.',
	},
	{ pattern: /\s/, advice: `${SEPARATE_IDS} ${IF_REALLY}` },
];

const RULE = `A user ID has ${ID_CHARACTERS}. ${IF_REALLY}`;

/** Whether a text can be a user ID, by its characters and as a word. */
export function isUserId(text: string): boolean {
	return USER_ID.test(text) && !isBrokenCellWord(text);
}

export function isBrokenCellWord(text: string): boolean {
	return BROKEN_CELL_WORD.test(text);
}

/**
 * Says why a text is not a user ID, and what to do.
 *
 * @param takesOne whether the field is for one ID, so that the advice offers no list.
 */
export function wrongUserId(displayName: string, text: string, takesOne: boolean): UserError {
	const outside = OUTSIDE_USER_ID.exec(text);
	const message =
		outside === null
			? `'${displayName}' holds ${quoteText(text)}, which is not a user ID`
			: `'${displayName}' holds ${quoteCharacter(outside[0])} as character ${outside.index + 1} of ${quoteText(text)}, which is not allowed in a user ID`;
	const advice = CAUSES.find(({ pattern }) => pattern.test(text))?.advice ?? RULE;
	return new UserError(message, {
		description: takesOne ? advice.replace(SEPARATE_IDS, ONE_ENTRY_ONLY) : advice,
	});
}

/** For an item that repeats the header of its sheet. */
export function repeatedHeader(displayName: string, column: string): UserError {
	return new UserError(`'${displayName}' is ${quoteText(column)}, the name of its own column`, {
		description: `The sheet seems to contain its header twice. Leave this item out with a Filter node. ${IF_REALLY}`,
	});
}

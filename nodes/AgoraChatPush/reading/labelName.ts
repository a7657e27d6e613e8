import { UserError } from '../userError';
import { checkLength } from './checkLength';
import { quoteCharacter, quoteText } from './quote';
import { ID_CHARACTERS, isBrokenCellWord } from './wrongUserId';

export const MAX_LABEL_NAME_LENGTH = 64;
const OUTSIDE_LABEL_NAME = /[^A-Za-z0-9_.-]/u;

/** A sentence without its full stop. */
export const LABEL_NAME_RULE = `A label name has 1 to ${MAX_LABEL_NAME_LENGTH} ${ID_CHARACTERS}`;

/**
 * Checks a label name, which is not blank, against the rules of Agora's 'Create a push label'.
 *
 * @param isOneOfSeveral whether the field holds other names, so that the message quotes this one.
 * @throws UserError naming the first character that is not allowed, or the length.
 */
export function checkLabelName(
	displayName: string,
	written: string,
	isOneOfSeveral = false,
): string {
	const name = written.trim();
	checkLabelCharacters(displayName, name, isOneOfSeveral);
	if (name === '.' || name === '..') {
		throw new UserError(`'${displayName}' is '${name}', which cannot be used in a web address`, {
			description: 'Choose a name with another character besides dots.',
		});
	}
	checkLength(name, MAX_LABEL_NAME_LENGTH, {
		fieldText: () =>
			isOneOfSeveral ? `${quoteText(name)} in '${displayName}'` : `'${displayName}'`,
		advice: 'Shorten the name of the label.',
	});
	return name;
}

/** Whether a label may have this name. */
export function isLabelName(name: string): boolean {
	const isDots = name === '.' || name === '..';
	const fits = name.length >= 1 && name.length <= MAX_LABEL_NAME_LENGTH;
	return fits && !isDots && !OUTSIDE_LABEL_NAME.test(name);
}

/**
 * Checks the characters of a label name, or of a part of one.
 *
 * @throws UserError naming the first that is not allowed.
 */
export function checkLabelCharacters(
	displayName: string,
	name: string,
	isOneOfSeveral = false,
): void {
	const outside = OUTSIDE_LABEL_NAME.exec(name);
	if (outside === null) return;
	const where = `character ${outside.index + 1}${isOneOfSeveral ? ` of ${quoteText(name)}` : ''}`;
	throw new UserError(
		`'${displayName}' holds ${quoteCharacter(outside[0])} as ${where}, which is not allowed in a label name`,
		{ description: `${LABEL_NAME_RULE}.` },
	);
}

/**
 * Checks a label name that an expression gave. A label typed as `none` may be meant; the same word
 * from a cell hardly is.
 *
 * @throws UserError for a word that a broken cell or expression leaves behind.
 */
export function checkNameFromExpression(displayName: string, name: string): string {
	if (!isBrokenCellWord(name)) return name;
	throw new UserError(
		`'${displayName}' is ${quoteText(name)}, which does not look like a label name`,
		{
			description:
				'A checkbox, an empty cell or a missing field was written out as a word. Correct where it comes from; if the label really has this name, switch the field to Fixed and choose or type it.',
		},
	);
}

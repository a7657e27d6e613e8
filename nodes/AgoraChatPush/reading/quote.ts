/**
 * Control characters, formatting marks, lone surrogates, all kinds of space, what Unicode lets
 * programs leave blank (U+3164 and U+FE0F among others), and the blank of braille.
 */
const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The same but for the space itself, which a text in quotes shows well enough. */
const INVISIBLE_IN_TEXT = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const MAX_SHOWN_LENGTH = 40;

/** A character as the object of a sentence; beyond ASCII many look like another one. */
export function quoteCharacter(character: string): string {
	if (character === ' ') return 'a space';
	const codePoint = codePointOf(character);
	if (INVISIBLE.test(character)) return `'${codePoint}'`;
	return character > '\u007F' ? `'${character}' (${codePoint})` : `'${character}'`;
}

/** A text for a message: in quotes, its beginning only, and nothing invisible in it. */
export function quoteText(text: string): string {
	const beginning = [...text.slice(0, 2 * MAX_SHOWN_LENGTH)].slice(0, MAX_SHOWN_LENGTH).join('');
	const rest = beginning.length < text.length ? '…' : '';
	return `'${withVisibleCharacters(beginning)}${rest}'`;
}

/** A text that shows its invisible characters by their numbers in Unicode. */
export function withVisibleCharacters(text: string): string {
	return text.replace(INVISIBLE_IN_TEXT, (found) => `<${codePointOf(found)}>`);
}

function codePointOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

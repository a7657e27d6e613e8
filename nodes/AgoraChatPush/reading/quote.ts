/**
 * Control characters, formatting marks, lone surrogates, all kinds of space, what Unicode lets
 * programs leave blank (U+3164 and U+FE0F among others), and the blank of braille.
 */
const INVISIBLE = /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** The same without the space, which is visible between quotes. */
const INVISIBLE_IN_TEXT = /(?! )[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/gu;

const MAX_SHOWN_LENGTH = 40;

/** A character for a message; beyond ASCII with its number, as many look like another one. */
export function quoteCharacter(character: string): string {
	if (character === ' ') return 'a space';
	const codePoint = codePointOf(character);
	if (INVISIBLE.test(character)) return `'${codePoint}'`;
	return character > '\u007F' ? `'${character}' (${codePoint})` : `'${character}'`;
}

/** A text for a message: its beginning in quotes, with invisible characters made visible. */
export function quoteText(text: string): string {
	const beginning = [...text.slice(0, 2 * MAX_SHOWN_LENGTH)].slice(0, MAX_SHOWN_LENGTH).join('');
	const rest = beginning.length < text.length ? '…' : '';
	return `'${withVisibleCharacters(beginning)}${rest}'`;
}

/** A text with its invisible characters as their Unicode numbers. */
export function withVisibleCharacters(text: string): string {
	return text.replace(INVISIBLE_IN_TEXT, (found) => `<${codePointOf(found)}>`);
}

function codePointOf(character: string): string {
	return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Control characters, formatting marks, lone surrogates, and all kinds of space. */
const INVISIBLE = /[\p{C}\p{Z}]/u;

/** The same but for the space itself, which a text in quotes shows well enough. */
const INVISIBLE_IN_TEXT = /[^\P{C}]|[^\P{Z} ]/gu;

const MAX_SHOWN_LENGTH = 40;

/** A character for a message: one that nobody sees as its code point, such as U+200B. */
export function visible(character: string): string {
	return INVISIBLE.test(character)
		? `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
		: character;
}

/** A character as the object of a sentence. */
export function shownCharacter(character: string): string {
	return character === ' ' ? 'a space' : `'${visible(character)}'`;
}

/** A text for a message: in quotes, its beginning only, and nothing invisible in it. */
export function shownText(text: string): string {
	const beginning = [...text.slice(0, 2 * MAX_SHOWN_LENGTH)].slice(0, MAX_SHOWN_LENGTH).join('');
	const rest = beginning.length < text.length ? '…' : '';
	return `'${beginning.replace(INVISIBLE_IN_TEXT, (found) => `<${visible(found)}>`)}${rest}'`;
}

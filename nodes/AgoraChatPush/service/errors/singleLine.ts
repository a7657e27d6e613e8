const MAX_WORDS_LENGTH = 300;

/** Foreign words as a part of a sentence: on one line, which nothing in them can turn or forge. */
export function singleLine(words: string): string {
	return words
		.slice(0, MAX_WORDS_LENGTH)
		.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
		.replace(/\p{Surrogate}/gu, '')
		.trim();
}

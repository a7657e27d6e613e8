const MAX_LENGTH = 300;

/** Text from outside as part of a sentence: one line, without control or text-direction characters. */
export function singleLine(text: string): string {
	return text
		.slice(0, MAX_LENGTH)
		.replace(/[\s\p{Cc}\p{Bidi_Control}]+/gu, ' ')
		.replace(/\p{Surrogate}/gu, '')
		.trim();
}

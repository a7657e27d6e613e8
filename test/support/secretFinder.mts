import type { SecretForm } from './secretForms.mts';

/** A piece of a secret as long as this tells the secret. */
const TELL_TALE_LENGTH = 16;

/** Every run of 16 characters holds one that begins at a multiple of this and is as long. */
const GRAM_LENGTH = TELL_TALE_LENGTH / 2;

/** Fewer make a filler such as `0000000000000000`, which is found in many places. */
const LEAST_DIFFERENT_CHARACTERS = 6;

interface Place {
	form: SecretForm;
	offset: number;
}

/**
 * Makes a function that names the secret of which a text holds a piece, and undefined for any
 * other text. It looks at each eighth place of the text alone, so that long texts cost little.
 */
export function secretFinder(forms: SecretForm[]): (text: string) => string | undefined {
	const long = forms.filter(({ text }) => text.length >= TELL_TALE_LENGTH);
	const short = forms.filter(({ text }) => text.length < TELL_TALE_LENGTH);
	const placesByGram = new Map<string, Place[]>();
	for (const form of long) {
		for (let offset = 0; offset + GRAM_LENGTH <= form.text.length; offset += 1) {
			const gram = form.text.slice(offset, offset + GRAM_LENGTH);
			const places = placesByGram.get(gram);
			if (places === undefined) placesByGram.set(gram, [{ form, offset }]);
			else if (places.length < 50) places.push({ form, offset });
		}
	}
	return (text) => {
		for (let position = 0; position + GRAM_LENGTH <= text.length; position += GRAM_LENGTH) {
			const places = placesByGram.get(text.slice(position, position + GRAM_LENGTH)) ?? [];
			const found = places.find((place) => isTellTale(text, position, place));
			if (found !== undefined) return found.form.name;
		}
		return (
			short.find((form) => text.includes(form.text)) ??
			long.find(({ text: whole }) => text === whole)
		)?.name;
	};
}

/** Whether text and secret agree around the place for long enough. */
function isTellTale(text: string, position: number, { form, offset }: Place): boolean {
	let start = 0;
	while (
		start < Math.min(position, offset) &&
		text[position - start - 1] === form.text[offset - start - 1]
	) {
		start += 1;
	}
	let end = GRAM_LENGTH;
	while (offset + end < form.text.length && text[position + end] === form.text[offset + end]) {
		end += 1;
	}
	const piece = text.slice(position - start, position + end);
	if (piece === form.text) return true;
	return piece.length >= TELL_TALE_LENGTH && new Set(piece).size >= LEAST_DIFFERENT_CHARACTERS;
}

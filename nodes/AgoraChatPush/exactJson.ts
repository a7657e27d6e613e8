const JSON_NUMBER = /-?\d+(\.\d+)?([eE][+-]?\d+)?/y;
const MAYBE_UNSAFE = /\d{16}/;

/**
 * Parses JSON and gives integers above 2^53, which `JSON.parse` would round, as strings of exactly
 * their digits. Agora's task IDs are of that size.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseExact(text: string): unknown {
	const parsed: unknown = JSON.parse(text);
	const quoted = quoteUnsafeIntegers(text);
	return quoted === text ? parsed : JSON.parse(quoted);
}

/** The first integer in a JSON text that JavaScript cannot hold exactly. */
export function firstUnsafeInteger(text: string): string | undefined {
	for (const { digits } of unsafeIntegers(text)) return digits;
	return undefined;
}

function quoteUnsafeIntegers(text: string): string {
	const pieces: string[] = [];
	let copiedTo = 0;
	for (const { start, digits } of unsafeIntegers(text)) {
		pieces.push(text.slice(copiedTo, start), `"${digits}"`);
		copiedTo = start + digits.length;
	}
	pieces.push(text.slice(copiedTo));
	return pieces.join('');
}

function* unsafeIntegers(text: string): Generator<{ start: number; digits: string }> {
	if (!MAYBE_UNSAFE.test(text)) return;

	let position = 0;
	while (position < text.length) {
		if (text[position] === '"') {
			position = endOfString(text, position);
			continue;
		}
		JSON_NUMBER.lastIndex = position;
		const number = JSON_NUMBER.exec(text);
		if (number === null) {
			position += 1;
			continue;
		}
		const [digits, fraction, exponent] = number;
		const isInteger = fraction === undefined && exponent === undefined;
		if (isInteger && !Number.isSafeInteger(Number(digits))) yield { start: position, digits };
		position += digits.length;
	}
}

/** The position after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
	let position = start + 1;
	while (position < text.length && text[position] !== '"') {
		position += text[position] === '\\' ? 2 : 1;
	}
	return position + 1;
}

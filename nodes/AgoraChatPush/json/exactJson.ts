/** Where a number of that many digits may begin: in valid JSON nothing else stands before one. */
const MAYBE_UNSAFE = /(?:^|[[:,\s-])\d{16}/;

/**
 * Parses JSON and gives integers above 2^53, which `JSON.parse` would round, as strings of exactly
 * their digits. Agora's task IDs are of that size.
 *
 * @throws SyntaxError when the text is not JSON.
 */
export function parseExact(text: string): unknown {
	const parsed: unknown = JSON.parse(text);
	if (!MAYBE_UNSAFE.test(text)) return parsed;
	const quoted = quoteUnsafeIntegers(text);
	return quoted === text ? parsed : JSON.parse(quoted);
}

/** The most that `toPrecision` takes. */
const MAX_PRECISION = 100;

/** Comparing the digits of a longer number, which nobody means, would take too long. */
const MAX_NUMBER_LENGTH = 400;

/** The first number in a JSON text that JavaScript would write out with other digits. */
export function firstInexactNumber(text: string): string | undefined {
	for (const { token } of tokens(text)) {
		if (!token.startsWith('"') && !isHeldExactly(token)) return token;
	}
	return undefined;
}

/** Whether JavaScript keeps all digits that were written for a number. */
function isHeldExactly(written: string): boolean {
	const number = Number(written);
	if (!Number.isFinite(number) || written.length > MAX_NUMBER_LENGTH) return false;
	const digits = significand(written);
	const precision = Math.min(Math.max(digits.length, 1), MAX_PRECISION);
	return significand(number.toPrecision(precision)) === digits;
}

/** The digits of a number without the zeros around them; neither dot nor exponent changes these. */
function significand(number: string): string {
	const [digits = ''] = number.toLowerCase().replace(/^-|\./g, '').split('e');
	return digits.replace(/^0+|0+$/g, '');
}

/** The texts and numbers of a valid JSON text. */
function* tokens(text: string): Generator<{ start: number; token: string }> {
	const begin = /["\d-]/g;
	for (let found = begin.exec(text); found !== null; found = begin.exec(text)) {
		const start = found.index;
		const end = found[0] === '"' ? endOfString(text, start) : endOfNumber(text, start);
		yield { start, token: text.slice(start, end) };
		begin.lastIndex = end;
	}
}

function quoteUnsafeIntegers(text: string): string {
	const pieces: string[] = [];
	let copiedTo = 0;
	for (const { start, token } of tokens(text)) {
		if (/["eE.]/.test(token) || Number.isSafeInteger(Number(token))) continue;
		pieces.push(text.slice(copiedTo, start), `"${token}"`);
		copiedTo = start + token.length;
	}
	pieces.push(text.slice(copiedTo));
	return pieces.join('');
}

/** The position after the number that begins at `start`. */
function endOfNumber(text: string, start: number): number {
	let position = start + 1;
	while (position < text.length && NUMBER_PART.test(text.charAt(position))) position += 1;
	return position;
}

/** One character at a time: a pattern for the whole runs out of stack on millions of digits. */
const NUMBER_PART = /[\d.eE+-]/;

/** The position after the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
	let position = start + 1;
	while (position < text.length && text[position] !== '"') {
		position += text[position] === '\\' ? 2 : 1;
	}
	return position + 1;
}

import fc from 'fast-check';

/** A JSON text, and what should be read from it. */
export interface Written {
	text: string;
	value: unknown;
}

const MAX_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** An integer far above 2^53. */
export const DIGITS = '9'.repeat(20);

const integer = fc
	.oneof(
		fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
		fc.bigInt({ min: MAX_SAFE - 3n, max: MAX_SAFE + 3n }),
		fc.bigInt({ min: -MAX_SAFE - 3n, max: -MAX_SAFE + 3n }),
	)
	.map((number) => {
		const isSafe = number <= MAX_SAFE && number >= -MAX_SAFE;
		return { text: String(number), value: isSafe ? Number(number) : String(number) };
	});

const text = fc
	.oneof(
		fc.string({ unit: 'binary' }),
		fc
			.array(fc.constantFrom('"', '\\', DIGITS, '-', '{', ':', ',', '\n', '\u{1f600}'))
			.map((parts) => parts.join('')),
	)
	.map((value) => ({ text: JSON.stringify(value), value }));

const fractionOrExponent = fc
	.tuple(
		fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
		fc.constantFrom('.5', `.${DIGITS}`, 'e5', 'E-20', `.${DIGITS}e+2`),
	)
	.map(([number, ending]) => asParsed(`${number.toString()}${ending}`));

const literal = fc.constantFrom('true', 'false', 'null', '-0').map(asParsed);

const space = fc.constantFrom('', ' ', '\n\t', '\r\n');

/** JSON documents with integers of any size, and digits wherever else they may stand. */
export const { node: anyDocument } = fc.letrec<{ node: Written }>((tie) => ({
	node: fc.oneof(
		{ depthSize: 'small', withCrossShrink: true },
		integer,
		text,
		fractionOrExponent,
		literal,
		fc.tuple(fc.array(tie('node')), space).map(asArray),
		fc
			.tuple(fc.uniqueArray(fc.tuple(text, tie('node')), { selector: ([key]) => key.value }), space)
			.map(asObject),
	),
}));

function asParsed(json: string): Written {
	return { text: json, value: JSON.parse(json) };
}

function asArray([items, between]: [Written[], string]): Written {
	const texts = items.map((item) => between + item.text + between);
	return { text: `[${texts.join(',')}]`, value: items.map(({ value }) => value) };
}

function asObject([fields, between]: [[{ text: string; value: string }, Written][], string]) {
	const texts = fields.map(([key, { text: inner }]) => `${key.text}${between}:${between}${inner}`);
	return {
		text: `{${texts.join(`${between},`)}}`,
		value: Object.fromEntries(fields.map(([key, { value }]) => [key.value, value])),
	};
}

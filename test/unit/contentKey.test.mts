import { isDeepStrictEqual } from 'node:util';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { contentKey } from '../../nodes/AgoraChatPush/planning/contentKey.ts';

/** JSON values from so few parts that equal and nearly equal ones are drawn often. */
const { value: fewValues } = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		fc.constantFrom<unknown>(0, 1, '', '0', 'a', true, null),
		fc.array(tie('value'), { maxLength: 2 }),
		fc.dictionary(fc.constantFrom('a', 'b', '1', '__proto__'), tie('value'), { maxKeys: 2 }),
	),
}));

describe('contentKey', () => {
	it('is the same whatever the order of keys', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(contentKey(withKeysReversed(value))).toBe(contentKey(value));
			}),
		);
	});

	it('is the same for two values exactly when their content is', () => {
		fc.assert(
			fc.property(fewValues, fewValues, (one, other) => {
				const left = asParsed(one);
				const right = asParsed(other);
				expect(contentKey(left) === contentKey(right)).toBe(isDeepStrictEqual(left, right));
			}),
			{ numRuns: 2000 },
		);
	});

	it.each([
		[
			[1, 2],
			[2, 1],
		],
		[{ a: 1 }, { a: '1' }],
		[{ a: { b: 1 } }, { a: 1, b: 1 }],
		[{}, []],
		[{}, JSON.parse('{"__proto__":1}')],
		[{ a: null }, {}],
	])('tells %j from %j', (one, other) => {
		expect(contentKey(one)).not.toBe(contentKey(other));
	});
});

/** As it would come out of a JSON text, where `__proto__` is a key like any other. */
function asParsed(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value));
}

function withKeysReversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withKeysReversed);
	if (typeof value !== 'object' || value === null) return value;
	const reversed = Object.entries(value).reverse();
	return Object.fromEntries(reversed.map(([key, inner]) => [key, withKeysReversed(inner)]));
}

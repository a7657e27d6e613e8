import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { withoutTokensInResponse } from '../../nodes/AgoraChatPush/service/redaction.ts';
import { aCall, TOKEN } from '../support/serviceCall.mts';

const { credential } = aCall();

const cleanWith = (other: typeof credential, parsed: unknown, written = JSON.stringify(parsed)) =>
	withoutTokensInResponse(parsed, written, other);

const clean = (parsed: unknown, written?: string) => cleanWith(credential, parsed, written);

const anyPiece = fc
	.tuple(fc.nat(TOKEN.length - 16), fc.integer({ min: 16, max: TOKEN.length }))
	.map(([start, length]) => TOKEN.slice(start, start + length));

/** What holds no piece of a token by chance. */
const anyOther = fc.string({ unit: fc.constantFrom('ä', ' ', '-', '.', '!'), maxLength: 40 });

describe('a parsed answer', () => {
	it('loses each piece of the token that tells it, wherever it stands', () => {
		fc.assert(
			fc.property(anyOther, anyPiece, anyOther, (before, piece, after) => {
				const cleaned = `${before}[token]${after}`;
				expect(clean(before + piece + after)).toBe(cleaned);
				expect(clean({ a: [{ [before + piece + after]: before + piece + after }] })).toEqual({
					a: [{ [cleaned]: cleaned }],
				});
			}),
		);
	});

	it('loses a token that is written with escapes', () => {
		const escaped = TOKEN.replace(
			/./g,
			(letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
		const written = `"${escaped}"`;
		expect(clean(JSON.parse(written), written)).toBe('[token]');
	});

	it('keeps all else as it is', () => {
		const holder = JSON.parse('{"__proto__":{"a":1},"b":[null,1,true,"text"]}') as unknown;
		expect(JSON.stringify(clean(holder))).toBe(JSON.stringify(holder));
		const shortPiece = TOKEN.slice(3, 18);
		expect(clean(shortPiece)).toBe(shortPiece);
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(clean(value)).toEqual(value);
			}),
		);
	});

	it('loses the token as a URL has it, in capitals and small letters', () => {
		const token = 'YWMt/Zs9kV+EeuT3n1=Xo4LmgAAAYvR8cWd';
		const other = { ...credential, token: () => token };
		const inUrl = encodeURIComponent(token);
		for (const spelling of [inUrl, inUrl.replace(/%../g, (code) => code.toLowerCase())]) {
			expect(cleanWith(other, `x ${spelling}`)).toMatch(/^x (\[token\])+$/);
		}
	});

	it('keeps a text that the token is too short for', () => {
		const other = { ...credential, token: () => 'short' };
		expect(cleanWith(other, 'a short text')).toBe('a short text');
	});
});

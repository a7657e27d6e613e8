import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { shorten, shortenTexts } from '../../nodes/AgoraChatPush/message/shorten.ts';

const FAMILY = '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}';
const FLAG = '\u{1f1e9}\u{1f1ea}';
const ACCENTED = 'e\u0301';

const graphemesOf = (text: string) =>
	[...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
const lengthOf = (text: string) => Array.from(text).length;

/** Texts of plain letters and of characters that are several code points or code units long. */
const anyText = fc
	.array(
		fc.oneof(
			fc.constantFrom(FAMILY, FLAG, ACCENTED, '\u{1f600}', 'a', ' ', '\r\n'),
			fc.string({ unit: 'grapheme', maxLength: 1 }),
		),
		{ maxLength: 30 },
	)
	.map((parts) => parts.join(''));
const anyLimit = fc.integer({ min: 1, max: 40 });

describe('shorten', () => {
	it('stays within the limit, counted in code points', () => {
		fc.assert(
			fc.property(anyText, anyLimit, (text, limit) => {
				expect(lengthOf(shorten(text, limit))).toBeLessThanOrEqual(limit);
			}),
		);
	});

	it('leaves a text that is short enough as it is', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(shorten(text, lengthOf(text))).toBe(text);
			}),
		);
	});

	it('cuts between graphemes, ends with … and keeps as many as fit', () => {
		fc.assert(
			fc.property(anyText, anyLimit, (text, limit) => {
				fc.pre(lengthOf(text) > limit);
				const graphemes = graphemesOf(text);
				const fitting = graphemes.map((_grapheme, count) => graphemes.slice(0, count).join(''));
				const longest = fitting.findLast((kept) => lengthOf(kept) + 1 <= limit) ?? '';
				expect(shorten(text, limit)).toBe(`${longest.trimEnd()}…`);
			}),
		);
	});

	it.each([
		['a family', `ab${FAMILY}cd`, 9, 'ab…'],
		['a family that just fits', `ab${FAMILY}cd`, 10, `ab${FAMILY}…`],
		['a flag', `abc${FLAG}de`, 5, 'abc…'],
		['an accented letter', `abc${ACCENTED}de`, 5, 'abc…'],
	])('does not cut through %s', (_what, text, limit, shortened) => {
		expect(shorten(text, limit)).toBe(shortened);
	});

	it('leaves no space before the …', () => {
		expect(shorten('abc defg', 5)).toBe('abc…');
	});
});

describe('shortenTexts', () => {
	const LONG = 'x'.repeat(200);

	it('shortens title, subtitle and content to the limits of the service, and nothing else', () => {
		const message = { title: LONG, subTitle: LONG, content: LONG, ext: { title: LONG } };
		expect(shortenTexts(message)).toEqual({
			title: `${'x'.repeat(31)}…`,
			subTitle: `${'x'.repeat(9)}…`,
			content: `${'x'.repeat(99)}…`,
			ext: { title: LONG },
		});
	});

	it('leaves the message that it is given alone', () => {
		const message = Object.freeze({ title: LONG, content: 12 });
		expect(shortenTexts(message)).toEqual({ title: `${'x'.repeat(31)}…`, content: 12 });
	});
});

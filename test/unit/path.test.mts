import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { encodePath } from '../../nodes/AgoraChatPush/service/serviceRequest.ts';

const ORIGIN = 'https://a41.chat.agora.io';

/** Texts that are made to break out of a path, and any other. */
const anySegment = fc
	.oneof(
		fc.string({ unit: 'grapheme', minLength: 1 }),
		fc
			.array(
				fc.constantFrom('.', '..', '/', '\\', '%2e', '%2F', '?', '#', '@', ':', ' ', '\t', 'a'),
				{
					minLength: 1,
					maxLength: 6,
				},
			)
			.map((parts) => parts.join('')),
	)
	.filter((segment) => segment !== '.' && segment !== '..');

describe('encodePath', () => {
	it('keeps every segment in its place in the URL, whatever it holds', () => {
		fc.assert(
			fc.property(fc.array(anySegment, { minLength: 1, maxLength: 5 }), (segments) => {
				const url = new URL(ORIGIN + encodePath(segments));
				expect(url.pathname.slice(1).split('/').map(decodeURIComponent)).toEqual(segments);
				expect([url.origin, url.search, url.hash]).toEqual([ORIGIN, '', '']);
			}),
			{ numRuns: 1000 },
		);
	});

	it.each(['', '.', '..'])('refuses %j, which a URL would drop', (segment) => {
		expect(() => encodePath(['push', segment, 'user'])).toThrow(RangeError);
	});
});

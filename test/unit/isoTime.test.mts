import { expect, it } from '@jest/globals';

import { withIsoTime } from '../../nodes/AgoraChatPush/resources/isoTime.ts';

it('writes Unix milliseconds as text, in place', () => {
	const entry = { username: 'anna', created: 1_650_859_482_843, more: 1 };
	expect(Object.entries(withIsoTime(entry, 'created'))).toEqual([
		['username', 'anna'],
		['created', '2022-04-25T04:04:42.843Z'],
		['more', 1],
	]);
	expect(entry.created).toBe(1_650_859_482_843);
});

it.each([undefined, null, 'yesterday', 8.7e15, Number.NaN])('leaves %p as it is', (created) => {
	expect(withIsoTime({ created }, 'created')).toEqual({ created });
});

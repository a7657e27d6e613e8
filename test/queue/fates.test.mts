import { describe, expect, it } from '@jest/globals';

import { fateOf } from '../../tools/queue/scenarios/fates.mts';

const accepted = {
	status: 200,
	body: [{ userId: 'anna', pushStatus: 'ASYNC_SUCCESS' }],
	tookMs: 1,
};
const refused = { ...accepted, body: [{ error: 'The service is busy.', details: {} }] };
const broken = { status: 500, body: { message: 'Error in workflow' }, tookMs: 1 };
const unanswered = { status: null, body: 'TypeError: fetch failed', tookMs: 1 };

describe('the fate of a call that was to push to one user', () => {
	it.each([
		['accepted', accepted, 1],
		['lost', accepted, 0],
		['notSent', refused, 0],
		['notSent', broken, 0],
		['notSent', unanswered, 0],
		['sentUnconfirmed', refused, 1],
		['sentUnconfirmed', broken, 1],
		['sentUnconfirmed', unanswered, 1],
		['doubled', accepted, 2],
		['doubled', broken, 2],
	] as const)("is '%s' for %j and %i pushes", (fate, answer, pushes) => {
		expect(fateOf(answer, pushes)).toBe(fate);
	});
});

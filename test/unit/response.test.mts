import { describe, expect, it } from '@jest/globals';

import { readResponse } from '../../nodes/AgoraChatPush/service/response.ts';
import { failureOf, refused, WORDS } from '../support/refusedCalls.mts';
import { aCall, CREATES_AGAIN, TOKEN } from '../support/serviceCall.mts';

const MAY_HAVE_ARRIVED = /may have been reached/;
const DOES_NO_HARM = /does no harm/;

const isAnything = (data: unknown): data is unknown => data !== undefined;

describe('readResponse, of a success', () => {
	it.each([200, 201])('gives the object answered with %d, integers exact', (statusCode) => {
		const body = '{"data":{"taskId":968120369184112182}}';
		const answer = readResponse({ statusCode, body }, aCall());
		expect(answer.data(isAnything, 'anything')).toEqual({ taskId: '968120369184112182' });
	});

	it.each([
		['{"cursor":"abc"}', 'abc'],
		['{"cursor":959153003884138027}', '959153003884138027'],
		['{"cursor":5}', '5'],
		['{"cursor":null}', ''],
		['{}', ''],
	])('finds the cursor in %s', (body, cursor) => {
		expect(readResponse({ statusCode: 200, body }, aCall()).cursor).toBe(cursor);
	});

	it.each(['{"data":[]}', '{"data":[],"error":"none"}'])('gives the data of %s', (body) => {
		expect(readResponse({ statusCode: 200, body }, aCall()).data(isAnything, 'a list')).toEqual([]);
	});

	it('explains data of another shape, by what repeating the call would do', () => {
		const answer = readResponse({ statusCode: 200, body: '{"data":null}' }, aCall());
		const isList = (data: unknown): data is unknown[] => Array.isArray(data);
		expect(() => answer.data(isList, 'a list')).toThrow(/without a list in 'data'$/);
	});

	it.each(['{"data":null,"error_description":"%"}', '{"error":"%"}'])(
		'quotes the words beside data of another shape: %s',
		(body) => {
			const answer = readResponse({ statusCode: 200, body: body.replace('%', WORDS) }, aCall());
			const isList = (data: unknown): data is unknown[] => Array.isArray(data);
			expect(() => answer.data(isList, 'a list')).toThrow(`a list in 'data' (${WORDS})`);
		},
	);

	it.each([
		['', 'with an empty body'],
		[' \n', 'with an empty body'],
		['<html></html>', 'with a web page'],
		['[]', 'not with a JSON object'],
		['"done"', 'not with a JSON object'],
		['{"data":', 'not with a JSON object'],
	])('does not know what a call did whose answer is %j', (body, said) => {
		const failure = failureOf({ statusCode: 200, body }, aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toContain(`answered 200`);
		expect(failure.message).toContain(said);
		expect(failure.description).toMatch(MAY_HAVE_ARRIVED);
		expect(failure).toMatchObject({ isUncertain: true, response: { httpCode: 200 } });
	});
});

describe('readResponse, where the outcome is not known', () => {
	it.each([408, 500, 502, 504, 599])('does not advise to repeat a push after %d', (statusCode) => {
		const failure = failureOf(refused(statusCode), aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toMatch(/could not finish/);
		expect(failure.message).toContain(`(${statusCode}: ${WORDS})`);
		expect(failure.description).toMatch(MAY_HAVE_ARRIVED);
		expect(failure.isUncertain).toBe(true);
	});

	it.each([408, 500, 502, 504])('advises to repeat what may be repeated after %d', (statusCode) => {
		const failure = failureOf(refused(statusCode), aCall({ ifRepeated: 'harmless' }));
		expect(failure.description).toMatch(DOES_NO_HARM);
		expect(failure.isUncertain).toBe(true);
	});
});

describe('readResponse, of any failure', () => {
	it('says in one sentence what happened and in others what to do', () => {
		for (let statusCode = 300; statusCode < 600; statusCode++) {
			for (const ifRepeated of ['harmless', 'pushesAgain', CREATES_AGAIN] as const) {
				const { message, description } = failureOf(refused(statusCode), aCall({ ifRepeated }));
				expect(message).toMatch(/[^.]$/);
				expect(description).toMatch(/^\S.*\.$/);
			}
		}
	});
});

describe('a pause that ends at a date', () => {
	const until = (date?: string) =>
		failureOf({
			statusCode: 503,
			body: '{}',
			retryAfter: 'Sun, 01 Mar 2026 12:00:30 GMT',
			date,
		}).response.retryAfterMs;

	it("is counted by the service's clock, however wrong it or n8n's is", () => {
		expect(until('Sun, 01 Mar 2026 12:00:20 GMT')).toBe(10_000);
		expect(until('Sun, 01 Mar 2026 12:00:40 GMT')).toBe(0);
	});

	it.each([undefined, 'now', ''])("is counted by n8n's clock without one: %j", (date) => {
		expect(until(date)).toBe(Math.max(0, Date.UTC(2026, 2, 1, 12, 0, 30) - Date.now()));
	});
});

describe("the service's words", () => {
	it.each([
		[{ statusCode: 400, body: '{"error":"illegal_argument"}' }, '(400: illegal_argument)'],
		[{ statusCode: 413, body: '<HTML>too large</HTML>' }, '(413: a web page instead of JSON)'],
		[{ statusCode: 500, body: '<!DOCTYPE html>' }, '(500: a web page instead of JSON)'],
		[{ statusCode: 502, body: '' }, '(502: without a reason)'],
		[{ statusCode: 400, body: '{"error_description":12}' }, '(400: without a reason)'],
		[{ statusCode: 400, body: '[]' }, '(400: without a reason)'],
	])('are what there is of them: %j', (answer, quoted) => {
		expect(failureOf(answer).message).toContain(quoted);
	});

	it('are cut when they are long', () => {
		const body = JSON.stringify({ error_description: 'x'.repeat(10_000) });
		expect(failureOf({ statusCode: 400, body }).message.length).toBeLessThan(400);
	});

	it('are cut between characters', () => {
		const body = JSON.stringify({ error_description: `${'x'.repeat(299)}👍` });
		expect(failureOf({ statusCode: 400, body }).message).toContain(`(400: ${'x'.repeat(299)})`);
	});

	it.each([400, 401, 500])('never hold the token: %d', (statusCode) => {
		const words = `Unable to authenticate with ${TOKEN}`;
		const { message, description } = failureOf(refused(statusCode, { error_description: words }));
		expect(message + description).not.toContain(TOKEN);
	});
});

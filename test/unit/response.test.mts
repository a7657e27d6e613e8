import { describe, expect, it } from '@jest/globals';

import { JobFailure } from '../../nodes/AgoraChatPush/jobFailure.ts';
import { readResponse } from '../../nodes/AgoraChatPush/service/response.ts';
import type {
	CallContext,
	HttpResponse,
} from '../../nodes/AgoraChatPush/service/serviceRequest.ts';
import { aCall, CREATES_AGAIN, TOKEN } from '../support/serviceCall.mts';

const WORDS = "the service's own words";
const MAY_HAVE_ARRIVED = /may have been reached/;
const DOES_NO_HARM = /does no harm/;

function failureOf(answer: HttpResponse, call: CallContext = aCall()): JobFailure {
	try {
		readResponse(answer, call);
	} catch (error) {
		if (error instanceof JobFailure) return error;
		throw error;
	}
	throw new Error('The answer was taken for a success.');
}

function refused(statusCode: number, fields: object = {}): HttpResponse {
	return { statusCode, body: JSON.stringify({ error_description: WORDS, ...fields }) };
}

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
		['[]', 'not with the JSON'],
		['"done"', 'not with the JSON'],
		['{"data":', 'not with the JSON'],
	])('does not know what a call did whose answer is %j', (body, said) => {
		const failure = failureOf({ statusCode: 200, body }, aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toContain(`answered 200`);
		expect(failure.message).toContain(said);
		expect(failure.description).toMatch(MAY_HAVE_ARRIVED);
		expect(failure).toMatchObject({ isUncertain: true, response: { httpCode: 200 } });
	});
});

/** Status, what happened, what to do. */
const REFUSALS: [number, RegExp, RegExp][] = [
	[302, /^https:\/\/a41\.chat\.agora\.io redirects to another address/, /not followed.*'Host'/],
	[400, /refused the call/, /service's words/],
	[401, /did not accept the token/, /24 hours.*'App ID and Certificate'/],
	[403, /refused the call/, /push is switched on.*limit of its plan/],
	[404, /^https:\/\/a41\.chat\.agora\.io does not know/, /'Host'/],
	[405, /refused the call/, /service's words/],
	[413, /too large/, /Send less/],
	[415, /refused the call/, /service's words/],
	[429, /^Too many requests/, /Nothing was done.*again in a minute/],
	[503, /not available/, /Nothing was done.*again later/],
];

describe('readResponse, of a call that the service turned down', () => {
	it.each(REFUSALS)('explains %d', (statusCode, happened, toDo) => {
		const failure = failureOf(refused(statusCode), aCall({ ifRepeated: 'pushesAgain' }));
		expect(failure.message).toMatch(happened);
		expect(failure.message).toContain(`(${statusCode}: ${WORDS})`);
		expect(failure.description).toMatch(toDo);
		expect(failure).toMatchObject({ isUncertain: false, response: { httpCode: statusCode } });
	});

	it('tells a limit from a push service that is off', () => {
		const failure = failureOf(refused(403, { error: 'limit', exception: 'LimitException' }));
		expect(failure.message).toBe(`The service refused the call (403: ${WORDS})`);
		expect(failure.description).toMatch(/limit is reached.*users in the label.*Make room/);
	});

	it('sends someone whose credential has a certificate to the certificate', () => {
		const credential = { ...aCall().credential, authentication: 'appCertificate' as const };
		const { message, description } = failureOf(refused(401), aCall({ credential }));
		expect(message).toBe(`Agora did not accept App ID and App Certificate (401: ${WORDS})`);
		expect(description).toMatch(/^Are the two swapped\? .*clock/);
	});

	it.each([
		refused(404, { error_description: 'appUser not exists' }),
		refused(400, { error_description: 'user ghost not found' }),
		refused(404, { error_description: 'User does not exist' }),
		refused(404, {
			error: 'resource_not_found',
			exception: 'ResourceNotFoundException',
			error_description: "username ghost doesn't exist",
		}),
		refused(400, {
			exception: 'RequiredPropertyNotFoundException',
			error_description: 'Entity user requires a property named username',
		}),
	])('takes nobody for a missing label: $body', (answer) => {
		const failure = failureOf(answer);
		expect(failure.message).toMatch(/^The service does not know the user \(/);
		expect(failure.response.isAboutMissing).toBeUndefined();
	});

	it.each([
		{ error: 'service_resource_not_found', error_description: 'Service resource not found.' },
		{ error: 'service_resource_not_found', error_description: undefined },
		{ error_description: 'push label not exists of user' },
		{ error_description: 'push label not exists of user.not found' },
	])('takes nothing else that is missing for a user: %j', (fields) => {
		expect(failureOf(refused(404, fields)).message).not.toContain('the user');
	});

	it('takes nothing else that is missing for a label', () => {
		const failure = failureOf(
			refused(400, {
				exception: 'ResourceNotFoundException',
				error_description: 'news template is not exist',
			}),
		);
		expect(failure.message).toBe('The service refused the call (400: news template is not exist)');
		expect(failure.response.isAboutMissing).toBeUndefined();
	});

	it('tells a plan that is used up from too many calls at a time', () => {
		for (const fields of [{ error: 'resource_limited' }, { exception: 'resource_limited' }]) {
			const failure = failureOf(refused(429, fields));
			expect(failure.message).toMatch(/^The plan of the app allows no more calls \(429: /);
			expect(failure).toMatchObject({ isTransient: false, isUncertain: false });
		}
		expect(failureOf(refused(429, { error: 'reach_limit' })).isTransient).toBe(true);
	});

	it.each([
		[
			407,
			'',
			/^The proxy between n8n and https:\/\/a41\.chat\.agora\.io asks for a user name and a password/,
		],
		[403, '<html>Forbidden</html>', /^A proxy or firewall before https:\/\/a41/],
		[401, '<html>Log in</html>', /^A proxy or firewall before https:\/\/a41/],
		[403, '', /^A proxy or firewall before https:\/\/a41/],
	])('names the proxy that answered %d with %j', (statusCode, body, words) => {
		const failure = failureOf({ statusCode, body });
		expect(failure.message).toMatch(words);
		expect(failure.isUncertain).toBe(false);
	});

	it('tells a wrong app from a wrong host', () => {
		const failure = failureOf(refused(404, { error: 'organization_application_not_found' }));
		expect(failure.message).toContain('https://a41.chat.agora.io has no app acme/shop');
		expect(failure.description).toMatch(/'Org Name', 'App Name' and 'Host'/);
	});

	it.each([
		refused(400, { error_description: 'push label not exists of vip' }),
		refused(404, { error_description: 'push label not exist of vip' }),
		refused(404, {
			error_description: undefined,
			exception: 'com.easemob.ResourceNotFoundException',
		}),
	])('knows that the label does not exist from $statusCode $body', (answer) => {
		const { message, description } = failureOf(answer);
		expect(message).toMatch(/label does not exist/);
		expect(description).toMatch(/'Label'.*'Create'/);
	});

	it('says of anything else that is missing what its call knows of it', () => {
		const answer = refused(400, { error_description: 'news template is not exist' });
		const missing = {
			words: /template is not exist/,
			message: 'The template does not exist',
			description: 'Choose another template.',
		};
		const failure = failureOf(answer, aCall({ missing }));
		expect(failure.message).toBe('The template does not exist (400: news template is not exist)');
		expect(failure.description).toBe('Choose another template.');
		expect(failure.response.isAboutMissing).toBe(true);
	});

	it('says nothing of labels where a call is about none', () => {
		const answer = refused(404, { error_description: '', exception: 'ResourceNotFoundException' });
		const { message } = failureOf(answer, aCall({ missing: undefined }));
		expect(message).toMatch(/does not know this call/);
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

	it.each([400, 401, 500])('never hold the token: %d', (statusCode) => {
		const words = `Unable to authenticate with ${TOKEN}`;
		const { message, description } = failureOf(refused(statusCode, { error_description: words }));
		expect(message + description).not.toContain(TOKEN);
	});
});

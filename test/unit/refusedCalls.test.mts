import { describe, expect, it } from '@jest/globals';

import { failureOf, refused, WORDS } from '../support/refusedCalls.mts';
import { aCall } from '../support/serviceCall.mts';

/** Status, what happened, what to do. */
const REFUSALS: [number, RegExp, RegExp][] = [
	[300, /redirects to another address/, /not followed/],
	[302, /^https:\/\/a41\.chat\.agora\.io redirects to another address/, /not followed.*'Host'/],
	[400, /refused the call/, /service says/],
	[401, /did not accept the token/, /24 hours.*'App ID and Certificate'/],
	[403, /refused the call/, /push is switched on.*limit of its plan/],
	[404, /^https:\/\/a41\.chat\.agora\.io does not know/, /'Host'/],
	[405, /refused the call/, /service says/],
	[413, /too large/, /Send less/],
	[415, /refused the call/, /service says/],
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
		expect(failure.response.isNotFound).toBeUndefined();
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
		expect(failure.response.isNotFound).toBeUndefined();
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
		[refused(429), true],
		[refused(400, { error_description: 'too many queries' }), true],
		[refused(429, { error: 'resource_limited' }), undefined],
		[refused(500, { error_description: 'too many queries' }), undefined],
		[refused(503), undefined],
		[refused(400), undefined],
	])('knows whether it was one call too many for the time: %j', (answer, isRateExceeded) => {
		expect(failureOf(answer).response.isRateExceeded).toBe(isRateExceeded);
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
		const notFound = {
			pattern: /template is not exist/,
			message: 'The template does not exist',
			description: 'Choose another template.',
		};
		const failure = failureOf(answer, aCall({ notFound }));
		expect(failure.message).toBe('The template does not exist (400: news template is not exist)');
		expect(failure.description).toBe('Choose another template.');
		expect(failure.response.isNotFound).toBe(true);
	});

	it('says nothing of labels where a call is about none', () => {
		const answer = refused(404, { error_description: '', exception: 'ResourceNotFoundException' });
		const { message } = failureOf(answer, aCall({ notFound: undefined }));
		expect(message).toMatch(/does not know this call/);
	});
});

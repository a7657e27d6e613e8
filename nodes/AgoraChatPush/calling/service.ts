import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';

import { readCredential, type Credential } from '../../../credentials/credential';
import { isDataObject } from '../dataObject';
import { readAnswer, type HttpAnswer, type ServiceAnswer } from './answer';
import { systemClock } from './clock';
import { deadlineOf } from './deadline';
import { networkFailure, TIMED_OUT } from './networkFailure';
import { Paces } from './pace';
import { insist, type Surroundings } from './insist';
import { credentialFailure } from './serviceFailure';
import { encodePath, type ServiceRequest } from './serviceRequest';

/** The one door to the network. */
export interface Service {
	/**
	 * Makes one call, at the service's pace, and again when it failed for a reason that may pass.
	 *
	 * @throws ServiceFailure when no usable answer comes back.
	 * @throws Stopped when it is called off before anything was sent.
	 */
	call(request: ServiceRequest): Promise<ServiceAnswer>;
}

/** Hands a request to n8n's HTTP helper, which adds the token. */
export type Transport = (options: IHttpRequestOptions) => Promise<unknown>;

const CREDENTIAL_NAME = 'agoraChatApi';

/** Shared by all executions in the process, because the service counts all calls of an app. */
const PROCESS: Surroundings = {
	clock: systemClock,
	paces: new Paces(systemClock),
	chance: Math.random,
};

/** Opens the door for a node, with the credential chosen in it. */
export function connectService(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	surroundings: Partial<Surroundings> = {},
): Service {
	return openService(
		async () => readCredential(await context.getCredentials(CREDENTIAL_NAME)),
		async (options): Promise<unknown> =>
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_NAME, options),
		surroundings,
	);
}

/** @param loadCredential is called once, when the first call goes through. */
export function openService(
	loadCredential: () => Promise<Credential>,
	transport: Transport,
	surroundings: Partial<Surroundings> = {},
): Service {
	const around = { ...PROCESS, ...surroundings };
	let loading: Promise<Credential> | undefined;
	const credentialOnce = async (): Promise<Credential> => {
		try {
			loading ??= loadCredential();
			return await loading;
		} catch (error) {
			throw credentialFailure(error);
		}
	};
	return {
		async call(request) {
			const call = { ...request, credential: await credentialOnce() };
			return await insist(call, around, async () => {
				const deadline = deadlineOf(call.settings.timeoutMs, around.cancelSignal);
				try {
					const options = toHttp(call, deadline.signal);
					const answer = await Promise.race([transport(options), deadline.passing]);
					return readAnswer(asHttpAnswer(answer), call);
				} catch (error) {
					throw networkFailure(deadline.hasPassed() ? TIMED_OUT : error, call);
				} finally {
					deadline.done();
				}
			});
		},
	};
}

/** Text in both directions: n8n would drop an empty body, and round large integers in an answer. */
function toHttp(
	call: ServiceRequest & { credential: Credential },
	abortSignal: AbortSignal,
): IHttpRequestOptions {
	const { credential, method, path, query, body, settings } = call;
	return {
		method,
		url: credential.origin + encodePath([credential.orgName, credential.appName, ...path]),
		qs: query,
		headers: {
			Accept: 'application/json',
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
		encoding: 'text',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: settings.timeoutMs,
		abortSignal,
	};
}

function asHttpAnswer(answer: unknown): HttpAnswer {
	const { statusCode, body, headers } = isDataObject(answer) ? answer : {};
	return {
		statusCode: Number(statusCode),
		body: typeof body === 'string' ? body : '',
		retryAfter: isDataObject(headers) ? headers['retry-after'] : undefined,
	};
}

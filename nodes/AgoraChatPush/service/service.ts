import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { readCredential, type Credential } from '../../../credentials/credential';
import { credentialFailure } from '../jobFailure';
import { attempt, type Transport } from './attempt';
import { callWithRetries, type CallEnvironment } from './limits/callWithRetries';
import { systemClock } from './limits/clock';
import { RateLimiters } from './limits/rateLimiter';
import { appOf, limitsFor } from './limits/rates';
import type { ServiceResponse } from './response';
import type { Call, CallSettings, ServiceRequest } from './serviceRequest';

/** The one door to the network. */
export interface Service {
	/**
	 * Makes one call, within the service's rate limits, and again when it failed for a reason that may
	 * pass.
	 *
	 * @throws JobFailure when no usable response comes back.
	 * @throws CanceledCall when the run is stopped before anything was sent.
	 */
	call(request: ServiceRequest): Promise<ServiceResponse>;
}

/** As the node declares it. */
export const CREDENTIAL_NAME = 'agoraChatApi';

/** Shared by all executions in the process, because the service counts all calls of an app. */
export const SHARED_ENVIRONMENT: CallEnvironment = {
	clock: systemClock,
	rateLimiters: new RateLimiters(systemClock),
	random: Math.random,
};

/**
 * Connects a node with the service, by the credential chosen in it.
 *
 * @returns a function that gives the service for calls that are made with the same settings.
 */
export function connectService(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	environment: Partial<CallEnvironment> = {},
): (settings: CallSettings) => Service {
	return openService(
		async () => readCredential(await context.getCredentials(CREDENTIAL_NAME)),
		async (options): Promise<unknown> =>
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_NAME, options),
		environment,
	);
}

/** @param loadCredential is called for the first call, and again after it failed for a passing reason. */
export function openService(
	loadCredential: () => Promise<Credential>,
	transport: Transport,
	environment: Partial<CallEnvironment> = {},
): (settings: CallSettings) => Service {
	const env = { ...SHARED_ENVIRONMENT, ...environment };
	let loading: Promise<Credential> | undefined;
	const credentialOnce = async (): Promise<Credential> => {
		const latest = (loading ??= loadCredential());
		try {
			return await latest;
		} catch (error) {
			const failure = credentialFailure(error);
			if (failure.isTransient && loading === latest) loading = undefined;
			throw failure;
		}
	};
	return (settings) => ({
		async call(request) {
			return await callWithRetries({ ...request, settings }, env, async () => {
				const call = { ...request, settings, credential: await credentialOnce() };
				await waitForRateLimit(call, env);
				env.observer?.callStarted();
				return await attempt(call, transport, env.cancelSignal);
			});
		},
	});
}

async function waitForRateLimit(
	{ credential, path, rate, settings }: Call,
	{ clock, rateLimiters, stopSignal, observer }: CallEnvironment,
): Promise<void> {
	const startMs = clock.nowMs();
	await rateLimiters.acquire(
		appOf(credential),
		limitsFor(rate, settings.requestsPerSecond),
		stopSignal,
	);
	const kind = path.slice(0, 2).join('/');
	observer?.throttled(clock.nowMs() - startMs, `Calls to ${kind} keep to the pace that is allowed`);
}

import type { IExecuteFunctions, ILoadOptionsFunctions } from 'n8n-workflow';

import { readCredential, type Credential } from '../../../credentials/credential';
import { asCallFailure, credentialFailure, type CallFailure } from '../callFailure';
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
	 * @throws CallFailure when no usable response comes back.
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
export function serviceFor(
	context: IExecuteFunctions | ILoadOptionsFunctions,
	environment: Partial<CallEnvironment> = {},
): (settings: CallSettings) => Service {
	return createService(
		async () => readCredential(await context.getCredentials(CREDENTIAL_NAME)),
		async (options): Promise<unknown> =>
			await context.helpers.httpRequestWithAuthentication.call(context, CREDENTIAL_NAME, options),
		environment,
	);
}

/** @param loadCredential is called for the first call, and again after it failed for a passing reason. */
export function createService(
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
				const startMs = env.clock.nowMs();
				try {
					return await attempt(call, transport, env.cancelSignal);
				} catch (error) {
					const failure = asCallFailure(error);
					slowDown(call, startMs, failure, env);
					throw failure;
				}
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
	observer?.throttled(clock.nowMs() - startMs, `The rate limit for calls to ${kind} was reached`);
}

/** Other calls under the same limit would be refused as well; a pause holds them up as long as this one. */
function slowDown(
	{ credential, rate, settings }: Call,
	startMs: number,
	{ isTransient, response }: CallFailure,
	{ rateLimiters }: CallEnvironment,
): void {
	const { isRateExceeded = false, retryAfterMs: askedMs } = response;
	const waits = isTransient && settings.maxRetries > 0 && (askedMs ?? 0) <= settings.maxRetryWaitMs;
	const pauseMs = waits ? askedMs : undefined;
	const limits = limitsFor(rate, settings.requestsPerSecond);
	rateLimiters.refused(appOf(credential), limits, { startMs, isRateExceeded, pauseMs });
}

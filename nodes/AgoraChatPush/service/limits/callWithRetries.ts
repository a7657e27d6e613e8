import { asCallFailure, CallFailure } from '../../callFailure';
import { durationText } from '../../output/wording';
import { lostResponseAdvice } from '../errors/lostResponse';
import type { Call } from '../serviceRequest';
import { CanceledCall } from './canceledCall';
import { waitUntil, type Clock } from './clock';
import type { RateLimiters } from './rateLimiter';
import { delayBeforeRetryMs, mayRetry } from './retryDelay';

/** What the calls of a run share. */
export interface CallEnvironment {
	clock: Clock;
	rateLimiters: RateLimiters;
	/** A number from 0 up to 1, for the jitter of waits. */
	random(): number;
	/** Aborted when no call may start any more. */
	stopSignal?: AbortSignal;
	/** Aborted when calls under way are to be cut off as well. */
	cancelSignal?: AbortSignal;
	/** Is told of calls, retries and waits, so that the run can report them. */
	observer?: CallObserver;
}

export interface CallObserver {
	/** A call is made; each retry counts as one. */
	callStarted(): void;
	/**
	 * A failed call will be made again after a wait.
	 *
	 * @param reason a sentence without its full stop.
	 */
	retryScheduled(delayMs: number, reason: string): void;
	/** A call has waited for its turn under a rate limit. */
	throttled(delayMs: number, reason: string): void;
}

/** What decides whether and when a call may be made again. */
export type RetryableCall = Pick<Call, 'method' | 'rate' | 'ifRepeated' | 'settings'>;

/**
 * Makes attempts at one call until one succeeds or the call has failed for good.
 *
 * @throws CallFailure the last attempt's, uncertain when one before it may have taken effect.
 * @throws CanceledCall when the run is stopped before the first attempt.
 */
export async function callWithRetries<Result>(
	call: RetryableCall,
	env: Pick<CallEnvironment, 'clock' | 'random' | 'stopSignal' | 'observer'>,
	attempt: () => Promise<Result>,
): Promise<Result> {
	const { clock, random, stopSignal, observer } = env;
	let waitedMs = 0;
	let rateRetries = 0;
	let mayHaveActed = false;
	let failure: CallFailure | undefined;
	for (let retries = 0; ; retries += 1) {
		try {
			if (stopSignal?.aborted === true) throw new CanceledCall();
			return await attempt();
		} catch (error) {
			if (error instanceof CanceledCall) throw failure ?? error;
			const latest = asCallFailure(error);
			const { isUncertain, isTransient, response } = latest;
			failure = mayHaveActed && !isUncertain ? afterLostResponse(latest, call) : latest;
			mayHaveActed ||= isUncertain && call.method !== 'GET';
			const failed = { isUncertain, isTransient, ...response };
			const attempts = { retries, rateRetries, waitedMs };
			const delayMs = delayBeforeRetryMs(failed, call, attempts, random());
			if (delayMs === undefined) throw withPauseAsked(failure, call, waitedMs);

			observer?.retryScheduled(delayMs, failure.message);
			await waitUntil(clock, clock.nowMs() + delayMs, stopSignal);
			waitedMs += delayMs;
			if (response.isRateExceeded === true) rateRetries += 1;
		}
	}
}

/** An attempt whose response was lost may have done what the service refuses now. */
function afterLostResponse(failure: CallFailure, call: RetryableCall): CallFailure {
	const { description, isTransient } = failure;
	const before = `The answer to an earlier try of the same call was lost. ${lostResponseAdvice(call)}`;
	return failure.with({
		description: isTransient ? before : `${description} ${before}`,
		isUncertain: true,
	});
}

/** Tells of the pause that the service asked for, where the user's settings do not allow it. */
function withPauseAsked(
	failure: CallFailure,
	{ settings, ifRepeated }: RetryableCall,
	waitedMs: number,
): CallFailure {
	const { retryAfterMs } = failure.response;
	const isTooLong = retryAfterMs !== undefined && waitedMs + retryAfterMs > settings.maxRetryWaitMs;
	const wasToBeRepeated = settings.maxRetries > 0 && mayRetry(failure, ifRepeated);
	if (!isTooLong || !wasToBeRepeated) return failure;
	const asked = `The service asks for a pause of ${durationText(retryAfterMs)}, longer than 'Max Retry Wait' allows.`;
	const advice = failure.isUncertain
		? failure.description
		: 'Nothing was done for this call; run the workflow again after the pause.';
	return failure.with({ description: `${asked} ${advice}` });
}

import { asJobFailure, JobFailure } from '../../jobFailure';
import { lostResponseAdvice } from '../errors/lostResponse';
import type { Call } from '../serviceRequest';
import { CanceledCall } from './canceledCall';
import { waitUntil, type Clock } from './clock';
import type { RateLimiters } from './rateLimiter';
import { delayBeforeRetryMs, mayRetry } from './retryDelay';

/** What a call meets on its way besides the network. */
export interface CallEnvironment {
	clock: Clock;
	rateLimiters: RateLimiters;
	/** A number from 0 up to 1, for the jitter of waits. */
	random(): number;
	/** Set when no call may start any more. */
	stopSignal?: AbortSignal;
	/** Set when calls under way are to be cut off as well. */
	cancelSignal?: AbortSignal;
	/** Hears of what a user may want to know afterwards. */
	observer?: CallObserver;
}

export interface CallObserver {
	/** A call goes out; a call that is repeated counts again. */
	callStarted(): void;
	/**
	 * A wait begins.
	 *
	 * @param reason a sentence without its full stop.
	 */
	retryScheduled(delayMs: number, reason: string): void;
	/** A wait that nobody could foresee is over. */
	throttled(delayMs: number, reason: string): void;
}

/** What a call has to say of itself to be made again. */
export type RetryableCall = Pick<Call, 'method' | 'rate' | 'ifRepeated' | 'settings'>;

/**
 * Makes attempts at one call until one succeeds or the call has failed for good.
 *
 * @throws JobFailure the last attempt's, uncertain when one before it may have taken effect.
 * @throws CanceledCall when it is called off before the first attempt.
 */
export async function callWithRetries<Result>(
	call: RetryableCall,
	{
		clock,
		random,
		stopSignal,
		observer,
	}: Pick<CallEnvironment, 'clock' | 'random' | 'stopSignal' | 'observer'>,
	attempt: () => Promise<Result>,
): Promise<Result> {
	let waitedMs = 0;
	let mayHaveActed = false;
	let failure: JobFailure | undefined;
	for (let retries = 0; ; retries += 1) {
		try {
			if (stopSignal?.aborted === true) throw new CanceledCall();
			return await attempt();
		} catch (error) {
			if (error instanceof CanceledCall) throw failure ?? error;
			const latest = asJobFailure(error);
			const { isUncertain, isTransient, response } = latest;
			failure = mayHaveActed && !isUncertain ? afterLostResponse(latest, call) : latest;
			mayHaveActed ||= isUncertain && call.method !== 'GET';
			const failed = { isUncertain, isTransient, retryAfterMs: response.retryAfterMs };
			const delayMs = delayBeforeRetryMs(failed, call, { retries, waitedMs }, random());
			if (delayMs === undefined) throw withPauseAsked(failure, call, waitedMs);

			observer?.retryScheduled(delayMs, failure.message);
			await waitUntil(clock, clock.nowMs() + delayMs, stopSignal);
			waitedMs += delayMs;
		}
	}
}

/** What the service refuses now it may have done before, when its answer was lost. */
function afterLostResponse(
	{ message, description, isTransient, response }: JobFailure,
	call: RetryableCall,
): JobFailure {
	const before = `The answer to an earlier try of the same call was lost. ${lostResponseAdvice(call)}`;
	const advice = isTransient ? before : `${description} ${before}`;
	return new JobFailure({ message, description: advice, isUncertain: true, isTransient }, response);
}

/** Says so when the service asked for a longer wait than the user's settings allow. */
function withPauseAsked(
	failure: JobFailure,
	{ settings, ifRepeated }: RetryableCall,
	waitedMs: number,
): JobFailure {
	const { retryAfterMs } = failure.response;
	const isTooLong = retryAfterMs !== undefined && waitedMs + retryAfterMs > settings.maxRetryWaitMs;
	const wasToBeRepeated = settings.maxRetries > 0 && mayRetry(failure, ifRepeated);
	if (!isTooLong || !wasToBeRepeated) return failure;
	const { isUncertain, isTransient, message, description } = failure;
	const asked = `It asks for a pause of ${durationText(retryAfterMs)}, longer than 'Max Retry Wait' allows.`;
	const advice = isUncertain
		? description
		: 'Nothing was done for this call; run it again after the pause.';
	return new JobFailure(
		{ message, description: `${asked} ${advice}`, isUncertain, isTransient },
		failure.response,
	);
}

/** A time as people tell it. */
function durationText(timeMs: number): string {
	const seconds = Math.ceil(timeMs / 1000);
	const minutes = Math.ceil(seconds / 60);
	if (seconds < 120) return `${seconds} s`;
	if (minutes < 120) return `${minutes} minutes`;
	return minutes <= 24 * 60 ? `${Math.ceil(minutes / 60)} hours` : 'more than a day';
}

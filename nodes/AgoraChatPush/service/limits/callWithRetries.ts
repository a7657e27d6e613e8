import { waitUntil, type Clock } from './clock';
import { whatIsKnown } from '../errors/lostResponse';
import type { Paces } from './rateLimiter';
import { delayBeforeRetryMs, mayBeRepeated } from './retryDelay';
import { asServiceFailure, ServiceFailure } from '../../jobFailure';
import type { Call } from '../serviceRequest';
import { Stopped } from './canceledCall';

/** What a call meets on its way besides the network. */
export interface Surroundings {
	clock: Clock;
	paces: Paces;
	/** A number from 0 up to 1, for the jitter of waits. */
	chance(): number;
	/** Set when no call may start any more. */
	stopSignal?: AbortSignal;
	/** Set when calls under way are to be cut off as well. */
	cancelSignal?: AbortSignal;
	/** Hears of what a user may want to know afterwards. */
	journal?: Journal;
}

export interface Journal {
	/** A call goes out; a call that is repeated counts again. */
	callStarts(): void;
	/**
	 * A wait begins.
	 *
	 * @param reason a sentence without its full stop.
	 */
	waits(delayMs: number, reason: string): void;
	/** A wait that nobody could foresee is over. */
	waited(delayMs: number, reason: string): void;
}

/** What a call has to say of itself to be made again. */
export type Repeatable = Pick<Call, 'method' | 'rate' | 'ifRepeated' | 'settings'>;

/**
 * Makes attempts at one call until one succeeds or the call has failed for good.
 *
 * @throws ServiceFailure the last attempt's, uncertain when one before it may have taken effect.
 * @throws Stopped when it is called off before the first attempt.
 */
export async function insist<Answer>(
	call: Repeatable,
	{
		clock,
		chance,
		stopSignal,
		journal,
	}: Pick<Surroundings, 'clock' | 'chance' | 'stopSignal' | 'journal'>,
	attempt: () => Promise<Answer>,
): Promise<Answer> {
	let waitedMs = 0;
	let mayHaveActed = false;
	let failure: ServiceFailure | undefined;
	for (let retries = 0; ; retries += 1) {
		try {
			if (stopSignal?.aborted === true) throw new Stopped();
			return await attempt();
		} catch (error) {
			if (error instanceof Stopped) throw failure ?? error;
			const latest = asServiceFailure(error);
			const { isUncertain, isPassing, answer } = latest;
			failure = mayHaveActed && !isUncertain ? afterLostAnswer(latest, call) : latest;
			mayHaveActed ||= isUncertain && call.method !== 'GET';
			const failed = { isUncertain, isPassing, retryAfterMs: answer.retryAfterMs };
			const delayMs = delayBeforeRetryMs(failed, call, { retries, waitedMs }, chance());
			if (delayMs === undefined) throw withReasonToStop(failure, call, waitedMs);

			journal?.waits(delayMs, failure.message);
			await waitUntil(clock, clock.nowMs() + delayMs, stopSignal);
			waitedMs += delayMs;
		}
	}
}

/** What the service refuses now it may have done before, when its answer was lost. */
function afterLostAnswer(
	{ message, description, isPassing, answer }: ServiceFailure,
	call: Repeatable,
): ServiceFailure {
	const before = `The answer to an earlier try of the same call was lost. ${whatIsKnown(call)}`;
	const advice = isPassing ? before : `${description} ${before}`;
	return new ServiceFailure({ message, description: advice, isUncertain: true, isPassing }, answer);
}

/** Says so when the service asked for a longer wait than the user's settings allow. */
function withReasonToStop(
	failure: ServiceFailure,
	{ settings, ifRepeated }: Repeatable,
	waitedMs: number,
): ServiceFailure {
	const { retryAfterMs } = failure.answer;
	const isTooLong = retryAfterMs !== undefined && waitedMs + retryAfterMs > settings.maxRetryWaitMs;
	const wasToBeRepeated = settings.maxRetries > 0 && mayBeRepeated(failure, ifRepeated);
	if (!isTooLong || !wasToBeRepeated) return failure;
	const { isUncertain, isPassing, message, description } = failure;
	const asked = `It asks for a pause of ${inWords(retryAfterMs)}, longer than 'Max Retry Wait' allows.`;
	const advice = isUncertain
		? description
		: 'Nothing was done for this call; run it again after the pause.';
	return new ServiceFailure(
		{ message, description: `${asked} ${advice}`, isUncertain, isPassing },
		failure.answer,
	);
}

/** A time as people tell it. */
function inWords(timeMs: number): string {
	const seconds = Math.ceil(timeMs / 1000);
	const minutes = Math.ceil(seconds / 60);
	if (seconds < 120) return `${seconds} s`;
	if (minutes < 120) return `${minutes} minutes`;
	return minutes <= 24 * 60 ? `${Math.ceil(minutes / 60)} hours` : 'more than a day';
}

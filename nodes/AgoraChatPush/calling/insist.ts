import { waitUntil, type Clock } from './clock';
import { whatIsKnown } from './whatIsKnown';
import type { Paces } from './pace';
import { appOf, limitsFor } from './rates';
import { delayBeforeRetryMs, mayBeRepeated } from './retry';
import { asServiceFailure, ServiceFailure } from './serviceFailure';
import type { Call, ServiceRequest } from './serviceRequest';

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

/**
 * Makes attempts at one call, each at the pace that the limits allow, until one succeeds or the
 * call has failed for good.
 *
 * @throws ServiceFailure the last attempt's, uncertain when one before it may have taken effect.
 * @throws Stopped when it is called off before the first attempt.
 */
export async function insist<Answer>(
	call: Call,
	around: Surroundings,
	attempt: () => Promise<Answer>,
): Promise<Answer> {
	const { clock, chance, stopSignal, journal } = around;
	let waitedMs = 0;
	let mayHaveActed = false;
	let failure: ServiceFailure | undefined;
	for (let retries = 0; ; retries += 1) {
		await takeTurns(call, around).catch((stopped: unknown) => {
			throw failure ?? stopped;
		});
		try {
			journal?.callStarts();
			return await attempt();
		} catch (error) {
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
	call: ServiceRequest,
): ServiceFailure {
	const before = `The answer to an earlier try of the same call was lost. ${whatIsKnown(call)}`;
	const advice = isPassing ? before : `${description} ${before}`;
	return new ServiceFailure({ message, description: advice, isUncertain: true, isPassing }, answer);
}

async function takeTurns(
	{ credential, path, rate, settings }: Call,
	{ clock, paces, stopSignal, journal }: Surroundings,
): Promise<void> {
	const startMs = clock.nowMs();
	await paces.admit(appOf(credential), limitsFor(rate, settings.requestsPerSecond), stopSignal);
	const kind = path.slice(0, 2).join('/');
	journal?.waited(clock.nowMs() - startMs, `Calls to ${kind} keep to the pace that is allowed`);
}

/** Says so when the service asked for a longer wait than the user's settings allow. */
function withReasonToStop(
	failure: ServiceFailure,
	{ settings, ifRepeated }: ServiceRequest,
	waitedMs: number,
): ServiceFailure {
	const { retryAfterMs } = failure.answer;
	const isTooLong = retryAfterMs !== undefined && waitedMs + retryAfterMs > settings.maxRetryWaitMs;
	const wasToBeRepeated = settings.maxRetries > 0 && mayBeRepeated(failure, ifRepeated);
	if (!isTooLong || !wasToBeRepeated) return failure;
	const { isUncertain, isPassing, message, description } = failure;
	const asked = `It asks for a pause of ${Math.ceil(retryAfterMs / 1000)} s, longer than 'Max Retry Wait' allows.`;
	return new ServiceFailure(
		{ message, description: `${asked} ${description}`, isUncertain, isPassing },
		failure.answer,
	);
}

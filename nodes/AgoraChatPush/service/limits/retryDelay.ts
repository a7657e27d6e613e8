import type { Call, IfRepeated } from '../serviceRequest';
import { spacingMs } from './rates';

/** What a failed attempt tells about trying again. */
export interface FailedAttempt {
	/** Whether the service may have acted although its answer is not known. */
	isUncertain: boolean;
	/** Whether nothing was done and a later try may succeed. */
	isTransient: boolean;
	/** Whether it was one call too many for the time. */
	isRateExceeded?: boolean;
	/** From the service's `Retry-After`. */
	retryAfterMs?: number;
}

/** Earlier attempts at the same call. */
export interface Attempts {
	retries: number;
	/** How many of the retries followed on one call too many for the time. */
	rateRetries: number;
	/** Total of the waits before them. */
	waitedMs: number;
}

const MIN_FIRST_DELAY_MS = 1000;

const JITTER = 0.5;

/**
 * How long to wait before a failed call is made again.
 *
 * A call whose first attempt may have taken effect is repeated only if that does no harm. One that was
 * too many for the time is repeated as long as it may wait.
 *
 * @param random from 0 up to 1, for the jitter that keeps many calls from returning all at once.
 * @returns undefined when the call has failed for good.
 */
export function delayBeforeRetryMs(
	failed: FailedAttempt,
	call: Pick<Call, 'ifRepeated' | 'rate' | 'settings'>,
	{ retries, rateRetries, waitedMs }: Attempts,
	random: number,
): number | undefined {
	const { maxRetries, maxRetryWaitMs } = call.settings;
	if (!mayRetry(failed, call.ifRepeated) || maxRetries === 0) return undefined;
	const { isRateExceeded = false, retryAfterMs: askedMs } = failed;
	if (!isRateExceeded && retries - rateRetries >= maxRetries) return undefined;

	// Where five calls a minute are allowed, there is room for the next one after 12 seconds.
	const firstDelayMs = Math.max(MIN_FIRST_DELAY_MS, spacingMs(call.rate));
	const backoffMs = firstDelayMs * 2 ** retries * (1 + JITTER * random);
	const leftMs = maxRetryWaitMs - waitedMs;
	const delayMs = isRateExceeded
		? Math.max(askedMs ?? Math.min(backoffMs, leftMs), MIN_FIRST_DELAY_MS)
		: (askedMs ?? backoffMs);
	return delayMs <= leftMs ? delayMs : undefined;
}

/** Whether another attempt may succeed, and does no harm when the failed one took effect. */
export function mayRetry(
	{ isTransient, isUncertain }: Pick<FailedAttempt, 'isTransient' | 'isUncertain'>,
	ifRepeated: IfRepeated,
): boolean {
	return isTransient || (isUncertain && ifRepeated === 'harmless');
}

/** The three date formats of HTTP; the last has no time zone. */
const HTTP_DATE =
	/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .* \d\d:\d\d:\d\d( \d{4}|(?<zone> gmt))$/i;

/**
 * Reads a `Retry-After` header: seconds, or a date. Source: RFC 9110, 5.6.7 and 10.2.3. Some
 * services give seconds with a fraction.
 *
 * @param nowUnixMs the moment that a date is counted from.
 * @returns undefined without one that makes sense.
 */
export function retryAfterMs(header: unknown, nowUnixMs: number): number | undefined {
	if (typeof header !== 'string') return undefined;
	const value = header.trim();
	if (/^\d+(\.\d+)?$/.test(value)) return Math.min(Number(value) * 1000, Number.MAX_SAFE_INTEGER);
	const momentMs = httpDateUnixMs(value);
	return momentMs === undefined ? undefined : Math.max(0, momentMs - nowUnixMs);
}

/** Reads a date as HTTP writes it. @returns undefined for anything else. */
export function httpDateUnixMs(header: unknown): number | undefined {
	if (typeof header !== 'string') return undefined;
	const date = HTTP_DATE.exec(header);
	if (date === null) return undefined;
	const momentMs = Date.parse(date.groups?.zone === undefined ? `${header} GMT` : header);
	return Number.isNaN(momentMs) ? undefined : momentMs;
}

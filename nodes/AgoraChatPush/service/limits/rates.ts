import type { Credential } from '../../../../credentials/credential';

/** How many calls may start in any span of time of that length. */
export interface Rate {
	calls: number;
	windowMs: number;
}

/**
 * The node stays this much below a limit, because calls that start evenly may arrive closer
 * together than they started.
 */
const MARGIN = 1.03;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * A rate per second is kept in each fifth of a second as well, so that calls go out evenly.
 */
const SPREAD = 5;

/** Source: Agora docs, 'RESTful API call frequency limits'. All calls that name one share it. */
const SERVICE_RATES = {
	'push/single': evenly(20),
	'push/list/label': evenly(20),
	'push/sync': evenly(1),
	'push/task': { calls: 5, windowMs: MINUTE_MS },
	'push/label': evenly(100),
	users: evenly(100),
	'users/batch/status': evenly(50),
};

/** Which of the service's rates a call counts towards. */
export type RateName = keyof typeof SERVICE_RATES;

/** A limit that a call has to keep to. Calls for the same app with the same name share it. */
export interface Limit {
	name: string;
	rate: Rate;
}

/**
 * The limits for a call: first the one that all calls of its kind share, at the service's rate or
 * at the user's own where that is higher, as for an app whose plan allows more; then the user's
 * lower rate, which those calls share that ask for the same.
 */
export function limitsFor(name: RateName, requestsPerSecond: number | undefined): Limit[] {
	const rate = withMargin(SERVICE_RATES[name]);
	if (requestsPerSecond === undefined) return [{ name, rate }];

	const userRate = withMargin(evenly(requestsPerSecond));
	if (callsPerMs(userRate) >= callsPerMs(rate)) return [{ name, rate: userRate }];
	return [
		{ name, rate },
		{ name: `${name} at ${requestsPerSecond}`, rate: userRate },
	];
}

/** The time between two calls that use the service's rate up. */
export function spacingMs(name: RateName): number {
	return 1 / callsPerMs(SERVICE_RATES[name]);
}

/** A key for an app: all names of this machine are one, and case does not count. */
export function appOf({ origin, appPath }: Credential): string {
	const place = `${origin}/${appPath.join('/')}`.toLowerCase();
	return place.replace(/^(https?:\/\/)(127\.\d+\.\d+\.\d+|\[::1\])(?=[:/])/, '$1localhost');
}

function evenly(callsPerSecond: number): Rate {
	const calls = Math.max(1, Math.floor(callsPerSecond / SPREAD));
	return { calls, windowMs: (calls / callsPerSecond) * SECOND_MS };
}

function withMargin({ calls, windowMs }: Rate): Rate {
	return { calls, windowMs: windowMs * MARGIN };
}

export function callsPerMs(rate: Rate): number {
	return rate.calls / rate.windowMs;
}

/** How many calls may start in any span of time of that length. */
export interface Rate {
	calls: number;
	perMs: number;
}

/** Calls whose paths begin alike draw on the same limit. */
interface RateLimit {
	path: string;
	rate: Rate;
}

/**
 * The node stays this much below a limit, because calls that start evenly may arrive closer
 * together than they started.
 */
const MARGIN = 1.03;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;

/**
 * A figure for a second is kept in each fifth of one as well, so that calls go out evenly.
 */
const SPREAD = 5;

/** Source: Agora docs, 'RESTful API call frequency limits'. The first entry that fits counts. */
const SERVICE_LIMITS: [RateLimit, ...RateLimit[]] = [
	{ path: 'push/single', rate: withMargin(evenly(20)) },
	{ path: 'push/list/label', rate: withMargin(evenly(20)) },
	{ path: 'push/task', rate: withMargin({ calls: 5, perMs: MINUTE_MS }) },
	{ path: 'push/label', rate: withMargin(evenly(100)) },
];

/** A limit that a call has to keep to. Calls for the same app with the same name share it. */
export interface Limit {
	name: string;
	rate: Rate;
}

/**
 * The limits for a call: the service's own, and the one that the user set.
 *
 * A user's limit above the service's replaces it, as for an app whose plan allows more.
 */
export function limitsFor(path: string[], requestsPerSecond: number | undefined): Limit[] {
	const joined = path.join('/');
	const [fallback] = SERVICE_LIMITS;
	const service = SERVICE_LIMITS.find((limit) => joined.startsWith(limit.path)) ?? fallback;
	const ofService = { name: service.path, rate: service.rate };
	if (requestsPerSecond === undefined) return [ofService];

	const rate = evenly(requestsPerSecond);
	const ofUser = { name: `${service.path} at ${requestsPerSecond}`, rate };
	return isWithin(rate, service.rate) ? [ofUser, ofService] : [ofUser];
}

function evenly(callsPerSecond: number): Rate {
	const calls = Math.max(1, Math.floor(callsPerSecond / SPREAD));
	return { calls, perMs: (calls / callsPerSecond) * SECOND_MS };
}

function withMargin({ calls, perMs }: Rate): Rate {
	return { calls, perMs: perMs * MARGIN };
}

/** Compares with the documented limit, which lies above the limit that is kept, by the margin. */
function isWithin(rate: Rate, limit: Rate): boolean {
	const documentedPerMs = (limit.calls / limit.perMs) * MARGIN;
	return rate.calls / rate.perMs < documentedPerMs * (1 + Number.EPSILON * 8);
}

import { limitsFor, type RateName } from '../service/limits/rates';
import type { Job } from './job';

/** How long the calls of a plan take at the service's rates, or at the user's lower ones. */
export function durationMs<Payload>(
	jobs: Array<Job<Payload>>,
	rateOf: (payload: Payload) => RateName | undefined,
): number {
	const callsOf = new Map<string, number>();
	let longestMs = 0;
	for (const { payload, settings } of jobs) {
		const rateName = rateOf(payload);
		if (rateName === undefined) continue;
		for (const { name, rate } of limitsFor(rateName, settings.requestsPerSecond)) {
			const callsBefore = callsOf.get(name) ?? 0;
			callsOf.set(name, callsBefore + 1);
			longestMs = Math.max(longestMs, Math.floor(callsBefore / rate.calls) * rate.windowMs);
		}
	}
	return longestMs;
}

import { rateExceeded } from './errors.mts';
import type { SimulatorSettings } from './settings.mts';

/** Calls allowed for one app (Agora docs, "RESTful overview"). A name ends in its unit. */
export const RATE_LIMITS = {
	sendToUsersPerMinute: 1200,
	sendToLabelsPerMinute: 1200,
	sendToAllPerMinute: 5,
	sendToAllPerDay: 100,
	sendToOnePerSecond: 1,
	/** Shared by all label and label member calls. */
	labelCallsPerSecond: 100,
	/** On no page; as its siblings. */
	sendToUserListPerMinute: 1200,
	/** Shared by the calls below `users/` but the one for many users. */
	userCallsPerSecond: 100,
	/** For many users at once. */
	userStatusCallsPerSecond: 50,
	/** On no page; the rule of most other calls. */
	notifierCallsPerSecond: 100,
	tokenCallsPerSecond: 300,
	/** All calls together, on the free plan. */
	freePlanCallsPerSecond: 10,
};

export type RateLimits = typeof RATE_LIMITS;
export type RateName = keyof RateLimits;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

function periodMs(name: RateName): number {
	if (name.endsWith('PerDay')) return DAY_MS;
	return name.endsWith('PerMinute') ? MINUTE_MS : SECOND_MS;
}

/**
 * Most calls that may come at once after a pause. What comes to one call a second or more is held to
 * by the second: 1200 a minute are 20 at once, 20 a second.
 */
function burstOf(calls: number, perMs: number): number {
	const perSecond = perMs * SECOND_MS;
	return perSecond >= 1 ? perSecond : calls;
}

interface Bucket {
	tokens: number;
	filledAtMs: number;
}

/** Token buckets over the simulator's clock. A refused call takes nothing from them. */
export class RateLimiter {
	private readonly settings: SimulatorSettings;
	private readonly buckets = new Map<RateName, Bucket>();

	constructor(settings: SimulatorSettings) {
		this.settings = settings;
	}

	/** Throws the service's 429 when one of the limits is used up. */
	take(names: readonly RateName[]): void {
		const filled = this.inForce(names).map((name) => this.fill(name));
		if (filled.some((bucket) => bucket.tokens < 1)) throw rateExceeded();
		for (const bucket of filled) bucket.tokens -= 1;
	}

	clear(): void {
		this.buckets.clear();
	}

	private inForce(names: readonly RateName[]): readonly RateName[] {
		const { rates, plan } = this.settings;
		const documented = rates === 'on' ? names : [];
		return plan === 'free' ? [...documented, 'freePlanCallsPerSecond'] : documented;
	}

	private fill(name: RateName): Bucket {
		const nowMs = this.settings.now();
		const calls = this.settings.rateLimits[name];
		const perMs = calls / periodMs(name);
		const burst = burstOf(calls, perMs);
		const bucket = this.buckets.get(name) ?? { tokens: burst, filledAtMs: nowMs };
		const gained = (nowMs - bucket.filledAtMs) * perMs;
		bucket.tokens = Math.min(burst, bucket.tokens + gained);
		bucket.filledAtMs = nowMs;
		this.buckets.set(name, bucket);
		return bucket;
	}
}

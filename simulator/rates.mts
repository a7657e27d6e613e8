import { rateExceeded } from './errors.mts';
import type { SimulatorSettings } from './settings.mts';

/** Calls allowed for one app (Agora docs, "RESTful overview"). */
export interface RateLimits {
	sendToUsersPerMinute: number;
	sendToLabelsPerMinute: number;
	sendToAllPerMinute: number;
	sendToAllPerDay: number;
	sendToOnePerSecond: number;
	/** Shared by all label and label member calls. */
	labelCallsPerSecond: number;
}

/** Calls of one class draw on the same allowance. */
export type RateClass = 'sendToUsers' | 'sendToLabels' | 'sendToAll' | 'sendToOne' | 'labels';

interface Allowance {
	/** Most calls that may come at once after a pause. */
	readonly burst: number;
	readonly perMs: number;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const DAY_MS = 24 * 60 * MINUTE_MS;

function allowancesOf(rateClass: RateClass, limits: RateLimits): Allowance[] {
	switch (rateClass) {
		case 'sendToUsers':
			return [smoothed(limits.sendToUsersPerMinute)];
		case 'sendToLabels':
			return [smoothed(limits.sendToLabelsPerMinute)];
		case 'sendToAll':
			return [
				allowance(limits.sendToAllPerMinute, MINUTE_MS),
				allowance(limits.sendToAllPerDay, DAY_MS),
			];
		case 'sendToOne':
			return [allowance(limits.sendToOnePerSecond, SECOND_MS)];
		case 'labels':
			return [allowance(limits.labelCallsPerSecond, SECOND_MS)];
	}
}

function allowance(calls: number, periodMs: number): Allowance {
	return { burst: calls, perMs: calls / periodMs };
}

/** A figure per minute that is held to by the second: 1200 a minute are 20 at once, 20 a second. */
function smoothed(callsPerMinute: number): Allowance {
	return { burst: Math.max(1, callsPerMinute / 60), perMs: callsPerMinute / MINUTE_MS };
}

interface Bucket {
	tokens: number;
	filledAtMs: number;
}

/** Token buckets over the simulator's clock. A refused call takes nothing from them. */
export class RateLimiter {
	private readonly settings: SimulatorSettings;
	private readonly buckets = new Map<string, Bucket>();

	constructor(settings: SimulatorSettings) {
		this.settings = settings;
	}

	/** Throws the service's 429 when the class has used up its allowance. */
	take(rateClass: RateClass): void {
		if (this.settings.rates === 'off') return;
		const filled = allowancesOf(rateClass, this.settings.rateLimits).map((one, index) =>
			this.fill(`${rateClass} ${index}`, one),
		);
		if (filled.some((bucket) => bucket.tokens < 1)) throw rateExceeded();
		for (const bucket of filled) bucket.tokens -= 1;
	}

	clear(): void {
		this.buckets.clear();
	}

	private fill(key: string, { burst, perMs }: Allowance): Bucket {
		const nowMs = this.settings.now();
		const bucket = this.buckets.get(key) ?? { tokens: burst, filledAtMs: nowMs };
		const gained = (nowMs - bucket.filledAtMs) * perMs;
		bucket.tokens = Math.min(burst, bucket.tokens + gained);
		bucket.filledAtMs = nowMs;
		this.buckets.set(key, bucket);
		return bucket;
	}
}

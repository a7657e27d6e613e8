import type { Push } from './delivery.mts';
import type { PushTask } from './events.mts';
import { startDateIllegal } from './inferred.mts';
import { LEAST_HOURS_AHEAD, MOST_HOURS_AHEAD, START_DATE } from './limits.mts';
import type { JsonObject } from './parse.mts';
import type { SimulatorSettings } from './settings.mts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * When the task that the body asks for starts, in Unix milliseconds; undefined: at once. `startDate`
 * tells it by the service's clock. Throws the service's 400.
 */
export function readStart(
	{ startDate }: JsonObject,
	{ now, serviceClockOffsetMinutes }: SimulatorSettings,
): number | undefined {
	if (startDate === undefined) return undefined;
	if (typeof startDate !== 'string' || !START_DATE.test(startDate)) throw startDateIllegal();
	const clockMs = Date.parse(`${startDate.replace(' ', 'T')}Z`);
	if (Number.isNaN(clockMs) || clockText(clockMs) !== startDate) throw startDateIllegal();
	const startsAtMs = clockMs - serviceClockOffsetMinutes * MINUTE_MS;
	const hoursAhead = (startsAtMs - now()) / HOUR_MS;
	if (hoursAhead < LEAST_HOURS_AHEAD || hoursAhead > MOST_HOURS_AHEAD) throw startDateIllegal();
	return startsAtMs;
}

/** A moment as `startDate` is written; that of February 31 is one in March. */
function clockText(clockMs: number): string {
	return new Date(clockMs).toISOString().slice(0, 19).replace('T', ' ');
}

export interface ScheduledPush {
	readonly task: PushTask;
	readonly startsAt: number;
	readonly usernames: readonly string[];
	readonly push: Push;
}

/** Pushes whose time has not come. */
export class Schedule {
	/** The soonest first; among those of one time, the one that was asked for first. */
	private pending: ScheduledPush[] = [];

	get waiting(): readonly ScheduledPush[] {
		return this.pending;
	}

	add(scheduled: ScheduledPush): void {
		this.pending.push(scheduled);
		this.pending.sort((one, other) => one.startsAt - other.startsAt);
	}

	/** Those whose time has come, which are then no longer waiting. */
	takeDue(nowMs: number): ScheduledPush[] {
		const waiting = this.pending.findIndex(({ startsAt }) => startsAt > nowMs);
		return this.pending.splice(0, waiting === -1 ? this.pending.length : waiting);
	}

	clear(): void {
		this.pending = [];
	}
}

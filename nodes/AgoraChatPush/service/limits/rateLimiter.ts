import { CanceledCall } from './canceledCall';
import { MAX_SLEEP_MS, type Clock } from './clock';
import { Pace } from './pace';
import type { Limit, Rate } from './rates';
import { whenAborted } from './whenAborted';

/** When the latest calls under one limit started. */
class StartLog {
	private readonly startsMs: number[] = [];

	/** How many starts to keep: the most calls that any rate asked for so far allows at once. */
	private mostCalls = 20;

	private longestMs = 0;

	/** When the next call may start at the rate that it asks for. */
	nextMs({ calls, windowMs }: Rate): number {
		this.mostCalls = Math.max(this.mostCalls, calls);
		this.longestMs = Math.max(this.longestMs, windowMs);
		const startMs = this.startsMs.at(-calls);
		return startMs === undefined ? -Infinity : startMs + windowMs;
	}

	get latestMs(): number {
		return this.startsMs.at(-1) ?? -Infinity;
	}

	note(startMs: number): void {
		this.startsMs.push(startMs);
		if (this.startsMs.length > this.mostCalls) this.startsMs.shift();
	}

	isPast(nowMs: number): boolean {
		return this.latestMs + this.longestMs <= nowMs;
	}
}

/** What the service said of a call that it turned down. */
export interface Refusal {
	/** When the call started. */
	startMs: number;
	/** Whether it was one call too many. */
	isRateExceeded: boolean;
	/** How long no call is to be made, as far as the service asks for that. */
	pauseMs: number | undefined;
}

interface Waiter {
	limits: Limit[];
	start(): void;
}

/** Lets the calls that share a limit start in the order in which they came. */
class RateLimiter {
	private readonly logs = new Map<string, StartLog>();

	private readonly pace = new Pace();

	private readonly waiters = new Set<Waiter>();

	private wakesAtMs = Infinity;

	constructor(private readonly clock: Clock) {}

	/**
	 * Resolves when a call may start.
	 *
	 * @throws CanceledCall when the signal is set before; other calls keep their turns.
	 */
	async acquire(limits: Limit[], signal?: AbortSignal): Promise<void> {
		if (signal?.aborted === true) throw new CanceledCall();
		await new Promise<void>((resolve, reject) => {
			const waiter = { limits, start };
			const leave =
				signal &&
				whenAborted(signal, () => {
					this.waiters.delete(waiter);
					reject(new CanceledCall());
					this.startDue();
				});
			function start(): void {
				leave?.();
				resolve();
			}
			this.waiters.add(waiter);
			this.startDue();
		});
	}

	refused({ startMs, isRateExceeded, pauseMs }: Refusal, { rate }: Limit): void {
		const nowMs = this.clock.nowMs();
		if (isRateExceeded) this.pace.refused(startMs, nowMs, rate);
		if (pauseMs !== undefined) this.pace.pauseUntil(nowMs + pauseMs);
	}

	/** Whether it can be dropped: a new one would let calls start just the same. */
	isIdle(): boolean {
		const nowMs = this.clock.nowMs();
		if (!this.pace.isRecovered(nowMs)) return false;
		return this.waiters.size === 0 && [...this.logs.values()].every((log) => log.isPast(nowMs));
	}

	/** Starts the calls that may start; a call that has to wait holds up later ones under the same limit. */
	private startDue(): void {
		const nowMs = this.clock.nowMs();
		const held = new Set<string>();
		for (const waiter of this.waiters) {
			const { limits } = waiter;
			if (limits.some(({ name }) => held.has(name))) continue;
			const late = limits.filter((limit) => this.nextMs(limit, nowMs) > nowMs);
			if (late.length === 0) {
				this.waiters.delete(waiter);
				for (const limit of limits) this.logOf(limit).note(nowMs);
				waiter.start();
				continue;
			}
			for (const limit of late) {
				held.add(limit.name);
				void this.wakeAt(this.nextMs(limit, nowMs));
			}
		}
	}

	private async wakeAt(momentMs: number): Promise<void> {
		if (momentMs >= this.wakesAtMs) return;
		this.wakesAtMs = momentMs;
		for (;;) {
			const remainingMs = momentMs - this.clock.nowMs();
			if (remainingMs <= 0 || this.waiters.size === 0) break;
			await this.clock.sleep(Math.min(remainingMs, MAX_SLEEP_MS));
		}
		if (this.wakesAtMs === momentMs) this.wakesAtMs = Infinity;
		this.startDue();
	}

	private nextMs(limit: Limit, nowMs: number): number {
		const log = this.logOf(limit);
		return Math.max(log.nextMs(limit.rate), this.pace.nextMs(log.latestMs, nowMs));
	}

	private logOf({ name }: Limit): StartLog {
		const log = this.logs.get(name) ?? new StartLog();
		this.logs.set(name, log);
		return log;
	}
}

/** The rate limiters of all apps, shared by all executions in the process. */
export class RateLimiters {
	private readonly byLimit = new Map<string, RateLimiter>();

	constructor(private readonly clock: Clock) {}

	/** How many limiters are kept. */
	get size(): number {
		return this.byLimit.size;
	}

	/**
	 * Resolves when a call may start that has to keep to all of the limits.
	 *
	 * @param app what tells an app from others, such as its address.
	 * @param limits the one first that all calls of its kind share.
	 * @throws CanceledCall when the signal is set before.
	 */
	async acquire(app: string, limits: Limit[], signal?: AbortSignal): Promise<void> {
		const [shared] = limits;
		if (shared !== undefined) await this.of(`${app} ${shared.name}`).acquire(limits, signal);
	}

	/**
	 * Slows down, or holds up for a while, all calls under the limit that a refused call shared.
	 *
	 * @param limits those that the call had to keep to.
	 */
	refused(app: string, limits: Limit[], refusal: Refusal): void {
		const [shared] = limits;
		if (shared !== undefined) this.of(`${app} ${shared.name}`).refused(refusal, shared);
	}

	private of(key: string): RateLimiter {
		const known = this.byLimit.get(key);
		if (known !== undefined) return known;
		this.forgetIdle();
		const limiter = new RateLimiter(this.clock);
		this.byLimit.set(key, limiter);
		return limiter;
	}

	/** Apps may come from expressions, so that there is no end to them. */
	private forgetIdle(): void {
		for (const [key, limiter] of this.byLimit) if (limiter.isIdle()) this.byLimit.delete(key);
	}
}

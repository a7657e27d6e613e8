import { CanceledCall } from './canceledCall';
import { LONGEST_NAP_MS, type Clock } from './clock';
import type { Limit, Rate } from './rates';
import { whenAborted } from './whenAborted';

/** The starts under one limit, each of which counts for all who ask after it. */
class StartLog {
	private readonly startsMs: number[] = [];

	/** Of the rates that were asked for; no fewer than the service's highest allows at once. */
	private mostCalls = 20;

	private longestMs = 0;

	/** When the next call may start at the rate that it asks for. */
	nextMs({ calls, perMs }: Rate): number {
		this.mostCalls = Math.max(this.mostCalls, calls);
		this.longestMs = Math.max(this.longestMs, perMs);
		const startMs = this.startsMs.at(-calls);
		return startMs === undefined ? -Infinity : startMs + perMs;
	}

	note(startMs: number): void {
		this.startsMs.push(startMs);
		if (this.startsMs.length > this.mostCalls) this.startsMs.shift();
	}

	isPast(nowMs: number): boolean {
		return (this.startsMs.at(-1) ?? -Infinity) + this.longestMs <= nowMs;
	}
}

interface Waiter {
	limits: Limit[];
	start(): void;
}

/** Lets the calls of an app that share a limit start in their turns. */
class RateLimiter {
	private readonly logs = new Map<string, StartLog>();

	/** In the order in which they came. */
	private readonly waiters = new Set<Waiter>();

	private wakesAtMs = Infinity;

	constructor(private readonly clock: Clock) {}

	/**
	 * Resolves when a call may start.
	 *
	 * @throws CanceledCall when the signal says so before; the turns of others are not affected.
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

	/** Whether it would let calls start exactly as a new one does. */
	isIdle(): boolean {
		const nowMs = this.clock.nowMs();
		return this.waiters.size === 0 && [...this.logs.values()].every((log) => log.isPast(nowMs));
	}

	/** Starts whom it may; who waits for a limit holds up those after him who share it. */
	private startDue(): void {
		const nowMs = this.clock.nowMs();
		const held = new Set<string>();
		for (const waiter of this.waiters) {
			const { limits } = waiter;
			if (limits.some(({ name }) => held.has(name))) continue;
			const late = limits.filter((limit) => this.logOf(limit).nextMs(limit.rate) > nowMs);
			if (late.length === 0) {
				this.waiters.delete(waiter);
				for (const limit of limits) this.logOf(limit).note(nowMs);
				waiter.start();
				continue;
			}
			for (const limit of late) {
				held.add(limit.name);
				void this.wakeAt(this.logOf(limit).nextMs(limit.rate));
			}
		}
	}

	private async wakeAt(momentMs: number): Promise<void> {
		if (momentMs >= this.wakesAtMs) return;
		this.wakesAtMs = momentMs;
		for (;;) {
			const remainingMs = momentMs - this.clock.nowMs();
			if (remainingMs <= 0 || this.waiters.size === 0) break;
			await this.clock.sleep(Math.min(remainingMs, LONGEST_NAP_MS));
		}
		if (this.wakesAtMs === momentMs) this.wakesAtMs = Infinity;
		this.startDue();
	}

	private logOf({ name }: Limit): StartLog {
		const log = this.logs.get(name) ?? new StartLog();
		this.logs.set(name, log);
		return log;
	}
}

/** The paces of all apps, shared by all executions in the process. */
export class RateLimiters {
	private readonly byLimit = new Map<string, RateLimiter>();

	constructor(private readonly clock: Clock) {}

	/** How many paces are kept in mind. */
	get size(): number {
		return this.byLimit.size;
	}

	/**
	 * Resolves when a call may start that has to keep to all of the limits.
	 *
	 * @param app what tells an app from others, such as its address.
	 * @param limits the one first that all calls of its kind share.
	 * @throws CanceledCall when the signal says so before.
	 */
	async acquire(app: string, limits: Limit[], signal?: AbortSignal): Promise<void> {
		const [shared] = limits;
		if (shared !== undefined) await this.of(`${app} ${shared.name}`).acquire(limits, signal);
	}

	private of(key: string): RateLimiter {
		const known = this.byLimit.get(key);
		if (known !== undefined) return known;
		this.forgetIdle();
		const pace = new RateLimiter(this.clock);
		this.byLimit.set(key, pace);
		return pace;
	}

	/** Apps may come from the rows, so that there is no end to them. */
	private forgetIdle(): void {
		for (const [key, pace] of this.byLimit) if (pace.isIdle()) this.byLimit.delete(key);
	}
}

import { waitUntil, type Clock } from './clock';
import type { Limit, Rate } from './rates';
import { Stopped, stopping } from './stopped';

/** Lets calls start no faster than a rate, first come, first served. */
class Pace {
	/** The starts that still count, oldest first; no more of them than the rate allows. */
	private readonly startsMs: number[] = [];

	private turnsAhead = 0;

	private lastTurn: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly rate: Rate,
		private readonly clock: Clock,
	) {}

	/**
	 * Resolves when a call may start.
	 *
	 * @param alsoAdmit waits for what else limits the call, while the call keeps its turn here.
	 * Otherwise it would start later than was noted, and closer to the next one than the rate allows.
	 * @throws Stopped when the signal says so before; the turns of others are not affected.
	 */
	async admit(signal: AbortSignal | undefined, alsoAdmit: () => Promise<void>): Promise<void> {
		this.turnsAhead += 1;
		const turn = this.lastTurn.then(async () => {
			try {
				await this.takeTurn(signal, alsoAdmit);
			} finally {
				this.turnsAhead -= 1;
			}
		});
		this.lastTurn = turn.catch(() => undefined);
		await (signal === undefined ? turn : Promise.race([turn, stopping(signal)]));
	}

	/** Whether it would let calls start exactly as a new one does. */
	isIdle(): boolean {
		this.forgetPast();
		return this.turnsAhead === 0 && this.startsMs.length === 0;
	}

	private async takeTurn(
		signal: AbortSignal | undefined,
		alsoAdmit: () => Promise<void>,
	): Promise<void> {
		this.forgetPast();
		const { calls, perMs } = this.rate;
		const [oldestMs] = this.startsMs;
		if (oldestMs !== undefined && this.startsMs.length >= calls) {
			await waitUntil(this.clock, oldestMs + perMs, signal);
		}
		if (signal?.aborted === true) throw new Stopped();
		await alsoAdmit();
		this.forgetPast();
		this.startsMs.push(this.clock.nowMs());
	}

	private forgetPast(): void {
		const nowMs = this.clock.nowMs();
		const current = this.startsMs.findIndex((startMs) => startMs + this.rate.perMs > nowMs);
		this.startsMs.splice(0, current < 0 ? this.startsMs.length : current);
	}
}

/** The paces of all apps, shared by all executions in the process. */
export class Paces {
	private readonly byLimit = new Map<string, Pace>();

	constructor(private readonly clock: Clock) {}

	/** How many paces are kept in mind. */
	get size(): number {
		return this.byLimit.size;
	}

	/**
	 * Resolves when a call may start that has to keep to all of the limits.
	 *
	 * @param app what tells an app from others, such as its address.
	 * @throws Stopped when the signal says so before.
	 */
	async admit(app: string, limits: Limit[], signal?: AbortSignal): Promise<void> {
		const [limit, ...others] = limits;
		if (limit === undefined) return;
		await this.of(app, limit).admit(signal, async () => {
			await this.admit(app, others, signal);
		});
	}

	private of(app: string, { name, rate }: Limit): Pace {
		const key = `${app} ${name}`;
		const known = this.byLimit.get(key);
		if (known !== undefined) return known;
		this.forgetIdle();
		const pace = new Pace(rate, this.clock);
		this.byLimit.set(key, pace);
		return pace;
	}

	/** Rates and apps may come from the rows, so that there is no end to them. */
	private forgetIdle(): void {
		for (const [key, pace] of this.byLimit) if (pace.isIdle()) this.byLimit.delete(key);
	}
}

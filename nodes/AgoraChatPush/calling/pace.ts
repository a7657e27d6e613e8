import { waitUntil, type Clock } from './clock';
import type { Limit, Rate } from './rates';
import { Stopped, stopping } from './stopped';

/** Lets calls start no faster than a rate, first come, first served. */
export class Pace {
	/** The last starts, oldest first; no more of them than the rate counts. */
	private readonly startsMs: number[] = [];

	private lastTurn: Promise<unknown> = Promise.resolve();

	constructor(
		private readonly rate: Rate,
		private readonly clock: Clock,
	) {}

	/**
	 * Resolves when a call may start.
	 *
	 * @throws Stopped when the signal says so before; the turns of others are not affected.
	 */
	async admit(signal?: AbortSignal): Promise<void> {
		const turn = this.lastTurn.then(async () => {
			await this.takeTurn(signal);
		});
		this.lastTurn = turn.catch(() => undefined);
		await (signal === undefined ? turn : Promise.race([turn, stopping(signal)]));
	}

	private async takeTurn(signal?: AbortSignal): Promise<void> {
		const { calls, perMs } = this.rate;
		const [oldestMs] = this.startsMs;
		if (oldestMs !== undefined && this.startsMs.length === calls) {
			await waitUntil(this.clock, oldestMs + perMs, signal);
		}
		if (signal?.aborted === true) throw new Stopped();
		this.startsMs.push(this.clock.nowMs());
		if (this.startsMs.length > calls) this.startsMs.shift();
	}
}

/** The paces of all apps, shared by all executions in the process. */
export class Paces {
	private readonly byLimit = new Map<string, Pace>();

	constructor(private readonly clock: Clock) {}

	/** @param app what tells an app from others, such as its address. */
	of(app: string, { name, rate }: Limit): Pace {
		const key = `${app} ${name}`;
		const pace = this.byLimit.get(key) ?? new Pace(rate, this.clock);
		this.byLimit.set(key, pace);
		return pace;
	}
}

import type { Clock } from '../../nodes/AgoraChatPush/service/limits/clock.ts';

interface Sleeper {
	wakesAtMs: number;
	wake(): void;
}

/**
 * A clock whose time passes at once, and only within `pass`: from one sleeper's end to the next,
 * each of whom does all that it can before the next wakes. Sleepers of the same moment wake in the
 * order in which they fell asleep.
 */
export class VirtualClock implements Clock {
	private readonly sleepers: Sleeper[] = [];

	private currentMs = 0;

	nowMs(): number {
		return this.currentMs;
	}

	async sleep(delayMs: number): Promise<void> {
		const wakesAtMs = this.currentMs + delayMs;
		const later = this.sleepers.findIndex((other) => other.wakesAtMs > wakesAtMs);
		await new Promise<void>((wake) => {
			this.sleepers.splice(later < 0 ? this.sleepers.length : later, 0, { wakesAtMs, wake });
		});
	}

	/**
	 * Lets time pass until the work is done.
	 *
	 * @throws Error when the work waits for something that no time brings.
	 */
	async pass<Result>(work: Promise<Result>): Promise<Result> {
		let undone = 1;
		const done = (): void => {
			undone -= 1;
		};
		work.then(done, done);
		for (;;) {
			await allThatCanHappen();
			if (undone === 0) return await work;
			const next = this.sleepers.shift();
			if (next === undefined) throw new Error('The work waits, and nobody sleeps.');
			this.currentMs = next.wakesAtMs;
			next.wake();
		}
	}
}

/** Promises settle before Node.js gets round to this. */
async function allThatCanHappen(): Promise<void> {
	await new Promise<void>((resolve) => {
		setImmediate(resolve);
	});
}

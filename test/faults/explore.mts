import fc from 'fast-check';

import type { Simulator } from '../../simulator/index.mts';
import { NotOver, tryOut } from './runSituation.mts';
import { anySituation } from './situations/anySituation.mts';

/** How far to explore; the same seed gives the same situations on every machine. */
export interface Exploration {
	operations: readonly string[];
	runs: number;
	seed: number;
	/** Hears of each situation that was tried. */
	onTried?: () => void;
}

/** A failure is made smaller for as long as this, then told. */
const MOST_MINUTES = 20;

/** @throws Error that names the seed and the smallest situation found in which the node fails. */
export async function explore(
	simulator: Simulator,
	{ operations, runs, seed, onTried }: Exploration,
): Promise<void> {
	let neverEnds = false;
	const property = fc.asyncProperty(anySituation(operations), async (situation) => {
		// Each step towards a smaller situation would take as long again.
		fc.pre(!neverEnds);
		await tryOut(simulator, situation).catch((error: unknown) => {
			neverEnds = error instanceof NotOver;
			throw error;
		});
		onTried?.();
	});
	await fc.assert(property, {
		numRuns: runs,
		seed,
		includeErrorInReport: true,
		interruptAfterTimeLimit: MOST_MINUTES * 60_000,
		markInterruptAsFailure: true,
	});
}

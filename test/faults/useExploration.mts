import { it } from '@jest/globals';

import { useSimulator } from '../support/simulated.mts';
import { explore, type Exploration } from './explore.mts';

/** Generous, because a failure is made smaller before it is told. */
const LONG_MS = 25 * 60_000;

/** A test file's share of the fault suite. */
export function useExploration(exploration: Exploration): void {
	const simulator = useSimulator();
	const { operations, runs, seed } = exploration;
	it(
		`${operations.join(', ')}: what is said is what happened, in ${runs} situations (seed ${seed})`,
		async () => {
			await explore(simulator(), exploration);
		},
		LONG_MS,
	);
}

/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({
	operations: ['labelMember get', 'labelMember getAll', 'labelMember getAll'],
	runs: 300,
	seed: 105,
});

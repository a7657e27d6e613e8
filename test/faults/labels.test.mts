/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({
	operations: ['label create', 'label delete', 'label get', 'label getAll'],
	runs: 400,
	seed: 103,
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({
	operations: [
		'labelMember get',
		'labelMember getAll',
		'labelMember getAll',
		'user getDevices',
		'user getLabels',
		'user getStatus',
	],
	runs: 500,
	seed: 105,
});

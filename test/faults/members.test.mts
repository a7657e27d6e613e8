/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({ operations: ['labelMember add', 'labelMember remove'], runs: 450, seed: 104 });

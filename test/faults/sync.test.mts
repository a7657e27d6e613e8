/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({ operations: ['labelMember sync'], runs: 400, seed: 106 });

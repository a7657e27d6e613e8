/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({ operations: ['push sendToUsers'], runs: 650, seed: 101 });

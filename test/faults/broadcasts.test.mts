/** @jest-environment ./test/support/engineEnvironment.cts */
import { useExploration } from './useExploration.mts';

useExploration({ operations: ['push sendToLabels', 'push sendToAll'], runs: 400, seed: 102 });

import { afterAll, beforeAll, beforeEach } from '@jest/globals';

import { startSimulator, type Simulator, type SimulatorSettings } from '../../simulator/index.mts';

/** A simulator for the tests of one file, empty again before each of them. */
export function useSimulator(settings: Partial<SimulatorSettings> = {}): () => Simulator {
	let simulator: Simulator | undefined;
	const running = (): Simulator => {
		if (simulator === undefined) throw new Error('The simulator runs within tests only.');
		return simulator;
	};
	beforeAll(async () => {
		simulator = await startSimulator(settings);
	});
	beforeEach(() => {
		running().reset();
	});
	afterAll(async () => {
		await running().close();
	});
	return running;
}

import { parseArgs } from 'node:util';

import fc from 'fast-check';

import { startSimulator } from '../../simulator/index.mts';
import { loadEngine } from '../../tools/engine/index.mts';
import { WORKS } from './operations.mts';
import { anyStop, runAndStop, untilQuiet } from './stops.mts';

/** Prints how long runs take to end once they are stopped at random moments. */
const { values } = parseArgs({ options: { runs: { type: 'string', default: '300' } } });
const works = Object.values(WORKS);
const stops = fc.sample(anyStop, { numRuns: Number(values.runs), seed: 20261125 });

globalThis.n8nEngine = await loadEngine();
const simulator = await startSimulator();
const latenciesMs: number[] = [];
for (const [index, stop] of stops.entries()) {
	const work = works[index % works.length] ?? WORKS.sync;
	simulator.reset();
	const { stoppedInMs } = await runAndStop(simulator, work, stop);
	if (stoppedInMs !== undefined) latenciesMs.push(stoppedInMs);
	await untilQuiet(simulator);
}
await simulator.close();

latenciesMs.sort((a, b) => a - b);
const at = (share: number): string =>
	(
		latenciesMs[Math.min(latenciesMs.length - 1, Math.floor(share * latenciesMs.length))] ?? 0
	).toFixed(0);
process.stdout.write(
	`${latenciesMs.length} of ${stops.length} runs were stopped before their end: ` +
		`half of them within ${at(0.5)} ms, 99 % within ${at(0.99)} ms, all within ${at(1)} ms.\n`,
);

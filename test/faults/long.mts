import '../support/allLogged.cts';

import { parseArgs } from 'node:util';

import { startSimulator } from '../../simulator/index.mts';
import { loadEngine } from '../../tools/engine/index.mts';
import { explore } from './explore.mts';
import { MODELS } from './models/index.mts';

const USAGE = `Runs the node through random situations in random weather, and checks what it says
against what the simulator recorded.

Usage: npm run test:faults -- [options]

  --runs <number>       how many situations (50000)
  --seed <number>       which ones; another choice each time when left out
  --operation <name>    only of this operation, such as 'push sendToUsers'; may stand several times
  --help                show this text
`;

/** So many of one operation at a stretch, that all have had their turn long before the end. */
const ROUND = 100;

const PROGRESS_MS = 10_000;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			runs: { type: 'string', default: '50000' },
			seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
			operation: { type: 'string', multiple: true, default: Object.keys(MODELS) },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return;
	}
	await run(whole('runs', values.runs), whole('seed', values.seed), values.operation);
}

async function run(runs: number, firstSeed: number, operations: string[]): Promise<void> {
	globalThis.n8nEngine = await loadEngine();
	const simulator = await startSimulator();
	const startMs = performance.now();
	const seconds = (): string => ((performance.now() - startMs) / 1000).toFixed(0);
	process.stdout.write(`${runs} situations, seed ${firstSeed}\n`);

	let tried = 0;
	let nextProgressMs = PROGRESS_MS;
	const onTried = (): void => {
		tried += 1;
		if (performance.now() - startMs < nextProgressMs) return;
		nextProgressMs += PROGRESS_MS;
		process.stdout.write(`  ${tried} of ${runs} after ${seconds()} s\n`);
	};
	for (let round = 0, left = runs; left > 0; round += 1) {
		const operation = operations[round % operations.length] ?? '';
		const runsNow = Math.min(ROUND, left);
		const seed = (firstSeed + round) % 2 ** 31;
		await explore(simulator, { operations: [operation], runs: runsNow, seed, onTried }).catch(
			(error: unknown) => {
				const again = `npm run test:faults -- --operation '${operation}' --seed ${seed} --runs ${runsNow}`;
				throw new Error(`${operation}, again with ${again}`, { cause: error });
			},
		);
		left -= runsNow;
	}
	await simulator.close();
	process.stdout.write(`${tried} situations held, seed ${firstSeed}, ${seconds()} s\n`);
}

function whole(option: string, text: string): number {
	if (/^\d{1,10}$/.test(text)) return Number(text);
	throw new Error(`--${option} takes a whole number, not '${text}'.`);
}

function told(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	return error.cause === undefined ? error.message : `${error.message}\n\n${told(error.cause)}`;
}

main().then(
	() => process.exit(0),
	(error: unknown) => {
		process.stderr.write(`${told(error)}\n`);
		process.exit(1);
	},
);

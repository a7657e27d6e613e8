import { constants } from 'node:os';
import { resolve } from 'node:path';

import { readArguments, USAGE, type Arguments } from './run/arguments.mts';
import { build, isBuilt } from './run/build.mts';
import { examples } from './run/examples.mts';
import { generatedUsers } from './run/generatedRows.mts';
import { withProgress } from './run/progress.mts';
import { report, type Style } from './run/report.mts';
import { runExample } from './run/runExample.mts';
import { sampleUsers } from './run/sampleUsers.mts';

async function main(): Promise<void> {
	const { showsHelp, rowCount } = readArguments(process.argv.slice(2));
	if (showsHelp) {
		process.stdout.write(USAGE);
		return;
	}
	process.chdir(resolve(import.meta.dirname, '..'));
	if (!(await isBuilt())) await withProgress('Building the node', build);
	const surpriseCount = await runExamples(rowCount);
	if (surpriseCount > 0) throw new Error('Not everything went as expected; see above.');
	process.stdout.write(
		'\nAll went as expected: who was not reached or refused is so in the rows on purpose.\n',
	);
}

/** Runs and reports one example after another; gives how much was not as expected. */
async function runExamples(rowCount: Arguments['rowCount']): Promise<number> {
	const { engine, simulator } = await withProgress(
		"Starting n8n's engine and the simulator",
		start,
	);
	try {
		const users = rowCount === undefined ? sampleUsers : generatedUsers(rowCount);
		simulator.seed({ users });
		let surpriseCount = 0;
		for (const example of examples) {
			const done = await runExample(example, { engine, simulator, rowCount });
			process.stdout.write(`\n${report(done, simulator.credentials, terminalStyle())}\n`);
			surpriseCount += done.surprises.length;
		}
		return surpriseCount;
	} finally {
		await simulator.close();
	}
}

/** Loaded here, because n8n's engine takes seconds to load and reads the built node. */
async function start() {
	const { loadEngine } = await import('../engine/index.mts');
	const { startSimulator } = await import('../simulator/index.mts');
	return { engine: await loadEngine(), simulator: await startSimulator() };
}

function terminalStyle(): Style {
	const { isTTY, columns } = process.stdout;
	if (!isTTY) return { width: 80, hasColors: false };
	return { width: Math.min(Math.max(columns, 60), 100), hasColors: process.stdout.hasColors() };
}

/** Ends at once; what runs for this process ends with it. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		process.stderr.write('\nStopped.\n');
		process.exit(128 + constants.signals[signal]);
	});
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});

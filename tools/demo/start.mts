import { exitOnSignals, runMain } from '../lib/main.mts';
import { withProgress } from '../lib/progress.mts';
import { ROOT } from '../lib/root.mts';
import { readArguments, USAGE, type Arguments } from './arguments.mts';
import { build, isBuilt } from './build.mts';
import { examples, type Example } from './examples.mts';
import { generatedLabels, generatedUsers } from './generatedRows.mts';
import { compareWithDryRun } from './rehearsal.mts';
import { report, type Style } from './report.mts';
import { runExample, type ExampleRun, type Surroundings } from './runExample.mts';
import { sampleLabels, sampleUsers } from './sampleUsers.mts';

async function main(): Promise<void> {
	const { showsHelp, runsAll, rowCount } = readArguments(process.argv.slice(2));
	if (showsHelp) {
		process.stdout.write(USAGE);
		return;
	}
	process.chdir(ROOT);
	if (!(await isBuilt())) await withProgress('Building the node', build);
	const chosen = examples.filter(({ isMainJob }) => runsAll || isMainJob);
	const surpriseCount = await runExamples(chosen, rowCount);
	if (surpriseCount > 0) throw new Error('Not everything went as expected; see above.');
	process.stdout.write(
		'\nAll went as expected: some users are refused or not reached on purpose.\n',
	);
	const others = examples.length - chosen.length;
	if (others > 0)
		process.stdout.write(`npm start -- --all runs the other ${others} examples too.\n`);
}

/** Runs and reports one example after another; gives how much was not as expected. */
async function runExamples(
	chosen: readonly Example[],
	rowCount: Arguments['rowCount'],
): Promise<number> {
	const { engine, simulator } = await withProgress(
		"Starting n8n's engine and the simulator",
		start,
	);
	try {
		simulator.seed(
			rowCount === undefined
				? { users: sampleUsers, labels: sampleLabels }
				: {
						users: [...sampleUsers, ...generatedUsers(rowCount)],
						labels: generatedLabels(rowCount),
					},
		);
		let surpriseCount = 0;
		for (const example of chosen) {
			surpriseCount += await showExample(example, { engine, simulator, rowCount });
		}
		return surpriseCount;
	} finally {
		await simulator.close();
	}
}

/** Runs and reports one example, after its dry run if it has one. */
async function showExample(example: Example, around: Surroundings): Promise<number> {
	const show = (done: ExampleRun) => {
		const { credentials } = around.simulator;
		process.stdout.write(`\n${report(done, credentials, terminalStyle())}\n`);
		return done;
	};
	const dryRun = example.hasDryRun
		? show(await runExample(example, { ...around, isDryRun: true }))
		: undefined;
	const realRun = show(await runExample(example, around));
	if (dryRun === undefined) return realRun.surprises.length;

	const { sentence, agrees } = compareWithDryRun(dryRun, realRun);
	process.stdout.write(`  ${sentence}\n`);
	return dryRun.surprises.length + realRun.surprises.length + (agrees ? 0 : 1);
}

/** Loaded here, because n8n's engine takes seconds to load and reads the built node. */
async function start() {
	const { loadEngine } = await import('../engine/index.mts');
	const { startSimulator } = await import('../../simulator/index.mts');
	return { engine: await loadEngine(), simulator: await startSimulator() };
}

function terminalStyle(): Style {
	const { isTTY, columns } = process.stdout;
	if (!isTTY) return { width: 80, hasColors: false };
	return { width: Math.min(Math.max(columns, 60), 100), hasColors: process.stdout.hasColors() };
}

exitOnSignals('\nStopped.\n');
runMain(main);

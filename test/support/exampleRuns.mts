import type { Simulator } from '../../simulator/index.mts';
import { examples } from '../../tools/demo/examples.mts';
import { runExample, type ExampleRun } from '../../tools/demo/runExample.mts';

/** Runs an example by its file's name. Only in test files that ask for `engineEnvironment`. */
export async function runFile(
	fileName: string,
	simulator: Simulator,
	how: { rowCount?: number; isDryRun?: boolean } = {},
): Promise<ExampleRun> {
	const example = examples.find((one) => one.fileName === fileName);
	if (example === undefined) throw new Error(`There is no example ${fileName}.`);
	return await runExample(example, { engine: n8nEngine, simulator, ...how });
}

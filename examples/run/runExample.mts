import type { Engine, WorkflowFile, WorkflowRun } from '../../engine/index.mts';
import type { RecordedRequest, Simulator } from '../../simulator/index.mts';
import type { Example } from './examples.mts';
import { readOutcomes, rowsOf, type Outcome } from './outcomes.mts';
import { readWorkflow, withRows } from './workflow.mts';

/** What a run of an example came to. */
export interface ExampleRun {
	workflow: WorkflowFile;
	rowCount: number;
	durationMs: number;
	calls: readonly RecordedRequest[];
	outcomes: Outcome[];
	/** What the samples do not account for, a sentence each; none when all went well. */
	surprises: string[];
	run: WorkflowRun;
}

interface Surroundings {
	engine: Pick<Engine, 'run'>;
	simulator: Simulator;
	/** How many rows to generate; undefined runs the rows that are pinned in the workflow. */
	rowCount?: number;
}

/** Runs an example on n8n's engine against the simulator, which is seeded already. */
export async function runExample(
	example: Example,
	{ engine, simulator, rowCount }: Surroundings,
): Promise<ExampleRun> {
	const workflow = await prepare(example, rowCount);
	const rows = workflow.pinData?.[example.source] ?? [];
	const callsBefore = simulator.requests.length;
	const deliveriesBefore = simulator.deliveries.length;
	const startedMs = performance.now();

	const run = await engine.run(workflow, { credentials: { ...simulator.credentials } });

	const items = [...run.output(example.sender, 0), ...run.output(example.sender, 1)];
	const outcomes = readOutcomes(items, simulator.deliveries.slice(deliveriesBefore));
	return {
		workflow,
		rowCount: rows.length,
		durationMs: performance.now() - startedMs,
		calls: simulator.requests.slice(callsBefore),
		outcomes,
		surprises: [
			...stopped(run),
			...lostRows(rows.length, new Set(items.flatMap(rowsOf)).size),
			...(outcomes.some(({ kind }) => kind === 'done') ? [] : ['Nobody was reached.']),
			...outcomes
				.filter(({ kind }) => kind === 'unexpected')
				.map(({ who, what }) => `${who} was ${what}.`),
		],
		run,
	};
}

async function prepare({ fileName, source, generate }: Example, rowCount?: number) {
	const workflow = await readWorkflow(fileName);
	if (generate === undefined || rowCount === undefined) return workflow;
	const rows = Array.from({ length: rowCount }, (_, index) => generate(index + 1));
	return withRows(workflow, source, rows);
}

function stopped({ status, error }: WorkflowRun): string[] {
	if (status === 'success') return [];
	return [`The workflow ended as '${status}': ${error?.message ?? 'n8n gave no reason'}.`];
}

function lostRows(rowCount: number, accountedFor: number): string[] {
	if (accountedFor === rowCount) return [];
	return [`${rowCount - accountedFor} of ${rowCount} rows came to no outcome.`];
}

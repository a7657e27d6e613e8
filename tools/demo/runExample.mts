import type { IDataObject } from 'n8n-workflow';

import type { RecordedRequest, Simulator } from '../../simulator/index.mts';
import type { Engine, WorkflowFile, WorkflowRun } from '../engine/index.mts';
import { rowsOf } from '../lib/pairedRows.mts';
import type { Example } from './examples.mts';
import {
	membershipName,
	membershipsOf,
	readChanges,
	staying,
	type Change,
	type Membership,
} from './labelSync.mts';
import { readOutcomes, unchanged, type Outcome } from './outcomes.mts';
import { readWorkflow, withoutAgent, withParameters, withRows } from './workflow.mts';

/** What a run of an example came to. */
export interface ExampleRun {
	workflow: WorkflowFile;
	isDryRun: boolean;
	rowCount: number;
	durationMs: number;
	calls: readonly RecordedRequest[];
	outcomes: Outcome[];
	/** What was changed in labels, or would be; empty for an example that syncs none. */
	changes: ReadonlyMap<string, Change>;
	/** What the samples do not account for, a sentence each; none when all went well. */
	surprises: string[];
	run: WorkflowRun;
}

export interface Surroundings {
	engine: Pick<Engine, 'run'>;
	simulator: Simulator;
	/** How many rows to generate; undefined runs the rows that are pinned in the workflow. */
	rowCount?: number;
	/** Whether 'Dry Run' is switched on in an example that syncs a label, else it is off. */
	isDryRun?: boolean;
}

/** Runs an example on n8n's engine against the simulator, which is seeded already. */
export async function runExample(
	example: Example,
	{ engine, simulator, rowCount, isDryRun = false }: Surroundings,
): Promise<ExampleRun> {
	const { source, sender, sync, result } = example;
	const workflow = await prepare(example, isDryRun, rowCount);
	const rows = (workflow.pinData?.[source] ?? []).map(({ json }) => json);
	const members = (sync?.labels ?? []).flatMap((label) =>
		simulator.labelMembers(label).map((user): Membership => ({ user, label })),
	);
	const callsBefore = simulator.requests.length;
	const deliveriesBefore = simulator.deliveries.length;
	const startedMs = performance.now();

	const run = await engine.run(workflow, { credentials: { ...simulator.credentials } });

	const durationMs = performance.now() - startedMs;
	const items = [...run.output(sender, 0), ...run.output(sender, 1)];
	const changes = sync === undefined ? new Map<string, Change>() : readChanges(items);
	const stay = staying(members, changes);
	const stayNames = new Set(stay.map(membershipName));
	const outcomes = [
		...readOutcomes(items, simulator.deliveries.slice(deliveriesBefore)),
		...stay.map(unchanged),
	];
	return {
		workflow,
		isDryRun,
		rowCount: rows.length,
		durationMs,
		calls: simulator.requests.slice(callsBefore),
		outcomes,
		changes,
		surprises: [
			...stopped(run),
			...lostRows(rows, new Set(items.flatMap(rowsOf)), (row) =>
				sync === undefined
					? false
					: membershipsOf(row, sync).every((one) => stayNames.has(membershipName(one))),
			),
			...(result === undefined ? [] : withoutResult(run, result, rows.length)),
			...(outcomes.some(({ kind }) => kind === 'done') ? [] : ['Nobody was reached.']),
			...outcomes
				.filter(({ kind }) => kind === 'unexpected')
				.map(({ who, what }) => `${who} was ${what}.`),
		],
		run,
	};
}

async function prepare(
	{ fileName, source, sender, answers = {}, sync, waitsForResult, generate }: Example,
	isDryRun: boolean,
	rowCount?: number,
): Promise<WorkflowFile> {
	const stored = withoutAgent(await readWorkflow(fileName), source, sender);
	const answered = Object.entries(answers).reduce(
		(workflow, [nodeName, answer]) => withRows(workflow, nodeName, [answer]),
		stored,
	);
	const workflow =
		sync === undefined ? answered : withParameters(answered, sender, { dryRun: isDryRun });
	if (generate === undefined || rowCount === undefined) return workflow;
	const rows = Array.from({ length: rowCount }, (_, index) => generate(index + 1));
	const withGenerated = withRows(workflow, source, rows);
	return waitsForResult === true
		? withParameters(withGenerated, sender, { waitForResult: false })
		: withGenerated;
}

function stopped({ status, error }: WorkflowRun): string[] {
	if (status === 'success') return [];
	return [`The workflow ended as '${status}': ${error?.message ?? 'n8n gave no reason'}.`];
}

/** @param needsNone whether nothing has to come out for a row. */
function lostRows(
	rows: readonly IDataObject[],
	accountedFor: ReadonlySet<number>,
	needsNone: (row: IDataObject) => boolean,
): string[] {
	const lost = rows.filter((row, index) => !accountedFor.has(index) && !needsNone(row));
	if (lost.length === 0) return [];
	return [`${lost.length} of ${rows.length} rows came to no outcome.`];
}

/** A node at the end of two branches may have run once for each. */
function withoutResult(run: WorkflowRun, nodeName: string, rowCount: number): string[] {
	const count = run.runs(nodeName).flatMap(({ data }) => data?.main?.[0] ?? []).length;
	return count === rowCount ? [] : [`'${nodeName}' gave ${count} items for ${rowCount} rows.`];
}

import type { IExecuteFunctions } from 'n8n-workflow';

const KEY = 'marksOfRuns';

/** What a node remembers of its own runs in one execution, of which a loop makes many. */
export interface ExecutionMemory {
	/** The marks that earlier runs left. */
	earlierMarks: ReadonlySet<string>;
	/** Leaves marks for later runs. */
	leave(marks: Iterable<string>): void;
}

/**
 * n8n keeps a node's context with the execution, as JSON. 'Retry On Fail' repeats a run under its
 * own index, so that what it left before does not count.
 */
export function executionMemory(context: IExecuteFunctions): ExecutionMemory {
	const kept = context.getContext('node');
	const runIndex: unknown = context.getWorkflowDataProxy(0).$runIndex;
	const runs = marksByRun(kept[KEY]).filter((run) => run.runIndex !== runIndex);
	return {
		earlierMarks: new Set(runs.flatMap(({ marks }) => marks)),
		leave(marks) {
			kept[KEY] = [...runs, { runIndex, marks: [...new Set(marks)] }];
		},
	};
}

interface MarksOfRun {
	runIndex: unknown;
	marks: string[];
}

function marksByRun(kept: unknown): MarksOfRun[] {
	return Array.isArray(kept) ? kept : [];
}

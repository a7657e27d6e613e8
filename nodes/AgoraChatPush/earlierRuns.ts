import type { IExecuteFunctions } from 'n8n-workflow';

const KEY = 'earlierRuns';

/** What a run of a node leaves for later runs in the same execution, of which a loop makes many. */
export interface EarlierRun {
	/** What it did, such as the names of the labels that it synced. */
	keys: string[];
	/** Whether it had items that could not be read, so that it is unknown whom they name. */
	hadUnreadableItems: boolean;
}

/**
 * The earlier runs of the node in the same execution, and a way to add this one. n8n keeps a node's
 * context with the execution, as JSON. 'Retry On Fail' repeats a run under the same run index, which
 * is therefore left out.
 */
export function earlierRunsOf(
	context: IExecuteFunctions,
	hadUnreadableItems: boolean,
): {
	runs: EarlierRun[];
	remember(keys: string[]): void;
} {
	const kept = context.getContext('node');
	const runIndex: unknown = context.getWorkflowDataProxy(0).$runIndex;
	const runs = runsIn(kept[KEY]).filter((run) => run.runIndex !== runIndex);
	return {
		runs,
		remember(keys) {
			kept[KEY] = [...runs, { keys, hadUnreadableItems, runIndex }];
		},
	};
}

function runsIn(kept: unknown): Array<EarlierRun & { runIndex: unknown }> {
	return Array.isArray(kept) ? kept : [];
}

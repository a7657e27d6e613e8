import type { IExecuteFunctions } from 'n8n-workflow';

const KEY = 'earlierRuns';

/** What a run of a node leaves for later runs in the same execution, of which a loop makes many. */
export interface RunTrace {
	/** Such as the names of labels. */
	keys: string[];
	/** Whether it had items that could not be read, so that it is unknown whom they name. */
	hadUnreadableItems: boolean;
}

/**
 * The traces of earlier runs, and a way to leave one. n8n keeps a node's context with the execution,
 * as JSON. 'Retry On Fail' repeats a run under its own index, so that what it left does not count.
 */
export function executionMemory(context: IExecuteFunctions): {
	earlierRuns: RunTrace[];
	leave(trace: RunTrace): void;
} {
	const kept = context.getContext('node');
	const runIndex: unknown = context.getWorkflowDataProxy(0).$runIndex;
	const earlierRuns = tracesIn(kept[KEY]).filter((trace) => trace.runIndex !== runIndex);
	return {
		earlierRuns,
		leave(trace) {
			kept[KEY] = [...earlierRuns, { ...trace, runIndex }];
		},
	};
}

function tracesIn(kept: unknown): Array<RunTrace & { runIndex: unknown }> {
	return Array.isArray(kept) ? kept : [];
}

import type { INode, INodeExecutionData } from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/index.mts';
import { isObject } from '../../lib/json.mts';
import { OPERATIONS } from '../../lib/operations.mts';
import { agoraWorkflow, ROW_FIELD, userId } from './workflows.mts';

/** What becomes of an execution. */
export type Ending = 'done' | 'refused' | 'invalid' | 'stopped' | 'timedOut';

export interface SoakExecution {
	ending: Ending;
	workflow: WorkflowFile;
}

/** Of twenty executions of an operation. */
const SHARES: [Ending, number][] = [
	['done', 13],
	['refused', 3],
	['invalid', 1],
	['stopped', 2],
	['timedOut', 1],
];
const ENDINGS = SHARES.flatMap(([ending, share]) => new Array<Ending>(share).fill(ending));

const MOST_ROWS = 4;
const TIMEOUT_MS = 30;
const UNLIMITED = 100_000;

const FROM_ROW = {
	userIds: ROW_FIELD,
	userId: ROW_FIELD,
	title: '={{ $json.title }}',
	labelName: '={{ $json.newLabel }}',
};

/** Labels that are created, and deleted again. */
const NEW_LABEL = { __rl: true, mode: 'name', value: FROM_ROW.labelName };

const CALLS = Object.values(OPERATIONS).map((call): INode['parameters'] => {
	const fromRow = Object.entries(FROM_ROW).filter(([name]) => name in call);
	const label =
		call.resource === 'label' && call.operation === 'delete' ? { label: NEW_LABEL } : {};
	return { ...call, ...Object.fromEntries(fromRow), ...label };
});

/**
 * The execution of that number: every operation in turn, and with every ending. No two have the same
 * users or message, so that whatever is kept of an execution adds up.
 */
export function soakExecution(number: number): SoakExecution {
	const [round, turn] = [Math.floor(number / CALLS.length), number % CALLS.length];
	const ending = ENDINGS[round % ENDINGS.length] ?? 'done';
	const parameters = CALLS[turn] ?? {};
	const { options } = parameters;
	const workflow = agoraWorkflow(rowsOf(number, round), {
		...parameters,
		options: { ...(isObject(options) ? options : {}), ...optionsFor(ending) },
	});
	return { ending, workflow };
}

function rowsOf(number: number, round: number): INodeExecutionData[] {
	return Array.from({ length: 1 + (round % MOST_ROWS) }, (_, row) => ({
		json: {
			userId: userId(number * MOST_ROWS + row),
			title: `Message ${number}`,
			newLabel: `label-${round}-${row}`,
		},
	}));
}

function optionsFor(ending: Ending) {
	return {
		requestsPerSecond: ending === 'invalid' ? -1 : UNLIMITED,
		maxRetries: ending === 'refused' ? 1 : 0,
		...(ending === 'timedOut' ? { timeout: TIMEOUT_MS } : {}),
	};
}

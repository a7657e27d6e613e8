import { setTimeout as delay } from 'node:timers/promises';

import type { INodeExecutionData, IRunExecutionData, ITaskData } from 'n8n-workflow';

import { asList, asObject, isObject, textAt } from '../../lib/json.mts';
import { N8nRefusal, type Connection } from './connection.mts';
import { parseFlat } from './parseFlat.mts';

export interface ExecutionSummary {
	id: string;
	workflowId: string;
	/** Like `success`, `error`, `running`, `new`, `waiting`. */
	status: string;
	/** Like `manual`, `trigger`, `webhook`. */
	mode: string;
}

export interface Execution extends ExecutionSummary {
	resultData: IRunExecutionData['resultData'];
	/** What a node gave at an output (the first when left out) the first time it ran. */
	items(nodeName: string, output?: number): INodeExecutionData[];
	/** What became of a node the first time it ran; undefined when it did not. */
	task(nodeName: string): ITaskData | undefined;
}

const COMPLETED = ['success', 'error'];
/** Such an execution may have come to nothing. */
const CUT_OFF = ['crashed', 'canceled'];
const PAGE_SIZE = 100;
const POLL_MS = 100;
const DEFAULT_TIMEOUT_MS = 30_000;

/** What ran, newest first. */
export class Executions {
	constructor(private readonly connection: Connection) {}

	/** The newest executions of one workflow, or of all: 100 at most. */
	async list(workflowId?: string, olderThanId?: string): Promise<ExecutionSummary[]> {
		const query = new URLSearchParams({
			limit: String(PAGE_SIZE),
			filter: JSON.stringify({ workflowId }),
			...(olderThanId === undefined ? {} : { lastId: olderThanId }),
		});
		const answer = await this.connection.request('GET', `executions?${query.toString()}`);
		return asList(asObject(answer).results).map(readSummary);
	}

	async get(id: string): Promise<Execution> {
		const answer = await this.connection.request('GET', `executions/${id}`);
		const data = parseFlat(textAt(answer, 'data'));
		const resultData = hasResultData(data) ? data.resultData : { runData: {} };
		const task = (nodeName: string) => resultData.runData[nodeName]?.[0];
		return {
			...readSummary(answer),
			resultData,
			task,
			items: (nodeName, output = 0) => task(nodeName)?.data?.main?.[output] ?? [],
		};
	}

	/**
	 * Waits until an execution ends, well or not, and what came of it is stored.
	 *
	 * @throws Error when it has not after `timeoutMs`.
	 */
	async waitFor(id: string, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Execution> {
		const deadlineMs = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.get(id).catch(whereNotStored);
			if (execution !== undefined && isStored(execution)) return execution;
			if (Date.now() > deadlineMs) {
				const status = execution?.status ?? 'unreadable';
				throw new Error(`Execution ${id} is not stored after ${timeoutMs} ms: it is '${status}'.`);
			}
			await delay(POLL_MS);
		}
	}
}

/** n8n 1 stores the status of an execution first, and then, in a step of its own, what came of it. */
function isStored({ status, resultData: { runData, error } }: Execution): boolean {
	if (CUT_OFF.includes(status)) return true;
	return COMPLETED.includes(status) && (error !== undefined || Object.keys(runData).length > 0);
}

/** n8n 2.20 answers 500 for an execution of which it has stored nothing yet. */
function whereNotStored(error: unknown): undefined {
	if (!(error instanceof N8nRefusal && error.status === 500)) throw error;
}

function readSummary(value: unknown): ExecutionSummary {
	return {
		id: textAt(value, 'id'),
		workflowId: textAt(value, 'workflowId'),
		status: textAt(value, 'status'),
		mode: textAt(value, 'mode'),
	};
}

/** As far as it goes: n8n writes this itself. */
function hasResultData(value: unknown): value is Pick<IRunExecutionData, 'resultData'> {
	return isObject(value) && isObject(value.resultData) && isObject(value.resultData.runData);
}

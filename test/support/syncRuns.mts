import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import type { Simulator } from '../../simulator/index.mts';
import { isObject } from '../../tools/lib/json.mts';
import { rowsOf } from '../../tools/lib/pairedRows.mts';
import { runNode, type NodeOutcome, type OnError } from './nodeRun.mts';

export interface SyncRun {
	/** `user` or `users` are the row's user IDs; `label` is 'vip' when left out. */
	rows: IDataObject[];
	onError?: OnError;
	/** `syncMode` and the like, and `options`. */
	parameters?: INodeParameters;
}

/** Lets as many members go as must. */
export const NO_BRAKES = { maxRemovalPercent: 100, allowEmpty: true };

/** Retries what may be retried at once, and waits for nothing. */
export const AT_ONCE_ONLY = { maxRetries: 2, maxRetryWait: 0 };

export async function runSync(
	simulator: Pick<Simulator, 'credentials'>,
	{ rows, onError, parameters }: SyncRun,
): Promise<NodeOutcome> {
	return await runNode(simulator, {
		rows,
		onError,
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: { __rl: true, mode: 'name', value: "={{ $json.label ?? 'vip' }}" },
			userIds: '={{ $json.users ?? $json.user }}',
			...parameters,
		},
	});
}

/** An output item of sync, an error item by its `details`. */
export interface SyncItem {
	label: unknown;
	username: unknown;
	status: unknown;
	/** What an error item says; undefined for any other. */
	error: string | undefined;
	/** The input items that it leads back to. */
	rows: number[];
}

export function readItem({ json, pairedItem }: INodeExecutionData): SyncItem {
	const { error, details } = json;
	const told = isObject(details) ? details : {};
	const { label, username, status } = error === undefined ? json : told;
	return {
		label,
		username,
		status,
		error: typeof error === 'string' ? error : undefined,
		rows: rowsOf({ pairedItem }),
	};
}

/** The users of the items with that status, in their order. */
export function usersWith(status: string, items: INodeExecutionData[]): unknown[] {
	return items
		.map(readItem)
		.filter((item) => item.status === status)
		.map(({ username }) => username);
}

/** What was called, such as 'GET' and 'DELETE'. */
export function methodsOf({ requests }: Pick<Simulator, 'requests'>): string[] {
	return requests.map(({ method }) => method);
}

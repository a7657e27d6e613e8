import { setTimeout as delay } from 'node:timers/promises';

import type { Row } from '../../bench/report/benchmark.mts';
import { groupBy } from '../../lib/groups.mts';
import type { Cluster } from '../cluster/index.mts';

/** What n8n said of an execution, and when it began to say so. */
export interface StatusChange {
	id: string;
	status: string;
	afterMs: number;
}

const POLL_MS = 2000;
const TIMEOUT_MS = 300_000;
const UNENDED = ['new', 'running', 'waiting'];

/** The executions of a workflow that have not ended, of its 100 newest. */
export async function underWay({ n8n }: Cluster, workflowId: string): Promise<string[]> {
	const newest = await n8n.client.executions.list(workflowId);
	return newest.filter(({ status }) => UNENDED.includes(status)).map(({ id }) => id);
}

/**
 * Watches what n8n says of executions until all have ended in its eyes, and `answered` has come, as
 * it may think again until then. Gives up after 5 minutes.
 */
export async function watchStatuses(
	{ n8n, signal }: Cluster,
	ids: readonly string[],
	answered: Promise<unknown>,
): Promise<StatusChange[]> {
	const changes: StatusChange[] = [];
	const startedMs = performance.now();
	const caller = { isAnswered: false };
	const noteAnswer = () => void (caller.isAnswered = true);
	answered.then(noteAnswer, noteAnswer);
	for (;;) {
		const isLastRound = caller.isAnswered;
		for (const id of ids.filter((one) => latest(changes, one) !== 'success')) {
			const { status } = await n8n.client.executions.get(id);
			if (status === latest(changes, id)) continue;
			changes.push({ id, status, afterMs: performance.now() - startedMs });
		}
		const hasUnended = ids.some((id) => UNENDED.includes(latest(changes, id) ?? ''));
		if (isLastRound && !hasUnended) return changes;
		if (performance.now() - startedMs > TIMEOUT_MS) return changes;
		await delay(POLL_MS, undefined, { signal });
	}
}

function latest(changes: readonly StatusChange[], id: string): string | undefined {
	return changes.findLast((change) => change.id === id)?.status;
}

/** One row for each way that executions went through statuses. */
export function statusRows(changes: readonly StatusChange[]): Row[] {
	const byExecution = groupBy(changes, ({ id }) => id);
	const ways = groupBy(byExecution.values(), (own) => own.map(({ status }) => status).join(' → '));
	return Array.from(ways, ([way, executions]) => ({
		'status over time': way,
		executions: executions.length,
		'last change after': span(executions.map((own) => own.at(-1)?.afterMs ?? 0)),
	}));
}

function span(timesMs: readonly number[]): string {
	const seconds = timesMs.map((timeMs) => Math.round(timeMs / 1000));
	const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
	return least === most ? `${least} s` : `${least}–${most} s`;
}

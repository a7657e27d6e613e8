import { rounded, type Figures, type Row } from '../../bench/report/benchmark.mts';
import { eventually } from '../../lib/eventually.mts';
import type { Cluster } from '../cluster/index.mts';
import type { Worker } from '../cluster/worker.mts';
import { callWebhook, type Answer } from './call.mts';
import { rowsFromCode } from './nodes.mts';
import { publish, withdraw } from './published.mts';
import { statusRows, underWay, watchStatuses } from './statuses.mts';

const LABEL = 'newsletter';
const PATH = 'nightly-sync';
const MINUTE_MS = 60_000;

/** A sync of many rows whose worker dies half-way and comes back, and then the same once more. */
export async function nightlySync(
	cluster: Cluster,
	rowCount: number,
): Promise<Record<string, Figures>> {
	const { simulator } = cluster;
	const sheet = Array.from({ length: rowCount }, (_, index) => `user-${index}`);
	simulator.reset();
	simulator.seed({ users: sheet });
	const workflowId = await publish(cluster, syncWorkflow(rowCount));

	const first = callWebhook(cluster, PATH, {});
	const [answer, { changes, membersAtKill }] = await Promise.all([
		first,
		killHalfWay(cluster, workflowId, rowCount, first),
	]);
	const afterFirst = runRow('killed half-way', cluster, answer);
	const addedAfterKill = simulator.labelMembers(LABEL).length - membersAtKill;

	const writesBefore = writes(cluster);
	const second = await callWebhook(cluster, PATH, {});
	const afterSecond = runRow('run again', cluster, second, writesBefore);
	await withdraw(cluster, workflowId);

	const members = new Set(simulator.labelMembers(LABEL));
	const missing = sheet.filter((user) => !members.has(user)).length;
	return {
		sync: {
			rows: [afterFirst, afterSecond],
			targets: [
				{ name: 'users of the sheet who lack the label at the end', measured: missing, limit: 0 },
				{
					name: 'users with the label who are not in the sheet',
					measured: members.size - (rowCount - missing),
					limit: 0,
				},
			],
		},
		syncKilled: {
			rows: statusRows(changes).map((row) => ({
				...row,
				'users added after the kill': addedAfterKill,
			})),
			targets: [],
		},
	};
}

/** Gives how far it was, and what n8n then said of the execution. */
async function killHalfWay(
	cluster: Cluster,
	workflowId: string,
	rowCount: number,
	answered: Promise<unknown>,
) {
	const worker = await workerThatRuns(cluster, workflowId);
	await half(cluster, rowCount);
	await worker.kill();
	const membersAtKill = cluster.simulator.labelMembers(LABEL).length;
	const ids = await underWay(cluster, workflowId);
	const [changes] = await Promise.all([watchStatuses(cluster, ids, answered), worker.start()]);
	return { changes, membersAtKill };
}

function syncWorkflow(rowCount: number) {
	return rowsFromCode('Sync the newsletter every night', {
		path: PATH,
		code: `return Array.from({ length: ${rowCount} }, (_, index) => ({ json: { user_id: 'user-' + index } }));`,
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: { __rl: true, mode: 'name', value: LABEL },
			userIds: '={{ $json.user_id }}',
			output: 'summary',
			options: { createMissingLabel: true },
		},
	});
}

async function workerThatRuns({ n8n, workers }: Cluster, workflowId: string): Promise<Worker> {
	return await eventually('A worker takes the sync', async () => {
		const [execution] = await n8n.client.executions.list(workflowId);
		for (const worker of workers) {
			const { started } = await worker.executions();
			if (execution !== undefined && started.includes(execution.id)) return worker;
		}
		return undefined;
	});
}

/** Resolves when half of the users have the label. */
async function half({ simulator }: Cluster, rowCount: number): Promise<void> {
	const isHalf = () => simulator.labelMembers(LABEL).length >= rowCount / 2;
	if (!isHalf()) await simulator.waitFor('labelChanged', isHalf, MINUTE_MS);
}

function runRow(run: string, cluster: Cluster, { status, body, tookMs }: Answer, before = 0): Row {
	return {
		run,
		'caller saw': `${status ?? 'no answer'} ${JSON.stringify(body).slice(0, 150)}`,
		'answer after': `${rounded(tookMs / 1000)} s`,
		'users with the label': cluster.simulator.labelMembers(LABEL).length,
		'calls that add users': writes(cluster) - before,
	};
}

function writes({ simulator }: Cluster): number {
	return simulator.requests.filter(({ action }) => action === 'addLabelMembers').length;
}

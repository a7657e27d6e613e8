import { rounded, type Figures, type Row } from '../../bench/report/benchmark.mts';
import { tally } from '../../lib/groups.mts';
import type { Cluster } from '../cluster/index.mts';
import { callWebhook } from './call.mts';
import { rowsFromCode } from './nodes.mts';
import { publish, withdraw } from './published.mts';
import { SHARE_OF_RATE } from './webhookCalls.mts';

export interface Size {
	/** Executions that are called at once, for the two workers to share. */
	executions: number;
	/** Each row has a text of its own, and is a call of its own therefore. */
	rows: number;
}

const PATH = 'reminders';
const SETTING = "'Requests per Second'";

/** Both workers push at once: how often the service refuses, without a setting and with one. */
export async function sharedRate(cluster: Cluster, size: Size): Promise<Record<string, Figures>> {
	const without = await measure(cluster, size, undefined);
	const shared = await measure(cluster, size, SHARE_OF_RATE);
	const targets = [without.doubled, shared.doubled];
	return { rate: { rows: [without.row, shared.row], targets } };
}

async function measure(cluster: Cluster, { executions, rows }: Size, perSecond?: number) {
	const { simulator } = cluster;
	simulator.reset();
	const numbers = Array.from({ length: executions }, (_, index) => index);
	simulator.seed({ users: numbers.map((number) => `user-${number}`) });
	const workflowId = await publish(cluster, remindersWorkflow(rows, perSecond));
	const takenBefore = await takenBy(cluster);

	const startedMs = performance.now();
	await Promise.all(
		numbers.map((number) => callWebhook(cluster, PATH, { userId: `user-${number}` })),
	);
	const seconds = (performance.now() - startedMs) / 1000;
	await withdraw(cluster, workflowId);

	const taken = (await takenBy(cluster)).map((count, index) => count - (takenBefore[index] ?? 0));
	const requests = simulator.requests.filter(({ action }) => action === 'sendToUsers');
	const messages = tally(simulator.deliveries.map(({ message }) => JSON.stringify(message)));
	const doubled = Array.from(messages.values()).filter((count) => count > 1).length;
	const row: Row = {
		[SETTING]: perSecond === undefined ? 'left out' : `${perSecond} each`,
		'executions by worker': taken.join(' + '),
		pushes: executions * rows,
		'calls made': requests.length,
		'answered 429': requests.filter(({ status }) => status === 429).length,
		'pushes sent': messages.size,
		'sent twice': doubled,
		seconds: rounded(seconds),
		'pushes a second': rounded(messages.size / seconds),
	};
	return {
		row,
		doubled: { name: `sent twice, setting ${row[SETTING]}`, measured: doubled, limit: 0 },
	};
}

async function takenBy({ workers }: Cluster): Promise<number[]> {
	const executions = await Promise.all(workers.map((worker) => worker.executions()));
	return executions.map(({ started }) => started.length);
}

function remindersWorkflow(rows: number, requestsPerSecond: number | undefined) {
	return rowsFromCode('Remind one user of many things', {
		path: PATH,
		code:
			`const { userId } = $input.first().json.body;\n` +
			`return Array.from({ length: ${rows} }, (_, index) => ({ json: { userId, index } }));`,
		parameters: {
			userIds: '={{ $json.userId }}',
			title: 'Reminder',
			content: '={{ $json.userId }} has reminder {{ $json.index }}',
			options: requestsPerSecond === undefined ? {} : { requestsPerSecond },
		},
	});
}

import { setTimeout as delay } from 'node:timers/promises';

import { rounded, type Figures, type Row } from '../../bench/report/benchmark.mts';
import { readWorkflow } from '../../demo/workflow.mts';
import type { WorkflowFile } from '../../engine/types.mts';
import { tally } from '../../lib/groups.mts';
import { inTurns } from '../../lib/inTurns.mts';
import type { Cluster } from '../cluster/index.mts';
import { answerRows } from './answerRows.mts';
import { callWebhook } from './call.mts';
import { fateOf, type Fate } from './fates.mts';
import { publish, withdraw } from './published.mts';
import { statusRows, underWay, watchStatuses } from './statuses.mts';

export interface Size {
	calls: number;
	callsAtOnce: number;
}

/** So slow that a worker has pushes under way, sent and not answered, whenever it dies. */
const ANSWER_AFTER_MS = 1000;

/** What two workers may each take of 20 calls a second. */
export const SHARE_OF_RATE = 10;

const HEADINGS: readonly (readonly [Fate, string])[] = [
	['accepted', 'accepted, sent once'],
	['sentUnconfirmed', 'caller saw an error, sent once'],
	['notSent', 'caller saw an error, not sent'],
	['lost', 'accepted, not sent'],
	['doubled', 'sent twice'],
];

/** Many calls that each push to one user, while a worker dies half-way and comes back. */
export async function webhookCalls(cluster: Cluster, size: Size): Promise<Record<string, Figures>> {
	const { simulator } = cluster;
	const numbers = Array.from({ length: size.calls }, (_, index) => index + 1);
	simulator.reset();
	simulator.seed({ users: numbers.map(customer) });
	simulator.weather.add({
		weather: { kind: 'slow', delayMs: ANSWER_AFTER_MS },
		action: 'sendToUsers',
		share: 1,
	});
	const workflowId = await publish(cluster, await pacedExample());

	let answeredCount = 0;
	const startedMs = performance.now();
	const calls = inTurns(numbers, size.callsAtOnce, async (number) => {
		const answer = await callWebhook(cluster, 'order-update', order(number));
		answeredCount += 1;
		return answer;
	});
	const isHalfWay = () => answeredCount >= size.calls / 2;
	const [answers, changes] = await Promise.all([
		calls,
		killHalfWay(cluster, workflowId, isHalfWay, calls),
	]);
	const seconds = (performance.now() - startedMs) / 1000;
	await withdraw(cluster, workflowId);

	const pushes = tally(simulator.deliveries.map(({ userId }) => userId));
	const fates = tally(
		answers.map((answer, index) => fateOf(answer, pushes.get(customer(index + 1)) ?? 0)),
	);
	const refused = simulator.requests.filter(({ status }) => status === 429).length;
	const run: Row = {
		calls: size.calls,
		'at once': size.callsAtOnce,
		'whole run': `${rounded(seconds)} s`,
		'pushes refused with 429': refused,
	};
	return {
		calls: {
			rows: HEADINGS.map(([fate, outcome]) => ({ outcome, calls: fates.get(fate) ?? 0 })),
			targets: [
				{ name: 'accepted, not sent', measured: fates.get('lost') ?? 0, limit: 0 },
				{ name: 'sent twice', measured: fates.get('doubled') ?? 0, limit: 0 },
			],
		},
		callsRun: { rows: [run], targets: [] },
		callsAnswers: { rows: answerRows(answers), targets: [] },
		callsKilled: { rows: statusRows(changes), targets: [] },
	};
}

/** Gives what n8n then said of the executions that were under way. */
async function killHalfWay(
	cluster: Cluster,
	workflowId: string,
	isHalfWay: () => boolean,
	answered: Promise<unknown>,
) {
	const [, worker] = cluster.workers;
	const isBusy = async () => (await worker.executions()).unfinished.length > 0;
	while (!isHalfWay() || !(await isBusy())) {
		await delay(POLL_MS, undefined, { signal: cluster.signal });
	}
	await worker.kill();
	const ids = await underWay(cluster, workflowId);
	const [changes] = await Promise.all([watchStatuses(cluster, ids, answered), worker.start()]);
	return changes;
}

const POLL_MS = 20;

/** The example as an operator with two workers and many orders sets it. */
async function pacedExample(): Promise<WorkflowFile> {
	const workflow = await readWorkflow('webhook-to-push.json');
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Push to the customer'
			? {
					...node,
					parameters: {
						...node.parameters,
						waitForResult: false,
						options: { shortenTexts: true, requestsPerSecond: SHARE_OF_RATE },
					},
				}
			: node,
	);
	return { ...workflow, nodes };
}

function order(number: number) {
	return {
		userId: customer(number),
		orderId: `A-${number}`,
		status: 'on its way',
		details: `Order A-${number} arrives tomorrow.`,
	};
}

function customer(number: number): string {
	return `customer-${number}`;
}

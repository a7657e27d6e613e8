import { parseArgs } from 'node:util';

import { loadEngine, type WorkflowFile, type WorkflowRun } from '../../engine/index.mts';
import { measured } from '../measuring/measured.mts';
import { startCodeRunner } from '../n8n/codeRunner.mts';
import { FLOOR, floorNode } from '../n8n/floorNode.mts';
import { loadNodesBase } from '../n8n/nodesBase.mts';
import {
	agoraWorkflow,
	ALL_ROWS,
	bareWorkflow,
	chunkedRequestsWorkflow,
	credentialsFor,
	LAST_NODE,
	LIST_FIELD,
	pushParameters,
	requestPerRowWorkflow,
	ROW_FIELD,
	userListRows,
	userRows,
} from '../n8n/workflows.mts';

/** Measures executions, all at once, that push to generated users on n8n's engine. */
const { values } = parseArgs({
	options: {
		way: { type: 'string', default: 'rows' },
		users: { type: 'string', default: '1' },
		executions: { type: 'string', default: '1' },
		/** How often they are made before the measurement, and how often in it, one after the other. */
		warmUps: { type: 'string', default: '0' },
		rounds: { type: 'string', default: '1' },
		rate: { type: 'string' },
		host: { type: 'string', default: '' },
		package: { type: 'string', default: '.' },
	},
});
const { way, host } = values;
const users = Number(values.users);
const rate = values.rate === undefined ? undefined : Number(values.rate);

const engine = await loadEngine(
	values.package,
	way === 'requestPerRow' || way === 'chunkedRequests'
		? { nodeTypes: loadNodesBase(), startRunnerTask: await startCodeRunner() }
		: { nodeTypes: new Map([[FLOOR, floorNode]]) },
);
const workflows = Array.from({ length: Number(values.executions) }, workflow);
await runRounds(Number(values.warmUps));
await measured(async () => ({ items: await runRounds(Number(values.rounds)) }));

/** How many items came out in all. */
async function runRounds(rounds: number): Promise<number> {
	let items = 0;
	for (let round = 0; round < rounds; round += 1) {
		const runs = await Promise.all(
			workflows.map((file) => engine.run(file, { credentials: credentialsFor(host) })),
		);
		items += runs.reduce((sum, run) => sum + itemCount(run), 0);
	}
	return items;
}

function workflow(): WorkflowFile {
	switch (way) {
		case 'rows':
			return agoraWorkflow(userRows(users), pushParameters(ROW_FIELD, rate));
		case 'texts':
			return agoraWorkflow(userRows(users), {
				...pushParameters(ROW_FIELD, rate),
				content: '={{ $json.name }}',
			});
		case 'list':
			return agoraWorkflow(userListRows(1, users), pushParameters(LIST_FIELD, rate));
		case 'executeOnce':
			return agoraWorkflow(userRows(users), pushParameters(ALL_ROWS, rate), true);
		case 'floor':
			return bareWorkflow(userRows(users), FLOOR);
		case 'requestPerRow':
			return requestPerRowWorkflow(userRows(users), host);
		case 'chunkedRequests':
			return chunkedRequestsWorkflow(userRows(users), host);
		default:
			throw new Error(`There is no way '${way}'.`);
	}
}

function itemCount(run: WorkflowRun): number {
	const { status, error } = run;
	if (status !== 'success') throw new Error(`The execution ended as ${status}`, { cause: error });
	return run.output(LAST_NODE).length;
}

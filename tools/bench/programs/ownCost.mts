import { parseArgs } from 'node:util';

import { loadEngine, type WorkflowFile } from '../../engine/index.mts';
import { report } from '../measuring/measured.mts';
import { median } from '../measuring/measurement.mts';
import { bareContext } from '../n8n/bareContext.mts';
import { openPool } from '../n8n/pool.mts';
import { agoraWorkflow, LIST_FIELD, pushParameters, userListRows } from '../n8n/workflows.mts';

const UNLIMITED = 100_000;

/** Compares the node's processor time with that of a bare pool which sends the same bodies. */
const { values } = parseArgs({
	options: {
		users: { type: 'string', default: '1000' },
		rounds: { type: 'string', default: '7' },
		host: { type: 'string', default: '' },
		package: { type: 'string', default: '.' },
	},
});
const { host } = values;
const users = Number(values.users);

const engine = await loadEngine(values.package);
const node = engine.nodeTypes.get('agoraChatPush');
const pool = openPool(host);
const parameters = pushParameters(LIST_FIELD, UNLIMITED);
const list = agoraWorkflow(userListRows(1, users), parameters);
const rows = agoraWorkflow(userListRows(users / 10, 10), parameters);
const bodies: string[] = [];
await execute(list, (body) => bodies.push(body));

const ways = {
	pool: () => pool.sendAll(bodies),
	list: () => execute(list),
	rows: () => execute(rows),
};
type Way = keyof typeof ways;

const warmUp = await round();
const rounds = [warmUp];
while (rounds.length <= Number(values.rounds)) rounds.push(await round());
const medianOf = (way: Way) => median(rounds.slice(1).map((one) => one[way]));
report({ pool: medianOf('pool'), list: medianOf('list'), rows: medianOf('rows') });

/** Processor milliseconds of each way, one after the other. */
async function round(): Promise<Record<Way, number>> {
	const pool = await processorMs(ways.pool);
	const list = await processorMs(ways.list);
	return { pool, list, rows: await processorMs(ways.rows) };
}

async function processorMs(work: () => Promise<void>): Promise<number> {
	await fetch(`${host}/_simulator/reset`, { method: 'POST' });
	globalThis.gc?.();
	const before = process.cpuUsage();
	await work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

async function execute(
	file: WorkflowFile,
	seen: (body: string) => void = () => undefined,
): Promise<void> {
	const context = bareContext(engine, file, {
		host,
		request: async (options) => {
			if (typeof options.body === 'string') seen(options.body);
			return await pool.request(options);
		},
	});
	const found = await node?.execute?.call(context);
	const count = Array.isArray(found) ? found[0]?.length : undefined;
	if (count !== users) throw new Error(`The node gave ${String(count)} items.`);
}

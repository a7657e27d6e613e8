import { isObject } from '../../lib/json.mts';
import { runProgram } from '../measuring/runProgram.mts';
import { withSimulator } from '../measuring/simulator.mts';
import { ratio, rounded, type Benchmark } from '../report/benchmark.mts';

const USERS = 100_000;
const WAYS = {
	pool: 'undici pool alone',
	list: 'node over that pool, one list',
	rows: 'node over that pool, 10,000 rows of 10 users',
};
const LIMIT = 2;

/**
 * The node's code against a pool that sends the same bodies: its processor time with that pool in
 * n8n's place, and what remains of it without the pool's own.
 */
export const ownCost: Benchmark = {
	title: "The node's own cost",
	async run({ packageRoot, progress }) {
		progress(`${USERS} recipients`);
		const processorMs = await withSimulator(async ({ host }) => {
			const found = await runProgram('ownCost', { users: USERS, host, package: packageRoot });
			if (!isObject(found)) throw new Error('ownCost reports no figures.');
			const { pool, list, rows } = found;
			return { pool: Number(pool), list: Number(list), rows: Number(rows) };
		});
		const ways = ['pool', 'list', 'rows'] as const;
		const rows = ways.map((way) => ({
			way: WAYS[way],
			'processor ms': Math.round(processorMs[way]),
			'µs per recipient': rounded((processorMs[way] * 1000) / USERS),
			"÷ pool's": ratio(processorMs[way], processorMs.pool),
			"without the pool's own, ÷ pool's": ratio(
				processorMs[way] - processorMs.pool,
				processorMs.pool,
			),
		}));
		const targets = (['list', 'rows'] as const).map((way) => ({
			name: `node's own processor time ÷ pool's: ${WAYS[way]}`,
			measured: ratio(processorMs[way] - processorMs.pool, processorMs.pool),
			limit: LIMIT,
		}));
		return { rows, targets };
	},
};

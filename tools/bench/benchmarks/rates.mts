import { measureOnce } from '../measuring/measure.mts';
import { withSimulator, type SimulatorProcess } from '../measuring/simulator.mts';
import {
	ratio,
	rounded,
	type Benchmark,
	type Row,
	type Surroundings,
	type Target,
} from '../report/benchmark.mts';

const CALLS_PER_SECOND = 20;
const USERS_PER_CALL = 100;
const TOO_MANY_REQUESTS = 429;
const WAYS = { rows: 'a row each', executeOnce: '*Execute Once*' };

interface Case {
	users: number;
	executions: number;
	way: keyof typeof WAYS;
}
const CASES: Case[] = [
	{ users: 1000, executions: 1, way: 'rows' },
	{ users: 10_000, executions: 1, way: 'rows' },
	{ users: 10_000, executions: 1, way: 'executeOnce' },
	{ users: 20_000, executions: 1, way: 'rows' },
	{ users: 10_000, executions: 2, way: 'rows' },
	{ users: 10_000, executions: 2, way: 'executeOnce' },
];
const TARGET_USERS = 10_000;

/** Wall time against what the documented rate allows, with the simulator enforcing it. */
export const rates: Benchmark = {
	title: 'At the documented rate',
	run: async (surroundings) =>
		await withSimulator(async (simulator) => {
			const measured: Measured[] = [];
			for (const one of CASES) measured.push(await measureCase(one, simulator, surroundings));
			return {
				rows: measured.map(rowOf),
				targets: measured.filter(({ users }) => users === TARGET_USERS).flatMap(targetsOf),
			};
		}),
};

interface Measured extends Case {
	calls: number;
	refused: number;
	/** From the first call's arrival to the last one's. */
	callingMs: number;
	/** What the rate allows for so many calls. */
	allowedMs: number;
	wallMs: number;
}

async function measureCase(
	one: Case,
	simulator: SimulatorProcess,
	{ packageRoot, progress }: Surroundings,
): Promise<Measured> {
	const { users, executions, way } = one;
	progress(`${users} rows, ${WAYS[way]}, ${executions} at once`);
	await simulator.reset();
	await simulator.setRates('on');
	const { host } = simulator;
	const { wallMs } = await measureOnce('push', {
		...{ way, users, executions, host },
		package: packageRoot,
	});
	const calls = await simulator.calls();
	const refused = calls.filter(({ status }) => status === TOO_MANY_REQUESTS).length;
	const moments = calls.map(({ atMs }) => atMs);
	return {
		...one,
		calls: calls.length,
		refused,
		callingMs: Math.max(...moments) - Math.min(...moments),
		allowedMs: ((calls.length - refused) / CALLS_PER_SECOND) * 1000,
		wallMs,
	};
}

function rowOf(one: Measured): Row {
	const { users, way, executions, calls, refused, callingMs, allowedMs, wallMs } = one;
	return {
		'rows each': users,
		'given as': WAYS[way],
		'executions at once': executions,
		calls,
		'answered 429': refused,
		'calls ÷ rate, s': rounded(allowedMs / 1000),
		'first to last call, s': rounded(callingMs / 1000),
		'wall s': rounded(wallMs / 1000),
		'wall ÷ (calls ÷ rate)': ratio(wallMs, allowedMs),
	};
}

function targetsOf(one: Measured): Target[] {
	const { users, way, executions, calls, refused, allowedMs, wallMs } = one;
	const name = (what: string) => `${what}, ${executions} × ${users} rows, ${WAYS[way]}`;
	return [
		{ name: name('wall ÷ (calls ÷ rate)'), measured: ratio(wallMs, allowedMs), limit: 1.1 },
		{ name: name('calls'), measured: calls, limit: (executions * users) / USERS_PER_CALL },
		{ name: name('429s'), measured: refused, limit: 0 },
	];
}

import { measureOnce } from '../measuring/measure.mts';
import { withSimulator, type SimulatorProcess } from '../measuring/simulator.mts';
import {
	rounded,
	type Benchmark,
	type Row,
	type Surroundings,
	type Target,
} from '../report/benchmark.mts';

const TOO_MANY_REQUESTS = 429;

interface Case {
	processes: number;
	/** Of all processes together; each row is a call. */
	rows: number;
	callsPerSecond: number;
}
const CASES: Case[] = [
	{ processes: 1, rows: 400, callsPerSecond: 20 },
	{ processes: 2, rows: 800, callsPerSecond: 20 },
	{ processes: 4, rows: 800, callsPerSecond: 20 },
	{ processes: 1, rows: 300, callsPerSecond: 10 },
];

/** Processes that share the rate of an app without knowing of each other. */
export const share: Benchmark = {
	title: 'Sharing the rate',
	run: async (surroundings) =>
		await withSimulator(async (simulator) => {
			const measured: Measured[] = [];
			for (const one of CASES) measured.push(await measureCase(one, simulator, surroundings));
			return { rows: measured.map(rowOf), targets: measured.flatMap(targetsOf) };
		}),
};

interface Measured extends Case {
	calls: number;
	refused: number;
	lost: number;
	/** From the first call's arrival to the last one's. */
	callingMs: number;
	usedPercent: number;
	refusedPercent: number;
}

async function measureCase(
	one: Case,
	simulator: SimulatorProcess,
	{ packageRoot, progress }: Surroundings,
): Promise<Measured> {
	const { processes, rows, callsPerSecond } = one;
	progress(`${processes} processes, ${rows} calls, ${callsPerSecond} a second`);
	await simulator.reset();
	await simulator.setRates('on');
	await simulator.setSendsPerMinute(callsPerSecond * 60);
	const flags = { way: 'texts', users: rows / processes, host: simulator.host };
	await Promise.all(
		Array.from({ length: processes }, async () =>
			measureOnce('push', { ...flags, package: packageRoot }),
		),
	);
	const calls = await simulator.calls();
	const refused = calls.filter(({ status }) => status === TOO_MANY_REQUESTS).length;
	const moments = calls.map(({ atMs }) => atMs);
	const callingMs = Math.max(...moments) - Math.min(...moments);
	const taken = calls.length - refused;
	return {
		...one,
		calls: calls.length,
		refused,
		lost: rows - taken,
		callingMs,
		usedPercent: (taken / callsPerSecond / callingMs) * 100_000,
		refusedPercent: (refused / calls.length) * 100,
	};
}

function rowOf(one: Measured): Row {
	const { processes, callsPerSecond, rows, calls, refused, lost, callingMs, usedPercent } = one;
	return {
		processes,
		'service takes, a second': callsPerSecond,
		rows,
		calls,
		'answered 429': refused,
		'not sent': lost,
		'first to last call, s': rounded(callingMs / 1000),
		'of the rate, %': rounded(usedPercent),
	};
}

function targetsOf(one: Measured): Target[] {
	const { processes, callsPerSecond, lost, usedPercent, refusedPercent } = one;
	const name = (what: string) => `${what}, ${processes} at ${callsPerSecond} a second`;
	return [
		{ name: name('not sent'), measured: lost, limit: 0 },
		{ name: name('answered 429, %'), measured: rounded(refusedPercent), limit: 5 },
		{ name: name('of the rate left, %'), measured: rounded(100 - usedPercent), limit: 15 },
	];
}

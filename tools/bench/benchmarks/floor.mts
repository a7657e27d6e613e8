import { withTls } from '../measuring/encrypted.mts';
import { measureOnce } from '../measuring/measure.mts';
import { medianOf, type Measurement } from '../measuring/measurement.mts';
import type { ProgramOptions } from '../measuring/runProgram.mts';
import { withSimulator, type SimulatorProcess } from '../measuring/simulator.mts';
import {
	MEGABYTE,
	ratio,
	rounded,
	type Benchmark,
	type Row,
	type Surroundings,
	type Target,
} from '../report/benchmark.mts';

const WAYS = {
	floor: 'floor',
	rows: 'this node',
	requestPerRow: 'HTTP Request, a call per row',
	chunkedRequests: 'Code node and HTTP Request, 100 a call',
};
type Way = keyof typeof WAYS;
const ALL_WAYS: Way[] = ['floor', 'rows', 'requestPerRow', 'chunkedRequests'];
/** It makes a connection for each row, all at once, and of ten thousand some are reset. */
const WITHOUT_CALL_PER_ROW = ALL_WAYS.filter((way) => way !== 'requestPerRow');

interface Case {
	users: number;
	ways: Way[];
	/** Executions one after the other, before the measurement and in it. */
	warmUps?: number;
	executions?: number;
}
const CASES: Case[] = [
	{ users: 1, ways: ALL_WAYS, warmUps: 50, executions: 200 },
	{ users: 100, ways: ALL_WAYS },
	{ users: 10_000, ways: WITHOUT_CALL_PER_ROW },
	{ users: 100_000, ways: WITHOUT_CALL_PER_ROW },
];
/** How often each way is measured, in turns. */
const TURNS = 3;
/** Both sides go as fast as they can: the simulator takes any rate, and the node is told to. */
const UNLIMITED = 100_000;

/** This node beside the least that the same calls can cost, and beside n8n's own. */
export const floor: Benchmark = {
	title: 'Beside the floor',
	run: async (surroundings) =>
		await withSimulator(async (simulator) => {
			const { host } = simulator;
			const plain = await compareAll('HTTP', { host }, simulator, surroundings);
			const encrypted = await withTls(
				host,
				async (route) => await compareAll('HTTPS', route, simulator, surroundings),
			);
			const compared = [...plain, ...encrypted];
			return { rows: compared.flatMap(rowsOf), targets: compared.flatMap(targetsOf) };
		}),
};

/** How the simulator is reached. */
interface Route extends ProgramOptions {
	host: string;
}

interface Comparison {
	protocol: string;
	users: number;
	/** Of one execution. */
	measured: ReadonlyMap<Way, Measurement>;
}

async function compareAll(
	protocol: string,
	route: Route,
	simulator: SimulatorProcess,
	surroundings: Surroundings,
): Promise<Comparison[]> {
	const compared: Comparison[] = [];
	for (const one of CASES) {
		surroundings.progress(`${one.users} rows over ${protocol}`);
		const measured = await compare(one, route, simulator, surroundings);
		compared.push({ protocol, users: one.users, measured });
	}
	return compared;
}

async function compare(
	{ users, ways, warmUps, executions = 1 }: Case,
	{ host, ...options }: Route,
	simulator: SimulatorProcess,
	{ packageRoot }: Surroundings,
): Promise<Map<Way, Measurement>> {
	const runs = new Map<Way, Measurement[]>(ways.map((way) => [way, []]));
	const flags = { users, warmUps, rounds: executions, rate: UNLIMITED, host, package: packageRoot };
	for (let turn = 0; turn < TURNS; turn += 1) {
		for (const [way, measured] of runs) {
			await simulator.reset();
			measured.push(await measureOnce('push', { ...flags, way }, options));
		}
	}
	return new Map(
		Array.from(runs, ([way, measured]) => [way, ofOneExecution(medianOf(measured), executions)]),
	);
}

function ofOneExecution(measurement: Measurement, executions: number): Measurement {
	const { wallMs, processorMs } = measurement;
	return {
		...measurement,
		wallMs: wallMs / executions,
		processorMs: processorMs / executions,
	};
}

function rowsOf({ protocol, users, measured }: Comparison): Row[] {
	const least = theOne(measured, 'floor');
	return ALL_WAYS.map((way) => {
		const one = measured.get(way);
		const figure = (value: (measurement: Measurement) => number): number | string =>
			one === undefined ? 'left out' : value(one);
		return {
			rows: users,
			over: protocol,
			way: WAYS[way],
			'wall ms': figure(({ wallMs }) => rounded(wallMs)),
			'processor ms': figure(({ processorMs }) => rounded(processorMs)),
			'peak MB': figure(({ peakBytes }) => rounded(peakBytes / MEGABYTE)),
			'wall ÷ floor': figure(({ wallMs }) => ratio(wallMs, least.wallMs)),
			'processor ÷ floor': figure(({ processorMs }) => ratio(processorMs, least.processorMs)),
			'peak ÷ floor': figure(({ peakBytes }) => ratio(peakBytes, least.peakBytes)),
		};
	});
}

function targetsOf({ protocol, users, measured }: Comparison): Target[] {
	const own = theOne(measured, 'rows');
	const of = (what: string, than: Way, limit: number, figure: (one: Measurement) => number) => ({
		name: `${what} ÷ ${WAYS[than]}: ${users} rows over ${protocol}`,
		measured: ratio(figure(own), figure(theOne(measured, than))),
		limit,
	});
	const wall = ({ wallMs }: Measurement) => wallMs;
	switch (users) {
		case 1:
			return [of('wall', 'requestPerRow', 1, wall)];
		case 10_000:
			return [of('wall', 'chunkedRequests', 1, wall)];
		case 100_000:
			return [
				of('wall', 'floor', 1.3, wall),
				of('processor time', 'floor', 1.3, ({ processorMs }) => processorMs),
				of('peak memory', 'floor', 1.5, ({ peakBytes }) => peakBytes),
			];
		default:
			return [];
	}
}

function theOne(measured: ReadonlyMap<Way, Measurement>, way: Way): Measurement {
	const found = measured.get(way);
	if (found === undefined) throw new Error(`'${WAYS[way]}' was not measured.`);
	return found;
}

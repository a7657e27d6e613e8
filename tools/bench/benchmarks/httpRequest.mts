import { measure } from '../measuring/measure.mts';
import type { Measurement } from '../measuring/measurement.mts';
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

const LATENCIES_MS = [0, 50];
/** Both sides go as fast as they can: the simulator takes any rate, and the node is told to. */
const UNLIMITED = 100_000;
const WAYS = {
	rows: 'this node',
	executeOnce: 'this node, *Execute Once*',
	requestPerRow: 'HTTP Request, a call per row',
	chunkedRequests: 'Code node and HTTP Request, 100 a call',
};
type Way = keyof typeof WAYS;
const ALL_WAYS: Way[] = ['rows', 'executeOnce', 'requestPerRow', 'chunkedRequests'];

/** How many rows, and which ways are compared for them. */
const CASES: { users: number; ways: Way[] }[] = [
	{ users: 1000, ways: ALL_WAYS },
	{ users: 10_000, ways: ALL_WAYS },
	{ users: 100_000, ways: ['rows', 'executeOnce'] },
];
const TARGET_USERS = 10_000;

/** This node against n8n's HTTP Request node, on the same engine and against the same simulator. */
export const httpRequest: Benchmark = {
	title: "Against n8n's HTTP Request node",
	run: async (surroundings) =>
		await withSimulator(async (simulator) => {
			const rows: Row[] = [];
			const targets: Target[] = [];
			for (const latencyMs of LATENCIES_MS) {
				for (const { users, ways } of CASES) {
					const setting = { users, latencyMs };
					const measured = await compare(ways, setting, simulator, surroundings);
					rows.push(...measured.map((one) => rowOf(one, setting, measured)));
					if (users === TARGET_USERS) targets.push(...targetsOf(measured, latencyMs));
				}
			}
			return { rows, targets };
		}),
};

interface Setting {
	users: number;
	latencyMs: number;
}

type Measured = Measurement & { way: Way; calls: number };

async function compare(
	ways: Way[],
	{ users, latencyMs }: Setting,
	simulator: SimulatorProcess,
	{ packageRoot, progress }: Surroundings,
): Promise<Measured[]> {
	const measured: Measured[] = [];
	for (const way of ways) {
		progress(`${users} rows, ${latencyMs} ms latency: ${WAYS[way]}`);
		const { host } = simulator;
		const flags = { way, users, rate: UNLIMITED, host, package: packageRoot };
		let calls = 0;
		const measurement = await measure('push', flags, {
			before: async () => {
				await simulator.reset();
				if (latencyMs === 0) return;
				await simulator.addWeather({ weather: { kind: 'slow', delayMs: latencyMs }, share: 1 });
			},
			after: async () => {
				calls = await simulator.callCount();
			},
		});
		measured.push({ ...measurement, way, calls });
	}
	return measured;
}

function rowOf(one: Measured, { users, latencyMs }: Setting, all: readonly Measured[]): Row {
	return {
		rows: users,
		'latency ms': latencyMs,
		way: WAYS[one.way],
		calls: one.calls,
		'wall ms': Math.round(one.wallMs),
		'processor ms': Math.round(one.processorMs),
		'peak MB': rounded(one.peakBytes / MEGABYTE),
		'wall ÷ this node': ratio(one.wallMs, theOne(all, 'rows').wallMs),
	};
}

/** Both ways to use this node, against both ways without it. */
function targetsOf(all: readonly Measured[], latencyMs: number): Target[] {
	const [perRow, chunked] = [theOne(all, 'requestPerRow'), theOne(all, 'chunkedRequests')];
	return (['rows', 'executeOnce'] as const).flatMap((way) => {
		const own = theOne(all, way);
		const name = (what: string) => `${what}: ${WAYS[way]}, ${TARGET_USERS} rows, ${latencyMs} ms`;
		return [
			{
				name: name('wall ÷ call per row'),
				measured: ratio(own.wallMs, perRow.wallMs),
				limit: 1 / 20,
			},
			{
				name: name('peak memory ÷ call per row'),
				measured: ratio(own.peakBytes, perRow.peakBytes),
				limit: rounded(1 / 3),
			},
			{
				name: name('wall ÷ hand-built chunks'),
				measured: ratio(own.wallMs, chunked.wallMs),
				limit: 1,
			},
		];
	});
}

function theOne(all: readonly Measured[], way: Way): Measured {
	const found = all.find((one) => one.way === way);
	if (found === undefined) throw new Error(`'${WAYS[way]}' was not measured.`);
	return found;
}

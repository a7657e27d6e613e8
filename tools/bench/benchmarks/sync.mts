import { measure } from '../measuring/measure.mts';
import { withSimulator, type SimulatorProcess } from '../measuring/simulator.mts';
import { userId } from '../n8n/workflows.mts';
import {
	MEGABYTE,
	ratio,
	rounded,
	type Benchmark,
	type Row,
	type Surroundings,
	type Target,
} from '../report/benchmark.mts';

const SIZES = [2000, 20_000, 200_000];
const SHAPES = { list: 'one list', rows: 'a row each' };
type Shape = keyof typeof SHAPES;
const LABEL = 'customers';
/** Half of what changes is added and half of it is removed. */
const CHANGED_SHARE = 0.01;
const PER_CALL = 100;
const UNLIMITED = 100_000;

/** A label synchronised with as many users, of whom a hundredth differ. */
export const sync: Benchmark = {
	title: 'Sync of a label, 1 % changed',
	run: async (surroundings) =>
		await withSimulator(async (simulator) => {
			const measured: Measured[] = [];
			for (const shape of ['list', 'rows'] as const) {
				for (const size of SIZES) {
					measured.push(await measureSync({ shape, size }, simulator, surroundings));
				}
			}
			return {
				rows: measured.map((one) => rowOf(one, smallerThan(one, measured))),
				targets: measured.flatMap((one) => targetsOf(one, smallerThan(one, measured))),
			};
		}),
};

interface Measured {
	shape: Shape;
	size: number;
	calls: number;
	leastCalls: number;
	wallMs: number;
	processorMs: number;
	peakBytes: number;
}

async function measureSync(
	{ shape, size }: { shape: Shape; size: number },
	simulator: SimulatorProcess,
	{ packageRoot, progress }: Surroundings,
): Promise<Measured> {
	progress(`${size} members, ${SHAPES[shape]}`);
	const changed = (size * CHANGED_SHARE) / 2;
	const { host } = simulator;
	let calls = 0;
	const { counts, ...measurement } = await measure(
		'sync',
		{
			...{ label: LABEL, users: size, first: changed, shape },
			...{ rate: UNLIMITED, host, package: packageRoot },
		},
		{
			before: async () => {
				await simulator.reset();
				await simulator.seed(labelOf(size));
			},
			after: async () => {
				calls = await simulator.callCount();
			},
		},
	);
	if (counts.added !== changed || counts.removed !== changed) {
		throw new Error(`The sync of ${size} members changed ${JSON.stringify(counts)}.`);
	}
	const leastCalls = Math.ceil(size / PER_CALL) + 2 * Math.ceil(changed / PER_CALL);
	return { ...measurement, shape, size, calls, leastCalls };
}

function labelOf(size: number) {
	const users = Array.from({ length: size }, (_, index) => userId(index));
	return { users, labels: [{ name: LABEL, members: users }] };
}

function rowOf(one: Measured, smaller: Measured | undefined): Row {
	return {
		members: one.size,
		'given as': SHAPES[one.shape],
		calls: one.calls,
		'pages + changes': one.leastCalls,
		'wall ms': Math.round(one.wallMs),
		'processor ms': Math.round(one.processorMs),
		'peak MB': rounded(one.peakBytes / MEGABYTE),
		'wall ÷ ten times fewer': smaller === undefined ? '' : ratio(one.wallMs, smaller.wallMs),
		'peak ÷ ten times fewer': smaller === undefined ? '' : ratio(one.peakBytes, smaller.peakBytes),
	};
}

function targetsOf(one: Measured, smaller: Measured | undefined): Target[] {
	const name = (what: string) => `${what}, ${one.size} members, ${SHAPES[one.shape]}`;
	const calls = { name: name('calls'), measured: one.calls, limit: one.leastCalls };
	if (smaller === undefined) return [calls];
	const limit = one.size / smaller.size;
	const [wall, peak] = [ratio(one.wallMs, smaller.wallMs), ratio(one.peakBytes, smaller.peakBytes)];
	return [
		calls,
		{ name: name('growth of wall time'), measured: wall, limit },
		{ name: name('growth of peak memory'), measured: peak, limit },
	];
}

function smallerThan(one: Measured, all: readonly Measured[]): Measured | undefined {
	return all.findLast(({ shape, size }) => shape === one.shape && size < one.size);
}

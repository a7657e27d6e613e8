import { measure } from '../measuring/measure.mts';
import type { Measurement } from '../measuring/measurement.mts';
import { withSimulator, type SimulatorProcess } from '../measuring/simulator.mts';
import { labelNames, taggedRows, usersOf } from '../n8n/taggedRows.mts';
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

const ROWS = 10_000;
const LABELS = 20;
const UNLIMITED = 100_000;
/** Of the members of a label; as many again are members without a row. */
const MISSING_SHARE = 0.01;
const WAYS = { together: 'one sync of all labels', apart: 'a sync for each label' };
const NIGHTS = {
	first: 'the labels are created',
	later: '2 % changed',
};
/** Wall time and peak memory, one sync to a sync for each. */
const LIMIT = 1.1;

type Way = keyof typeof WAYS;
type Night = keyof typeof NIGHTS;

/** Rows with three of twenty labels each, synchronised at once and label by label. */
export const labels: Benchmark = {
	title: 'Sync of a column of labels, 10,000 rows with 3 of 20 labels each',
	run: async (surroundings) =>
		await withSimulator(async (simulator) => {
			const rows: Row[] = [];
			const targets: Target[] = [];
			for (const night of ['first', 'later'] as const) {
				const together = await measureWay({ way: 'together', night }, simulator, surroundings);
				const apart = await measureWay({ way: 'apart', night }, simulator, surroundings);
				rows.push(rowOf(together, apart), rowOf(apart, apart));
				targets.push(...targetsOf(night, together, apart));
			}
			return { rows, targets };
		}),
};

interface Measured extends Measurement {
	way: Way;
	night: Night;
	calls: number;
}

async function measureWay(
	{ way, night }: Pick<Measured, 'way' | 'night'>,
	simulator: SimulatorProcess,
	{ packageRoot, progress }: Surroundings,
): Promise<Measured> {
	progress(`${NIGHTS[night]}, ${WAYS[way]}`);
	const { host } = simulator;
	let calls = 0;
	const measurement = await measure(
		'labels',
		{ way, rows: ROWS, labels: LABELS, rate: UNLIMITED, host, package: packageRoot },
		{
			before: async () => {
				await simulator.reset();
				if (night === 'later') await simulator.seed(SEED);
			},
			after: async () => {
				calls = await simulator.callCount();
			},
		},
	);
	const { added, removed } = measurement.counts;
	if (added !== CHANGES[night].added || removed !== CHANGES[night].removed) {
		throw new Error(`The sync changed ${JSON.stringify(measurement.counts)}.`);
	}
	return { ...measurement, way, night, calls };
}

const MEMBERS = (() => {
	const rows = taggedRows(ROWS, LABELS);
	return labelNames(LABELS).map((name) => ({ name, members: usersOf(name, rows) }));
})();

const MISSING = MEMBERS.map(({ members }) => Math.round(members.length * MISSING_SHARE));

const CHANGES = {
	first: { added: sum(MEMBERS.map(({ members }) => members.length)), removed: 0 },
	later: { added: sum(MISSING), removed: sum(MISSING) },
};

/** The labels as they were before the sheet changed. */
const SEED = {
	users: Array.from({ length: ROWS * 2 }, (_, index) => userId(index)),
	labels: MEMBERS.map(({ name, members }, index) => ({
		name,
		members: [
			...members.slice(MISSING[index]),
			...Array.from({ length: MISSING[index] ?? 0 }, (_, extra) => userId(ROWS + extra)),
		],
	})),
};

function sum(numbers: readonly number[]): number {
	return numbers.reduce((total, one) => total + one, 0);
}

function rowOf(one: Measured, apart: Measured): Row {
	return {
		'state of the labels': NIGHTS[one.night],
		way: WAYS[one.way],
		calls: one.calls,
		'wall ms': Math.round(one.wallMs),
		'processor ms': Math.round(one.processorMs),
		'peak MB': rounded(one.peakBytes / MEGABYTE),
		'wall ÷ a sync for each': ratio(one.wallMs, apart.wallMs),
		'peak ÷ a sync for each': ratio(one.peakBytes, apart.peakBytes),
	};
}

function targetsOf(night: Night, together: Measured, apart: Measured): Target[] {
	const of = (what: string) => `${what}, one sync ÷ a sync for each, ${NIGHTS[night]}`;
	return [
		{ name: of('calls'), measured: ratio(together.calls, apart.calls), limit: 1 },
		{ name: of('wall time'), measured: ratio(together.wallMs, apart.wallMs), limit: LIMIT },
		{ name: of('peak memory'), measured: ratio(together.peakBytes, apart.peakBytes), limit: LIMIT },
	];
}

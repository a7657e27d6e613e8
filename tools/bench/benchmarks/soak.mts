import { relative } from 'node:path';

import { ROOT } from '../../lib/root.mts';
import { isLife, type Life } from '../measuring/life.mts';
import { nodeVersions } from '../measuring/nodeVersions.mts';
import { runProgram } from '../measuring/runProgram.mts';
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

const EXECUTIONS = 20_000;
/** After so many, all that is made only once is there. */
const EARLY = 2000;
/** When it is looked at what a process holds. */
const LOOKS = [EARLY, EXECUTIONS / 2, EXECUTIONS];
const MINUTE_MS = 60_000;
const LONGEST_MS = 60 * MINUTE_MS;
/** Resident memory at the end to that early on. */
const LIMIT = 1.05;

/** What the service that fails does, each equally often. */
const FAILURES = [
	{ kind: 'status', status: 400 },
	{ kind: 'status', status: 500 },
	{ kind: 'status', status: 503, retryAfter: '0' },
	{ kind: 'reset' },
	{ kind: 'halfJson' },
] as const;

/** A long life in one process, on each Node.js that n8n's engine runs on. */
export const soak: Benchmark = {
	title: `Soak: ${shown(EXECUTIONS)} executions in one process`,
	page: 'reliability.md',
	async run(surroundings) {
		const lives = await Promise.all(
			(await nodeVersions()).map(
				async (node) =>
					await withServices(async (services) => await live(node, services, surroundings)),
			),
		);
		return { rows: lives.map(rowOf), targets: lives.flatMap(targetsOf) };
	},
};

/** A service that answers, one that fails, and one that never answers. */
type Services = Record<'answering' | 'failing' | 'silent', SimulatorProcess>;

async function withServices<Result>(
	work: (services: Services) => Promise<Result>,
): Promise<Result> {
	return await withSimulator(async (answering) => {
		await answering.seed({ labels: [{ name: 'vip' }] });
		return await withSimulator(async (failing) => {
			for (const [index, weather] of FAILURES.entries()) {
				await failing.addWeather({ weather, share: 1 / (FAILURES.length - index) });
			}
			return await withSimulator(async (silent) => {
				await silent.addWeather({ weather: { kind: 'hang' }, share: 1 });
				return await work({ answering, failing, silent });
			});
		});
	});
}

async function live(
	node: string,
	{ answering, failing, silent }: Services,
	{ packageRoot, progress }: Surroundings,
): Promise<Life> {
	progress(`${EXECUTIONS} executions with ${relative(ROOT, node)}`);
	const flags = {
		looks: LOOKS.join(','),
		host: answering.host,
		failing: failing.host,
		silent: silent.host,
		package: packageRoot,
	};
	const found = await runProgram('soak', flags, { node, longestMs: LONGEST_MS });
	if (!isLife(found)) throw new Error(`soak reports ${JSON.stringify(found)}`);
	return found;
}

function rowOf({ node, wallMs, counts, held }: Life): Row {
	const megabytes = (figure: 'residentBytes' | 'heapBytes', what: string) =>
		held.map((one, look): [string, number] => [
			look === 0 ? `${what} MB, at first` : `${what} after ${shown(LOOKS[look - 1] ?? NaN)}`,
			rounded(one[figure] / MEGABYTE),
		]);
	return {
		'Node.js': node,
		succeeded: counts.succeeded,
		failed: counts.failed,
		'timed out': counts.timedOut,
		stopped: counts.stopped,
		minutes: rounded(wallMs / MINUTE_MS),
		...Object.fromEntries(megabytes('residentBytes', 'memory')),
		...Object.fromEntries(megabytes('heapBytes', 'heap')),
	};
}

function targetsOf({ node, held }: Life): Target[] {
	const [before, early, late] = [held[0], held[1], held.at(-1)];
	if (before === undefined || early === undefined || late === undefined) return [];
	return [
		{
			name: `memory after ${shown(EXECUTIONS)} ÷ after ${shown(EARLY)}, Node.js ${node}`,
			measured: ratio(late.residentBytes, early.residentBytes),
			limit: LIMIT,
		},
		...(['sockets', 'timers', 'listeners', 'signals'] as const).map((what) => ({
			name: `${what} at the end, above those at first, Node.js ${node}`,
			measured: late[what] - before[what],
			limit: 0,
		})),
	];
}

function shown(count: number): string {
	return count.toLocaleString('en');
}

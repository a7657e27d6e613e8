/**
 * n8n's queue mode under load, with a worker that dies: `npm run test:queue`. docs/scaling.md says
 * what is measured and how, and has the figures of a run.
 */
import { join } from 'node:path';

import type { Figures } from '../bench/report/benchmark.mts';
import { keep } from '../bench/report/keep.mts';
import { markdownOf } from '../bench/report/markdown.mts';
import { messageOf } from '../lib/main.mts';
import { ROOT } from '../lib/root.mts';
import { installN8n } from '../n8n/installN8n.mts';
import { readArguments, SCENARIOS, USAGE, type Arguments, type Scenario } from './arguments.mts';
import { withCluster, type Cluster } from './cluster/index.mts';
import { nightlySync } from './scenarios/nightlySync.mts';
import { sharedRate } from './scenarios/sharedRate.mts';
import { webhookCalls } from './scenarios/webhookCalls.mts';

const KEPT = {
	results: join(ROOT, 'tools', 'queue', 'results.json'),
	page: join(ROOT, 'docs', 'scaling.md'),
};

async function main(signal: AbortSignal): Promise<void> {
	const given = readArguments(process.argv.slice(2));
	if (given.showsHelp) {
		process.stdout.write(USAGE);
		return;
	}
	process.chdir(ROOT);
	await installN8n();
	const figures = await withCluster(signal, (cluster) =>
		Promise.race([playAll(cluster, given), untilAborted(signal)]),
	);
	const isBroken = Object.values(figures).some(({ targets }) =>
		targets.some(({ measured, limit }) => measured > limit),
	);
	if (given.keeps) {
		for (const [name, own] of Object.entries(figures)) await keep(name, own, KEPT);
	}
	process.stdout.write(isBroken ? '\nSomething does not hold.\n' : '\nAll holds.\n');
	if (isBroken) process.exitCode = 1;
}

async function playAll(
	cluster: Cluster,
	{ scenarios, calls, rows }: Arguments,
): Promise<Record<string, Figures>> {
	const plays: Record<Scenario, () => Promise<Record<string, Figures>>> = {
		rate: () => sharedRate(cluster, RATE_SIZE),
		calls: () => webhookCalls(cluster, { calls, callsAtOnce: CALLS_AT_ONCE }),
		sync: () => nightlySync(cluster, rows),
	};
	const all: Record<string, Figures> = {};
	for (const name of scenarios) {
		process.stdout.write(`\n## ${SCENARIOS[name]}\n`);
		const figures = await plays[name]();
		for (const own of Object.values(figures)) process.stdout.write(`\n${markdownOf(own)}\n`);
		Object.assign(all, figures);
	}
	return all;
}

const CALLS_AT_ONCE = 40;
const RATE_SIZE = { executions: 8, rows: 100 };

async function untilAborted(signal: AbortSignal): Promise<never> {
	signal.throwIfAborted();
	return await new Promise((_, reject) => {
		signal.addEventListener('abort', () => {
			reject(new Error('Ended before it was done.'));
		});
	});
}

const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	// Ctrl+C may reach this process twice: from the terminal, and from what started it.
	process.on(signal, () => {
		if (ending.signal.aborted) return;
		process.stdout.write('\nEnding n8n, PostgreSQL and Redis …\n');
		ending.abort();
	});
}
main(ending.signal).catch((error: unknown) => {
	const reason = ending.signal.aborted ? 'Ended before it was done.' : messageOf(error);
	process.stderr.write(`${reason}\n`);
	process.exitCode = 1;
});

import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { installOnce } from '../lib/installOnce.mts';
import { exitOnSignals, runMain } from '../lib/main.mts';
import { benchmarks } from './benchmarks/index.mts';
import type { Benchmark } from './report/benchmark.mts';
import { keep, keepingOf } from './report/keep.mts';
import { markdownOf } from './report/markdown.mts';

const USAGE = `Measures this package's node; docs/performance.md says how, and how long it takes.

Usage: npm run bench -- [options] [${[...benchmarks.keys()].join(' | ')}] …

  --package <folder>  measure the built package in that folder
  --try               only print the figures; keep tools/bench/results.json and the pages as they are
  --help              show this text
`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			package: { type: 'string', default: '.' },
			try: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return;
	}
	const chosen = chosenBenchmarks(positionals);
	const packageRoot = resolve(values.package);
	await installOnce("Installing n8n's own nodes, once (0.8 GB)", import.meta.dirname);
	for (const [name, benchmark] of chosen) {
		process.stdout.write(`\n## ${benchmark.title}\n\n`);
		const figures = await benchmark.run({ packageRoot, progress });
		process.stdout.write(`\n${markdownOf(figures)}\n`);
		if (!values.try) await keep(name, figures, keepingOf(benchmark));
	}
}

/** All of them when none is named. */
function chosenBenchmarks(names: readonly string[]): (readonly [string, Benchmark])[] {
	return (names.length === 0 ? [...benchmarks.keys()] : names).map((name) => {
		const benchmark = benchmarks.get(name);
		if (benchmark === undefined) throw new Error(`There is no benchmark '${name}'.\n\n${USAGE}`);
		return [name, benchmark];
	});
}

function progress(what: string): void {
	process.stdout.write(`  ${what}\n`);
}

exitOnSignals();
runMain(main);

import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { median } from './measurement.mts';

const RUNS = 7;

/** Plain JavaScript in a process without tsx, which would have a look at every file that loads. */
const SCRIPT = `
	const [file] = process.argv.slice(1);
	const load = require('node:module').createRequire(file);
	load('n8n-workflow');
	const bytes = process.memoryUsage.rss();
	const startMs = performance.now();
	load(file);
	console.log(performance.now() - startMs, process.memoryUsage.rss() - bytes);
`;

/** What it takes to load a node's file where n8n-workflow is loaded already, as in n8n. */
export async function measureLoading(file: string): Promise<{ ms: number; bytes: number }> {
	const runs: [number, number][] = [];
	while (runs.length < RUNS) {
		const { stdout } = await promisify(execFile)(process.execPath, ['--eval', SCRIPT, file]);
		const [ms = NaN, bytes = NaN] = stdout.split(' ').map(Number);
		runs.push([ms, bytes]);
	}
	return { ms: median(runs.map(([ms]) => ms)), bytes: median(runs.map(([, bytes]) => bytes)) };
}

import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';

import { exitOnSignals, messageOf, runMain } from '../lib/main.mts';
import { installVersion } from './compat/installVersion.mts';
import { keepVersion } from './compat/keepVersion.mts';
import { tryVersion } from './compat/tryVersion.mts';

/** The oldest that works last. */
const VERSIONS = ['2.41.1', '2.20.12', '2.0.3', '1.123.81', '1.100.1', '1.85.4', '1.72.1'];

const USAGE = `Tries the packed node in the editor and the engine of other versions of n8n, and writes what came of
it into README.md. Each is installed into a temporary folder (2 to 4 GB), one after the other.

Usage: npm run test:compat -- [options] [version] …

  --keep  leave the installed versions there, for the next time
  --help  show this text

Without a version: ${VERSIONS.join(', ')}.
`;

async function main(): Promise<void> {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			keep: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		process.stdout.write(USAGE);
		return;
	}
	for (const version of positionals.length === 0 ? VERSIONS : positionals) {
		const startedMs = performance.now();
		const verdict = await verdictOn(version, values.keep).catch(couldNotTry);
		if (verdict !== WORKS) process.exitCode = 1;
		const seconds = Math.round((performance.now() - startedMs) / 1000);
		process.stdout.write(`n8n ${version}: ${verdict} (${seconds} s)\n`);
	}
}

const WORKS = 'works';

async function verdictOn(version: string, keepsFiles: boolean): Promise<string> {
	const installed = await installVersion(version);
	try {
		const { stdout } = await promisify(execFile)(installed.node, ['--version']);
		const { cells, troubles } = await tryVersion(installed);
		await keepVersion({ n8n: version, 'Node.js': stdout.trim().replace('v', ''), ...cells });
		return troubles.length === 0 ? WORKS : `fails: ${troubles.join(' ')}`;
	} finally {
		if (!keepsFiles) await installed.remove();
	}
}

function couldNotTry(error: unknown): string {
	return `could not be tried: ${messageOf(error)}`;
}

exitOnSignals();
runMain(main);

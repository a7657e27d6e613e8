import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { endWithBenchmark } from './endWithBenchmark.mts';

const PROGRAMS = join(import.meta.dirname, '..', 'programs');
const LONGEST_MS = 300_000;

export type Flags = Readonly<Record<string, string | number | undefined>>;

export interface ProgramOptions {
	/** Path of the Node.js that runs it; the one of this process when left out. */
	node?: string;
	/** Environment variables besides those of this process. */
	environment?: Readonly<Record<string, string>>;
	/** After which it is ended; five minutes when left out. */
	longestMs?: number;
}

/**
 * Runs a program of `programs/` in a process of its own, and gives what it reports.
 *
 * @throws Error with what it printed when it reports nothing.
 */
export async function runProgram(
	name: string,
	flags: Flags,
	{ node = process.execPath, environment = {}, longestMs = LONGEST_MS }: ProgramOptions = {},
): Promise<unknown> {
	const child = fork(join(PROGRAMS, `${name}.mts`), argumentsFor(flags), {
		execPath: node,
		env: { ...process.env, ...environment },
		execArgv: ['--import', import.meta.resolve('tsx'), '--expose-gc'],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
		timeout: longestMs,
	});
	endWithBenchmark(child);
	let printed = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
	let found: unknown;
	child.once('message', (message) => (found = message));
	await once(child, 'close');
	if (found !== undefined) return found;
	throw new Error(`The program ${name} ended without a result.\n${printed}`);
}

function argumentsFor(flags: Flags): string[] {
	return Object.entries(flags).flatMap(([name, value]) =>
		value === undefined ? [] : [`--${name}`, String(value)],
	);
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A program that runs until it is told to end. */
export interface ServerProgram {
	/** As sentences name it. */
	name: string;
	/** Path of the program. */
	path: string;
	arguments: readonly string[];
	/** Its current folder, where its log goes too; made when it is not there. */
	folder: string;
	environment: Readonly<Record<string, string>>;
	/** What it takes as the wish that it ends in good order; SIGTERM when left out. */
	stopSignal?: NodeJS.Signals;
}

/** A program as a process of its own. */
export interface ServerProcess {
	readonly name: string;
	/** File with all that it prints. */
	readonly logPath: string;
	/** Settles when it ends. */
	readonly ended: Promise<void>;
	readonly hasEnded: boolean;
	/** All that it has printed by now. */
	printed(): Promise<string>;
	/** Ends it and what it started, and resolves when it is gone. */
	stop(): Promise<void>;
	/** Takes it and what it started away at once, as a machine that fails would. */
	kill(): Promise<void>;
}

/** Longer than n8n itself waits for running workflows. */
const PATIENCE_MS = 10_000;

/** Starts a program as the leader of a process group, to which belongs what it starts. */
export function startProcess(program: ServerProgram): ServerProcess {
	const { name, folder, stopSignal = 'SIGTERM' } = program;
	mkdirSync(folder, { recursive: true });
	const logPath = join(folder, `${name}.log`);
	const log = openSync(logPath, 'w');
	const child = spawn(program.path, program.arguments, {
		cwd: folder,
		env: program.environment,
		detached: true,
		stdio: ['pipe', log, log],
	});
	closeSync(log);
	let hasEnded = false;
	const ended = once(child, 'exit').then(
		() => void (hasEnded = true),
		() => void (hasEnded = true),
	);

	return {
		name,
		logPath,
		ended,
		get hasEnded() {
			return hasEnded;
		},
		printed: async () => await readFile(logPath, 'utf8'),
		stop: async () => {
			if (hasEnded) return;
			signalGroup(child, stopSignal);
			const isGone = ended.then(() => true);
			const isPatient = delay(PATIENCE_MS, false, { ref: false });
			if (!(await Promise.race([isGone, isPatient]))) signalGroup(child, 'SIGKILL');
			await ended;
		},
		kill: async () => {
			if (!hasEnded) signalGroup(child, 'SIGKILL');
			await ended;
		},
	};
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid !== undefined) process.kill(-pid, signal);
}

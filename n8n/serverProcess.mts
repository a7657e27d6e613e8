import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Installation } from './installation.mts';

/** n8n as a process of its own; it ends with the process that started it, however that ends. */
export interface ServerProcess {
	/** File with all that n8n prints. */
	readonly logPath: string;
	/** Settles when n8n ends. */
	readonly ended: Promise<void>;
	readonly hasEnded: boolean;
	/** All that n8n has printed by now. */
	printed(): Promise<string>;
	/** Ends n8n and its task runners, and resolves when n8n is gone. */
	stop(): Promise<void>;
}

/** Longer than n8n itself waits for running workflows. */
const PATIENCE_MS = 10_000;

/** Starts n8n as the leader of a process group, to which its task runners belong too. */
export function startProcess(
	{ node, n8n }: Installation,
	userFolder: string,
	environment: Readonly<Record<string, string>>,
): ServerProcess {
	mkdirSync(userFolder, { recursive: true });
	const logPath = join(userFolder, 'n8n.log');
	const log = openSync(logPath, 'w');
	const child = spawn(node, ['--import', END_WITH_PARENT, n8n, 'start'], {
		cwd: userFolder,
		env: environment,
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
		logPath,
		ended,
		get hasEnded() {
			return hasEnded;
		},
		printed: async () => await readFile(logPath, 'utf8'),
		stop: async () => {
			if (hasEnded) return;
			signalGroup(child, 'SIGTERM');
			const isGone = ended.then(() => true);
			const isPatient = delay(PATIENCE_MS, false, { ref: false });
			if (!(await Promise.race([isGone, isPatient]))) signalGroup(child, 'SIGKILL');
			await ended;
		},
	};
}

const END_WITH_PARENT = join(import.meta.dirname, 'endWithParent.mts');

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid !== undefined) process.kill(-pid, signal);
}

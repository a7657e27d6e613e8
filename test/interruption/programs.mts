import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterAll } from '@jest/globals';

import { isReport, type Order, type Report } from './programMessages.mts';

/** A process of its own with the engine loaded, in which one run may be made. */
export interface Program {
	start(order: Order): void;
	/** What the run came to; rejects when the process ends without it. */
	report(): Promise<Report>;
	/** Ends the process at once, as a power cut would, and resolves when it is gone. */
	kill(): Promise<void>;
	/** Resolves when the process has ended, with its exit code: null when it was killed. */
	ended: Promise<number | null>;
}

const SCRIPT = resolve('test/interruption/program.mts');

const TSX = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;

/** Starts programs for the tests of one file, and ends those that are left over. */
export function usePrograms(): () => Promise<Program> {
	const leftOver = new Set<Program>();
	afterAll(async () => {
		await Promise.all([...leftOver].map((program) => program.kill()));
	});
	return async () => {
		const program = await startProgram();
		leftOver.add(program);
		void program.ended.then(() => leftOver.delete(program));
		return program;
	};
}

async function startProgram(): Promise<Program> {
	const child = fork(SCRIPT, {
		execArgv: ['--import', TSX],
		stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
	});
	let printed = '';
	child.stderr?.setEncoding('utf8').on('data', (text: string) => (printed += text));
	const ended = once(child, 'close').then(([code]: unknown[]) =>
		typeof code === 'number' ? code : null,
	);
	const messageOrEnd = async (): Promise<unknown> =>
		await Promise.race([
			once(child, 'message').then(([message]: unknown[]) => message),
			ended.then(() => {
				throw new Error(`The program ended by itself.\n${printed}`);
			}),
		]);
	await messageOrEnd();
	const report = messageOrEnd();
	report.catch(() => undefined);

	return {
		start(order) {
			child.send(order);
		},
		async report() {
			const message = await report;
			if (!isReport(message)) throw new Error('The program reports something else.');
			return message;
		},
		async kill() {
			child.kill('SIGKILL');
			await ended;
		},
		ended,
	};
}

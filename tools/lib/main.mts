import { constants } from 'node:os';

/** Runs a program; what it throws ends it, and is shown as one sentence for the user. */
export function runMain(main: () => Promise<void>): void {
	main().catch((error: unknown) => {
		process.stderr.write(`${messageOf(error)}\n`);
		process.exitCode = 1;
	});
}

/** Ends this process, and what runs for it with it, at once on Ctrl+C and SIGTERM. */
export function exitOnSignals(lastWords = ''): void {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			process.stderr.write(lastWords);
			process.exit(128 + constants.signals[signal]);
		});
	}
}

/** What an error says, or whatever else was thrown as text. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

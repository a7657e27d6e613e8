/** Runs a program; what it throws ends it, and is shown as one sentence for the user. */
export function runMain(main: () => Promise<void>): void {
	main().catch((error: unknown) => {
		process.stderr.write(`${messageOf(error)}\n`);
		process.exitCode = 1;
	});
}

/** What an error says, or whatever else was thrown as text. */
export function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

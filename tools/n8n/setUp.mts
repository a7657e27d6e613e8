import { setUp } from './setUp/index.mts';

setUp()
	.then(() => process.stdout.write('n8n is set up.\n'))
	.catch((error: unknown) => {
		process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
		process.exitCode = 1;
	});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

import { runMain } from '../lib/main.mts';
import { setUp } from './setUp/index.mts';

runMain(async () => {
	await setUp();
	process.stdout.write('n8n is set up.\n');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

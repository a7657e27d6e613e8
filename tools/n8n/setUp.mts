import { runMain } from '../lib/main.mts';
import { installN8n } from './installN8n.mts';

runMain(async () => {
	await installN8n();
	process.stdout.write('n8n is set up.\n');
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

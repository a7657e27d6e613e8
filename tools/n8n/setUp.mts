import { exitOnSignals, runMain } from '../lib/main.mts';
import { installN8n } from './installN8n.mts';

exitOnSignals();
runMain(async () => {
	await installN8n();
	process.stdout.write('n8n is set up.\n');
});

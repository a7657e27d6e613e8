import { run } from '../lib/command.mts';
import { withProgress } from '../lib/progress.mts';
import { explain } from '../n8n/setUp/explain.mts';
import { isInstalled } from '../n8n/setUp/installed.mts';

/** Installs n8n's own nodes beside the benchmarks, unless they are there. */
export async function setUp(): Promise<void> {
	const folder = import.meta.dirname;
	if (await isInstalled(folder)) return;
	const step = "Installing n8n's own nodes, once (0.8 GB)";
	await withProgress(step, async () => {
		const { succeeded, printed } = await run('npm', ['ci'], folder);
		if (!succeeded) throw new Error(explain(step, printed));
	});
}

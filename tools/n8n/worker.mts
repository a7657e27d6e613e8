import { installation } from './installation.mts';
import { installPackage } from './installPackage.mts';
import { n8nProgram } from './n8nProgram.mts';
import { findFreePort } from './ports.mts';
import { untilReady, type Patience } from './ready.mts';
import { startProcess, type ServerProcess } from './serverProcess.mts';

export interface WorkerOptions extends Patience {
	/** What this worker keeps between starts, such as its journal of what it is running. */
	userFolder: string;
	/** How many executions it runs at once. */
	concurrency: number;
	/** Settings of n8n, as environment variables: the queue and the database it shares with others. */
	settings: Readonly<Record<string, string>>;
}

/**
 * Installs the built package into the user folder, starts a worker of n8n's queue mode and waits
 * until it takes jobs. It ends with this process, however that ends.
 *
 * @throws Error with one sentence for the user, and n8n's last lines where they tell why.
 */
export async function startWorker(options: WorkerOptions): Promise<ServerProcess> {
	const { userFolder, concurrency, settings } = options;
	await installPackage(userFolder);
	const program = await n8nProgram({
		installation: installation(),
		userFolder,
		port: await findFreePort(),
		settings,
		command: ['worker', `--concurrency=${concurrency}`],
	});
	const worker = startProcess(program);
	try {
		await untilReady(worker, READY, options);
	} catch (error) {
		await worker.stop();
		throw error;
	}
	return worker;
}

const READY = 'n8n worker is now ready';

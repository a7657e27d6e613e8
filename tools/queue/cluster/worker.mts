import type { ServerProcess } from '../../n8n/serverProcess.mts';
import { startWorker, type WorkerOptions } from '../../n8n/worker.mts';
import { executionsIn, type Executions } from './workerLog.mts';

/** A worker of n8n that can be killed and started again on the same folder. */
export class Worker {
	private current: Promise<ServerProcess> | undefined;

	/** What it printed before it was killed. */
	private earlierLog = '';

	constructor(
		readonly name: string,
		private readonly options: WorkerOptions,
	) {}

	/** Resolves when it takes jobs. */
	async start(): Promise<void> {
		this.current = startWorker(this.options);
		await this.current;
	}

	/** Kills it with SIGKILL; resolves when it is gone. */
	async kill(): Promise<void> {
		const running = await this.current;
		await running?.kill();
		this.earlierLog = await this.log();
		this.current = undefined;
	}

	async stop(): Promise<void> {
		const running = await this.current?.catch(() => undefined);
		await running?.stop();
	}

	/** The executions that it took from the queue since it was first started. */
	async executions(): Promise<Executions> {
		return executionsIn(await this.log());
	}

	private async log(): Promise<string> {
		const running = await this.current;
		return this.earlierLog + ((await running?.printed()) ?? '');
	}
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startSimulator, type Simulator } from '../../../simulator/index.mts';
import { withProgress } from '../../lib/progress.mts';
import { startN8n, type RunningN8n, type StoredCredential } from '../../n8n/server.mts';
import { startPostgres } from './postgres.mts';
import { findPrograms } from './programs.mts';
import { startRedis } from './redis.mts';
import { Worker } from './worker.mts';

/** n8n's queue mode, as an operator runs it: one main process that takes calls, and two workers. */
export interface Cluster {
	readonly n8n: RunningN8n;
	readonly workers: readonly [Worker, Worker];
	/** Holds calls to the documented rates. */
	readonly simulator: Simulator;
	/** Credentials for the simulator, and for the webhook of the example. */
	readonly credentials: readonly StoredCredential[];
	/** Set when all is to end. */
	readonly signal: AbortSignal;
}

/** n8n's own default. */
const WORKER_CONCURRENCY = 10;

/** What the shop of the webhook example sends along. */
export const SHOP_SECRET = { name: 'x-shop-secret', value: 'not-a-secret' };

const SHARED_SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	/** Obviously not a secret either; all processes read the same credentials with it. */
	N8N_ENCRYPTION_KEY: 'not-a-secret',
	/**
	 * When n8n has missed that a job is done, it finds it only among those that are kept. By default
	 * that is none, and some callers of a webhook waited in vain.
	 */
	N8N_EXECUTIONS_QUEUE_KEEP_LAST_COMPLETED: '1000',
};

/**
 * Starts a cluster, hands it to `use`, and ends all of it afterwards: no process and no file stays.
 *
 * @throws Error with one sentence for the user when it cannot be started.
 */
export async function withCluster<Result>(
	signal: AbortSignal,
	use: (cluster: Cluster) => Promise<Result>,
): Promise<Result> {
	const programs = findPrograms();
	const folder = await mkdtemp(join(tmpdir(), 'n8n-queue-'));
	const ends = [() => rm(folder, { recursive: true, force: true })];
	try {
		// PostgreSQL runs as a user of its own, whose folder is in this one.
		await chmod(folder, 0o711);
		const simulator = await startSimulator({ rates: 'on' });
		ends.push(() => simulator.close());

		const postgres = await withProgress('Starting PostgreSQL', () =>
			startPostgres(programs, folder, signal),
		);
		ends.push(() => postgres.process.stop());
		const redis = await withProgress('Starting Redis', () => startRedis(programs, folder, signal));
		ends.push(() => redis.process.stop());

		const settings = { ...SHARED_SETTINGS, ...postgres.settings, ...redis.settings };
		const n8n = await withProgress("Starting n8n's main process", () =>
			startN8n({ userFolder: join(folder, 'main'), settings, signal }),
		);
		ends.push(() => n8n.stop());

		const workerNamed = (name: string) =>
			new Worker(name, {
				userFolder: join(folder, name),
				concurrency: WORKER_CONCURRENCY,
				settings,
				signal,
			});
		const workers = [workerNamed('worker-1'), workerNamed('worker-2')] as const;
		ends.push(...workers.map((worker) => () => worker.stop()));
		await withProgress('Starting two workers', () =>
			Promise.all(workers.map((worker) => worker.start())),
		);
		const credentials = await createCredentials(n8n, simulator);
		return await use({ n8n, workers, simulator, credentials, signal });
	} finally {
		await endAll(ends.reverse());
	}
}

/** Ends the rest too when one of them cannot be ended. */
async function endAll(ends: readonly (() => Promise<void>)[]): Promise<void> {
	const failures: unknown[] = [];
	for (const end of ends) await end().catch((error: unknown) => failures.push(error));
	if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be ended.');
}

async function createCredentials(
	{ client }: RunningN8n,
	simulator: Simulator,
): Promise<StoredCredential[]> {
	return [
		await client.credentials.create({
			name: 'Agora Chat account',
			type: 'agoraChatApi',
			data: { authentication: 'appCertificate', ...simulator.credentials },
		}),
		await client.credentials.create({
			name: 'Shop secret',
			type: 'httpHeaderAuth',
			data: SHOP_SECRET,
		}),
	];
}

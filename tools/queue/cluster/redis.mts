import { findFreePort } from '../../n8n/ports.mts';
import { untilReady } from '../../n8n/ready.mts';
import { startProcess, type ServerProcess } from '../../n8n/serverProcess.mts';
import type { Programs } from './programs.mts';

export interface Queue {
	process: ServerProcess;
	/** Settings of n8n, as environment variables. */
	settings: Readonly<Record<string, string>>;
}

/** Starts a Redis of its own on loopback, which keeps everything in memory. */
export async function startRedis(
	programs: Programs,
	folder: string,
	signal: AbortSignal,
): Promise<Queue> {
	const port = await findFreePort();
	const server = startProcess({
		name: 'redis',
		path: programs.setpriv,
		arguments: [
			...['--pdeathsig', 'TERM', programs.redisServer, '--port', String(port)],
			...['--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder],
		],
		folder,
		environment: {},
	});
	try {
		await untilReady(server, 'Ready to accept connections', { signal });
	} catch (error) {
		await server.stop();
		throw error;
	}
	return {
		process: server,
		settings: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: String(port) },
	};
}

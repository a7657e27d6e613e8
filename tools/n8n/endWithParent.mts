import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into n8n before anything else. Its standard input is a pipe from the process that started
 * it, which closes when that process ends, in whatever way; n8n ends then too. Its worker threads
 * load this as well, and have no standard input.
 */
if (isMainThread) {
	process.stdin.once('end', () => process.kill(process.pid, 'SIGTERM'));
	process.stdin.resume();
}

import type { ChildProcess } from 'node:child_process';

const running = new Set<ChildProcess>();

/** Ends a process with this one. */
export function endWithBenchmark(child: ChildProcess): void {
	running.add(child);
	child.once('close', () => running.delete(child));
}

process.once('exit', () => {
	for (const child of running) child.kill();
});

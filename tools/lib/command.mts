import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Runs a command in a folder; it ends with this process, and so does what it starts.
 *
 * @throws Error with all that it printed, when it fails.
 */
export async function run(
	command: string,
	commandArguments: readonly string[],
	folder: string,
): Promise<void> {
	const isWindows = process.platform === 'win32';
	const child = spawn(command, commandArguments, {
		cwd: folder,
		// The leader of a process group, so that all of it can be ended; Windows has no such groups.
		detached: !isWindows,
		// On Windows npm is a batch file, which only a shell can start.
		shell: isWindows && command === 'npm',
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const end = () => {
		if (child.pid === undefined || child.exitCode !== null) return;
		process.kill(isWindows ? child.pid : -child.pid, 'SIGTERM');
	};
	process.once('exit', end);
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (printed += text));
	}
	try {
		await once(child, 'close');
	} finally {
		process.off('exit', end);
	}
	if (child.exitCode === 0) return;
	throw new Error(`'${[command, ...commandArguments].join(' ')}' failed:\n\n${printed.trim()}`);
}

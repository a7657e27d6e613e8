import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a command ended, and all that it printed. */
export interface CommandResult {
	succeeded: boolean;
	printed: string;
}

/** Runs a command in a folder; it ends with this process, and so does what it starts. */
export async function run(
	command: string,
	commandArguments: readonly string[],
	folder: string,
): Promise<CommandResult> {
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
		return { succeeded: child.exitCode === 0, printed };
	} catch (error) {
		return { succeeded: false, printed: String(error) };
	} finally {
		process.off('exit', end);
	}
}

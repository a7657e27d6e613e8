import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a command ended, and all that it printed. */
export interface CommandResult {
	succeeded: boolean;
	printed: string;
}

/** Runs a command of npm or Node.js; it ends with this process. */
export async function run(
	command: string,
	commandArguments: readonly string[],
	folder: string,
): Promise<CommandResult> {
	const child = spawn(command, commandArguments, {
		cwd: folder,
		detached: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const end = () => {
		if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
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

import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { asObject } from '../../lib/json.mts';

const PROGRAM = join(import.meta.dirname, '..', 'programs', 'codeRunner.mts');

type StartRunnerTask = IWorkflowExecuteAdditionalData['startRunnerTask'];

/**
 * Starts a stand-in for n8n's task runner. As there, a process of its own gets the rows and the code
 * as JSON, runs the code in a context of its own and sends the result as JSON. What n8n does
 * besides is left out: its broker, the handshake for each task, and the workflow's other data.
 */
export async function startCodeRunner(): Promise<StartRunnerTask> {
	const runner = fork(PROGRAM, [], { execArgv: ['--import', import.meta.resolve('tsx')] });
	process.once('exit', () => runner.kill());
	await nextMessage(runner);
	return async (...[, , settings, , , , , , , , , items]) => {
		runner.send({ code: asObject(settings).code, items });
		const { result, error } = asObject(await nextMessage(runner));
		if (typeof error === 'string') throw new Error(`The Code node's code failed: ${error}`);
		// Of whatever type the caller asks for: the Code node checks what its code gives.
		return { ok: true, result: result as never };
	};
}

async function nextMessage(runner: ChildProcess): Promise<unknown> {
	return await new Promise((resolve) => runner.once('message', resolve));
}

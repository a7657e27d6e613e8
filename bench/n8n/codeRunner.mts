import { createContext, runInContext } from 'node:vm';

import type { INodeExecutionData, IWorkflowExecuteAdditionalData } from 'n8n-workflow';

import { isObject } from '../../n8n/json.mts';

type StartRunnerTask = IWorkflowExecuteAdditionalData['startRunnerTask'];

/**
 * Stands in for n8n's task runner, a process that gets the rows and the code over a socket: runs
 * the code in this process on the rows as they are. That is quicker than n8n is.
 */
export const startRunnerTask: StartRunnerTask = async <Result,>(
	...[, , settings, , , , , , , , , items]: Parameters<StartRunnerTask>
) => {
	if (!isObject(settings) || typeof settings.code !== 'string') {
		throw new Error('The Code node hands over no code.');
	}
	return { ok: true, result: await runCode<Result>(settings.code, items) };
};

async function runCode<Result>(code: string, items: INodeExecutionData[]): Promise<Result> {
	return await new Promise<Result>((resolve, reject) => {
		const context = createContext({ $input: { all: () => items }, items, resolve, reject });
		runInContext(`(async () => {\n${code}\n})().then(resolve, reject)`, context);
	});
}

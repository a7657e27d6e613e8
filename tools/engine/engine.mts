import 'reflect-metadata';

import { resolve } from 'node:path';

import { ExecutionLifecycleHooks, PackageDirectoryLoader, WorkflowExecute } from 'n8n-core';
import { Workflow, type INodeType, type IRun, type ITaskData } from 'n8n-workflow';

import { additionalDataFor } from './additionalData.mts';
import { CredentialStore } from './credentials.mts';
import { createEditor } from './editor.mts';
import { collectLog, listenToLog } from './log.mts';
import { createNodeTypes } from './nodeTypes.mts';
import type { Engine, FurtherParts, WorkflowRun } from './types.mts';

/**
 * Loads this package's built node into n8n's own workflow engine; n8n's server and database stay
 * away. Needs `npm run build` before.
 *
 * @param packageRoot folder that holds the package's `package.json` and `dist`.
 */
export async function loadEngine(
	packageRoot = process.cwd(),
	further: FurtherParts = {},
): Promise<Engine> {
	const loader = new PackageDirectoryLoader(resolve(packageRoot));
	await loader.loadAll();
	const nodeTypes = new Map<string, INodeType>();
	for (const name of Object.keys(loader.nodeTypes)) {
		const { type } = loader.getNode(name);
		if ('execute' in type) nodeTypes.set(name, type);
	}
	const credentialTypes = new Map(
		Object.entries(loader.credentialTypes).map(([name, { type }]) => [name, type]),
	);

	const [nodeName = '', nodeType] = [...nodeTypes][0] ?? [];
	const [credentialType = ''] = credentialTypes.keys();
	if (nodeType === undefined) throw new Error(`${packageRoot} holds no built node.`);

	listenToLog();
	let lastExecutionId = 0;
	return {
		nodeTypes,
		credentialTypes,
		collectLog,
		editor: (credentials) =>
			createEditor(
				nodeName,
				nodeType,
				credentialType,
				new CredentialStore(credentialTypes, credentials),
			),
		async run(file, { credentials, beforeReading, signal }) {
			const id = String(++lastExecutionId);
			const parts = {
				id,
				name: file.name,
				active: false,
				nodes: file.nodes,
				connections: file.connections,
				settings: { executionOrder: 'v1' as const, ...file.settings },
			};
			const workflow = new Workflow({
				...parts,
				nodeTypes: createNodeTypes(nodeTypes, further.nodeTypes),
			});
			const execution = new WorkflowExecute(
				{
					...additionalDataFor(
						id,
						new CredentialStore(credentialTypes, credentials, beforeReading),
					),
					...(further.startRunnerTask && { startRunnerTask: further.startRunnerTask }),
					hooks: new ExecutionLifecycleHooks('manual', id, {
						...parts,
						createdAt: new Date(),
						updatedAt: new Date(),
						isArchived: false,
						activeVersionId: null,
					}),
				},
				'manual',
			).run({
				workflow,
				startNode: workflow.queryNodes(isTrigger)[0],
				pinData: file.pinData ?? {},
			});
			signal?.addEventListener('abort', () => {
				execution.cancel();
			});
			return asWorkflowRun(await execution);
		},
	};
}

/** n8n's server names the trigger that fired; without it, the workflow's trigger is started. */
function isTrigger({ description }: INodeType): boolean {
	return description.group.includes('trigger');
}

function asWorkflowRun(record: IRun): WorkflowRun {
	const { status, data } = record;
	const { runData, error } = data.resultData;
	const runs = (name: string): ITaskData[] => runData[name] ?? [];
	const node = (name: string): ITaskData | undefined => runs(name).at(-1);
	return {
		status,
		error,
		record,
		runs,
		node,
		output: (name, index = 0) => node(name)?.data?.main?.[index] ?? [],
	};
}

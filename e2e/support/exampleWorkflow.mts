import type { INode } from 'n8n-workflow';

import { readWorkflow } from '../../tools/demo/workflow.mts';
import type { WorkflowFile } from '../../tools/engine/types.mts';
import { createExampleTable } from '../../tools/n8n/exampleTable.mts';
import type { StoredCredential, StoredDataTable } from '../../tools/n8n/server.mts';

/** An example with the stage's credential, and with others, in each node that asks for one. */
export async function readExample(
	fileName: string,
	...others: readonly StoredCredential[]
): Promise<WorkflowFile> {
	const workflow = await readWorkflow(fileName);
	const chosen = [stage.credential, ...others].map(
		({ id, name, type }) => [type, { id, name }] as const,
	);
	const nodes = workflow.nodes.map(({ credentials = {}, ...node }) => ({
		...node,
		credentials: {
			...credentials,
			...Object.fromEntries(chosen.filter(([type]) => type in credentials)),
		},
	}));
	return { ...workflow, nodes };
}

/** An example whose sample rows stand in a data table, which it reads. */
export async function readExampleWithTable(
	fileName: string,
): Promise<{ workflow: WorkflowFile; table: StoredDataTable }> {
	const example = await createExampleTable(await readExample(fileName), stage.n8n.client);
	if (example === undefined) throw new Error(`${fileName} has no data table.`);
	return example;
}

/** A copy of the workflow in which one node is changed. */
export function withNode(
	workflow: WorkflowFile,
	name: string,
	change: Partial<INode>,
): WorkflowFile {
	if (!workflow.nodes.some((node) => node.name === name)) {
		throw new Error(`The workflow '${workflow.name}' has no node '${name}'.`);
	}
	const nodes = workflow.nodes.map((node) => (node.name === name ? { ...node, ...change } : node));
	return { ...workflow, nodes };
}

/** A copy of the workflow whose schedule has no week to wait. */
export function withShortInterval(workflow: WorkflowFile, triggerName: string): WorkflowFile {
	const interval = [{ field: 'seconds', secondsInterval: 2 }];
	return withNode(workflow, triggerName, { parameters: { rule: { interval } } });
}

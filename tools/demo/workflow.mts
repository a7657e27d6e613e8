import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../engine/index.mts';
import { isObject } from '../lib/json.mts';
import { chain } from '../lib/nodes.mts';

/** Reads an example of this folder; the current folder is the package's. */
export async function readWorkflow(fileName: string): Promise<WorkflowFile> {
	const parsed: unknown = JSON.parse(await readFile(join('examples', fileName), 'utf8'));
	if (isWorkflow(parsed)) return parsed;
	throw new Error(`examples/${fileName} is not a workflow as n8n's editor exports it.`);
}

/** A copy of the workflow in which a node gives other rows than those pinned to it. */
export function withRows(
	workflow: WorkflowFile,
	nodeName: string,
	rows: IDataObject[],
): WorkflowFile {
	const pinned = { [nodeName]: rows.map((json) => ({ json })) };
	return { ...workflow, pinData: { ...workflow.pinData, ...pinned } };
}

/** A copy of the workflow in which some of a node's parameters are others. */
export function withParameters(
	workflow: WorkflowFile,
	nodeName: string,
	parameters: INodeParameters,
): WorkflowFile {
	const nodes = workflow.nodes.map((node) =>
		node.name === nodeName ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
	);
	return { ...workflow, nodes };
}

/**
 * A copy of the workflow in which an agent's tool is called once, with what the source gives in place
 * of the model; the same workflow where the node is no tool.
 */
export function withoutAgent(workflow: WorkflowFile, source: string, tool: string): WorkflowFile {
	const node = workflow.nodes.find(({ name }) => name === tool);
	if (node?.type.endsWith('Tool') !== true) return workflow;
	return {
		...workflow,
		nodes: [
			...workflow.nodes.filter(({ name }) => name === source),
			{ ...node, type: node.type.replace(/Tool$/, '') },
		],
		connections: chain(source, tool),
	};
}

function isWorkflow(value: unknown): value is WorkflowFile {
	return (
		isObject(value) &&
		typeof value.name === 'string' &&
		Array.isArray(value.nodes) &&
		isObject(value.connections)
	);
}

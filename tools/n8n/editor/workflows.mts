import { readdir } from 'node:fs/promises';

import type { INode } from 'n8n-workflow';

import { readWorkflow } from '../../demo/workflow.mts';
import type { WorkflowFile } from '../../engine/types.mts';
import { withCredentials } from '../chosenCredentials.mts';
import type { N8nClient, StoredCredential } from '../server.mts';
import type { Memory } from './memory.mts';

const TABLE_EXAMPLE = 'data-table-to-label.json';
const TABLE_NODE = 'Read the table';
const COLUMNS = ['user_id', 'name', 'plan'];

/** Creates the example workflows with their credentials chosen, and the table that one of them reads. */
export async function createWorkflows(
	client: N8nClient,
	memory: Memory,
	credentials: readonly StoredCredential[],
): Promise<void> {
	const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));
	for (const fileName of files.sort()) {
		await memory.once(fileName, async () => {
			const workflow = withCredentials(await readWorkflow(fileName), credentials);
			const filledIn = fileName === TABLE_EXAMPLE ? await withTable(workflow, client) : workflow;
			return await client.workflows.create(filledIn);
		});
	}
}

/** Moves the sample rows out of the pin into a data table, and has the workflow read that. */
async function withTable(workflow: WorkflowFile, client: N8nClient): Promise<WorkflowFile> {
	const { [TABLE_NODE]: rows = [], ...pinData } = workflow.pinData ?? {};
	const table = await client.dataTables.create(
		'Subscribers',
		COLUMNS.map((name) => ({ name, type: 'string' })),
	);
	await client.dataTables.insert(
		table,
		rows.map(({ json }) => Object.fromEntries(COLUMNS.map((name) => [name, json[name]]))),
	);
	const chosen = { __rl: true, mode: 'list', value: table.id, cachedResultName: table.name };
	return {
		...withNodes(workflow, (node) =>
			node.name === TABLE_NODE
				? { ...node, parameters: { ...node.parameters, dataTableId: chosen } }
				: node,
		),
		pinData,
	};
}

function withNodes(workflow: WorkflowFile, change: (node: INode) => INode): WorkflowFile {
	return { ...workflow, nodes: workflow.nodes.map(change) };
}

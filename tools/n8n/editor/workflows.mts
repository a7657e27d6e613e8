import { readdir } from 'node:fs/promises';

import type { INode } from 'n8n-workflow';

import { readWorkflow } from '../../demo/workflow.mts';
import type { WorkflowFile } from '../../engine/types.mts';
import { withCredentials } from '../chosenCredentials.mts';
import type { N8nClient, StoredCredential } from '../server.mts';
import type { Memory } from './memory.mts';

/** The tables that examples read. */
const TABLES: Readonly<Record<string, { tableName: string; columns: readonly string[] }>> = {
	'data-table-to-label.json': { tableName: 'Subscribers', columns: ['user_id', 'name', 'plan'] },
	'tags-to-labels.json': { tableName: 'Customers', columns: ['user_id', 'name', 'tags'] },
};
const TABLE_NODE = 'Read the table';

/** Creates the example workflows with their credentials chosen, and the tables that some of them read. */
export async function createWorkflows(
	client: N8nClient,
	memory: Memory,
	credentials: readonly StoredCredential[],
): Promise<void> {
	const files = (await readdir('examples')).filter((name) => name.endsWith('.json'));
	for (const fileName of files.sort()) {
		await memory.once(fileName, async () => {
			const workflow = withCredentials(await readWorkflow(fileName), credentials);
			const table = TABLES[fileName];
			const filledIn = table === undefined ? workflow : await withTable(workflow, table, client);
			return await client.workflows.create(filledIn);
		});
	}
}

/** Moves the sample rows out of the pin into a data table, and has the workflow read that. */
async function withTable(
	workflow: WorkflowFile,
	{ tableName, columns }: { tableName: string; columns: readonly string[] },
	client: N8nClient,
): Promise<WorkflowFile> {
	const { [TABLE_NODE]: rows = [], ...pinData } = workflow.pinData ?? {};
	const table = await client.dataTables.create(
		tableName,
		columns.map((name) => ({ name, type: 'string' })),
	);
	await client.dataTables.insert(
		table,
		rows.map(({ json }) => Object.fromEntries(columns.map((name) => [name, json[name]]))),
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

import { DATA_TABLE_SYSTEM_COLUMNS, type IDataObject, type INode } from 'n8n-workflow';

import type { WorkflowFile } from '../engine/types.mts';
import { textAt } from '../lib/json.mts';
import type { N8nClient, StoredDataTable } from './client/index.mts';

const TABLE_TYPE = 'n8n-nodes-base.dataTable';

/**
 * Moves the sample rows of an example out of their pin into a data table of n8n, and chooses that in
 * all nodes that read it or write to it. Undefined when the example has no data table.
 */
export async function createExampleTable(
	workflow: WorkflowFile,
	client: N8nClient,
): Promise<{ workflow: WorkflowFile; table: StoredDataTable } | undefined> {
	const reader = workflow.nodes.find(
		(node) => isTableNode(node) && workflow.pinData?.[node.name] !== undefined,
	);
	if (reader === undefined) return undefined;

	const { [reader.name]: pinned = [], ...pinData } = workflow.pinData ?? {};
	const rows = pinned.map(({ json }) => withoutSystemColumns(json));
	const table = await client.dataTables.create(
		textAt(reader.parameters.dataTableId, 'value'),
		Object.keys(rows[0] ?? {}).map((name) => ({ name, type: 'string' })),
	);
	await client.dataTables.insert(table, rows);
	const dataTableId = { __rl: true, mode: 'list', value: table.id, cachedResultName: table.name };
	const nodes = workflow.nodes.map((node) =>
		isTableNode(node) ? { ...node, parameters: { ...node.parameters, dataTableId } } : node,
	);
	return { workflow: { ...workflow, nodes, pinData }, table };
}

function isTableNode({ type }: INode): boolean {
	return type === TABLE_TYPE;
}

/** The columns that n8n adds to each table itself. */
function withoutSystemColumns(row: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(row).filter(([name]) => !DATA_TABLE_SYSTEM_COLUMNS.includes(name)),
	);
}

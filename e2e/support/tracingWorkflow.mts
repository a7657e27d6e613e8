import type { IDataObject, INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../tools/engine/types.mts';
import { chain } from '../../tools/lib/nodes.mts';
import { manualTrigger } from './editor.mts';

/**
 * Gives rows from 'Source' to a node, and what comes out to 'After success' and 'After failure',
 * which look up the `name` of the row that each item came from and put it under `origin`.
 */
export function tracingWorkflow(rows: readonly IDataObject[], node: INode): WorkflowFile {
	const outputs = ['After success', 'After failure'].map((name) => [
		{ node: name, type: 'main' as const, index: 0 },
	]);
	return {
		name: `Trace back through ${node.name}`,
		settings: { executionOrder: 'v1' },
		nodes: [manualTrigger(), source(), node, lookUp('After success'), lookUp('After failure')],
		connections: { ...chain('Start', 'Source', node.name), [node.name]: { main: outputs } },
		pinData: { Source: rows.map((json) => ({ json })) },
	};
}

function source(): INode {
	return {
		id: 'source',
		name: 'Source',
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [220, 0],
		parameters: {},
	};
}

function lookUp(name: string): INode {
	const value = "={{ $('Source').item.json.name }}";
	const assignments = [{ id: 'origin', name: 'origin', type: 'string', value }];
	return {
		id: name,
		name,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [660, 0],
		parameters: { assignments: { assignments } },
	};
}

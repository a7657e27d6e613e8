import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/types.mts';

/** The credential is chosen when the workflow is published. */
const CREDENTIALS = { agoraChatApi: { id: '', name: '' } };

/** A webhook that runs the code of a Code node and hands its rows to the node. */
export function rowsFromCode(
	name: string,
	parts: { path: string; code: string; parameters: INode['parameters'] },
): WorkflowFile {
	const webhook = {
		httpMethod: 'POST',
		path: parts.path,
		responseMode: 'lastNode',
		responseData: 'firstEntryJson',
		options: {},
	};
	const nodes: INode[] = [
		node('Start', 'n8n-nodes-base.webhook', 2, webhook),
		node('Make the rows', 'n8n-nodes-base.code', 2, { jsCode: parts.code }),
		{
			...node('Agora Chat', 'n8n-nodes-agora-chat-push.agoraChatPush', 1, parts.parameters),
			credentials: CREDENTIALS,
			onError: 'continueRegularOutput',
		},
	];
	return {
		name,
		nodes,
		connections: { ...link('Start', 'Make the rows'), ...link('Make the rows', 'Agora Chat') },
		settings: { executionOrder: 'v1' },
	};
}

function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: INode['parameters'],
): INode {
	return { id: name, name, type, typeVersion, position: [0, 0], parameters, webhookId: name };
}

function link(from: string, to: string): WorkflowFile['connections'] {
	return { [from]: { main: [[{ node: to, type: 'main', index: 0 }]] } };
}

import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../../engine/types.mts';
import { chain, node } from '../../lib/nodes.mts';

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
		{ ...node('Start', 'n8n-nodes-base.webhook', 2, webhook), webhookId: 'Start' },
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
		connections: chain(...nodes.map((one) => one.name)),
		settings: { executionOrder: 'v1' },
	};
}

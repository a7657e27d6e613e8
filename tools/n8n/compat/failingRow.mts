import type { WorkflowFile } from '../../engine/types.mts';
import { chain, node } from '../../lib/nodes.mts';

/** The node under test. */
export const PUSH = 'Push';

/** Pushes to two rows of which the second lacks its user, with 'Continue (using error output)'. */
export const failingRow: WorkflowFile = {
	name: 'A row that cannot be pushed',
	settings: { executionOrder: 'v1' },
	nodes: [
		node('Start', 'n8n-nodes-base.manualTrigger', 1, {}),
		{
			...node(PUSH, 'n8n-nodes-agora-chat-push.agoraChatPush', 1, {
				userIds: '={{ $json.userId }}',
				title: 'Hello',
				content: 'How are you?',
			}),
			position: [220, 0],
			credentials: { agoraChatApi: { id: null, name: '' } },
			onError: 'continueErrorOutput',
		},
	],
	connections: chain('Start', PUSH),
	pinData: { Start: [{ json: { userId: 'anna' } }, { json: { userId: '' } }] },
};

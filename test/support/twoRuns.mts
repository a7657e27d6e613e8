import { expect } from '@jest/globals';
import type { IDataObject, INode, INodeParameters, ITaskData } from 'n8n-workflow';

import type { Simulator } from '../../simulator/index.mts';

const NODE_NAME = 'Agora Chat Push';

function node(name: string, type: string, parameters: INodeParameters = {}): INode {
	return { id: name, name, type, typeVersion: 1, position: [0, 0], parameters };
}

/** Two branches that lead into one node without a Merge, which n8n runs once for each. */
export async function runInTwoRuns(
	simulator: Pick<Simulator, 'credentials'>,
	parts: [IDataObject[], IDataObject[]],
	settings: Partial<INode>,
): Promise<ITaskData[]> {
	const to = (name: string) => ({ node: name, type: 'main' as const, index: 0 });
	const run = await n8nEngine.run(
		{
			name: 'Two branches',
			nodes: [
				node('Start', 'n8n-nodes-base.manualTrigger'),
				node('First', 'n8n-nodes-base.set'),
				// n8n runs the branch first that stands higher on the canvas.
				{ ...node('Second', 'n8n-nodes-base.set'), position: [0, 100] },
				{
					...node(NODE_NAME, 'n8n-nodes-agora-chat-push.agoraChatPush'),
					credentials: { agoraChatApi: { id: '1', name: 'Account' } },
					...settings,
				},
			],
			connections: {
				Start: { main: [[to('First'), to('Second')]] },
				First: { main: [[to(NODE_NAME)]] },
				Second: { main: [[to(NODE_NAME)]] },
			},
			pinData: {
				Start: [{ json: {} }],
				First: parts[0].map((json) => ({ json })),
				Second: parts[1].map((json) => ({ json })),
			},
		},
		{ credentials: { ...simulator.credentials } },
	);
	expect(run.error).toBeUndefined();
	return run.runs(NODE_NAME);
}

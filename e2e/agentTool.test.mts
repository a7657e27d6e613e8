import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import type { WorkflowFile } from '../tools/engine/types.mts';
import { chain } from '../tools/lib/nodes.mts';
import type { StoredCredential } from '../tools/n8n/server.mts';
import { agoraNode, manualTrigger, openNode, openPage, openWorkflow } from './support/editor.mts';
import { savePicture } from './support/panel.mts';
import { startModelStub, type ModelStub } from './support/modelStub.mts';

/** n8n loads its AI nodes at their first run. */
const FIRST_RUN_TIMEOUT_MS = 50_000;
const ANSWER = 'Anna knows now that her order has arrived.';

let model: ModelStub;
let modelCredential: StoredCredential;

beforeAll(async () => {
	model = await startModelStub({
		toolArguments: { userIds: 'anna', title: 'Your order', content: 'It has arrived.' },
		finalText: ANSWER,
	});
	modelCredential = await stage.n8n.client.credentials.create({
		name: 'Model stub',
		type: 'openAiApi',
		data: { apiKey: 'not-a-key', url: model.url },
	});
});

afterAll(async () => {
	await model.close();
});

beforeEach(() => {
	stage.simulator.reset();
	stage.simulator.seed({ users: ['anna', 'ben'] });
});

it.each([
	['Responses API', true],
	['Chat Completions API', false],
])(
	"an AI agent sends one push with the node as its tool, over OpenAI's %s",
	async (_api, isNew) => {
		const { simulator, n8n } = stage;
		const { id } = await n8n.client.workflows.create(agentWorkflow(isNew));
		const executionId = await n8n.client.workflows.run(id, 'Start');
		const execution = await n8n.client.executions.waitFor(executionId, FIRST_RUN_TIMEOUT_MS);
		await n8n.client.workflows.delete(id);

		expect(execution.status).toBe('success');
		expect(execution.items('AI Agent').map(({ json }) => json.output)).toEqual([ANSWER]);
		expect(simulator.deliveries).toEqual([
			expect.objectContaining({
				userId: 'anna',
				reached: true,
				message: expect.objectContaining({ title: 'Your order', content: 'It has arrived.' }),
			}),
		]);
		expect(simulator.requests.filter(({ path }) => path.endsWith('/push/single'))).toHaveLength(1);
		expect(JSON.stringify(model.requests.at(-1))).toContain('ASYNC_SUCCESS');
	},
);

it('the form of the tool says what an agent learns, until the tool waits for the result', async () => {
	const page = await openPage();
	await openWorkflow(page, agentWorkflow(true));
	const panel = await openNode(page, 'Push');
	const notice = panel.getByText('The agent learns that Agora accepted the push');
	await notice.waitFor();
	await savePicture(page, 'tool of an agent');
	// In a tool's form the middle of the field is beside the switch.
	await panel.getByTestId('parameter-input-waitForResult').locator('.el-switch').click();
	await notice.waitFor({ state: 'hidden' });
	await page.context().close();
});

function agentWorkflow(responsesApiEnabled: boolean): WorkflowFile {
	const agent: INode = {
		id: 'agent',
		name: 'AI Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 3.1,
		position: [220, 0],
		parameters: { promptType: 'define', text: 'Tell anna that her order has arrived.' },
	};
	const chatModel: INode = {
		id: 'model',
		name: 'Model',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.3,
		position: [220, 220],
		parameters: {
			model: { __rl: true, mode: 'id', value: 'stub' },
			responsesApiEnabled,
		},
		credentials: { openAiApi: { id: modelCredential.id, name: modelCredential.name } },
	};
	const tool = agoraNode(
		{
			userIds: "={{ $fromAI('userIds', 'Who gets the push', 'string') }}",
			title: "={{ $fromAI('title', '', 'string') }}",
			content: "={{ $fromAI('content', '', 'string') }}",
		},
		{ name: 'Push', type: 'n8n-nodes-agora-chat-push.agoraChatPushTool' },
	);
	return {
		name: 'An agent that pushes',
		settings: { executionOrder: 'v1' },
		nodes: [manualTrigger(), agent, chatModel, tool],
		connections: {
			...chain('Start', 'AI Agent'),
			Model: { ai_languageModel: [[{ node: 'AI Agent', type: 'ai_languageModel', index: 0 }]] },
			Push: { ai_tool: [[{ node: 'AI Agent', type: 'ai_tool', index: 0 }]] },
		},
	};
}

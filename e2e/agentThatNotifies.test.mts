import { afterEach, beforeEach, expect, it } from '@jest/globals';

import type { WorkflowFile } from '../tools/engine/types.mts';
import { asList, asObject, type JsonObject } from '../tools/lib/json.mts';
import { openPage, openWorkflow } from './support/editor.mts';
import { readExample } from './support/exampleWorkflow.mts';
import { startModelStub, type ModelStub } from './support/modelStub.mts';
import { savePicture } from './support/panel.mts';

/** n8n loads its AI nodes at their first run. */
const FIRST_RUN_TIMEOUT_MS = 50_000;
const ANSWER = 'Anna knows that her order is ready.';
const TEXTS = { title: 'Ready for pickup', content: 'Your order A-1001 waits for you.' };

let model: ModelStub;

beforeEach(() => {
	stage.simulator.reset();
	stage.simulator.seed({ users: ['anna', 'ben', { id: 'emil', devices: [] }] });
});

afterEach(async () => {
	await model.close();
});

it('pushes to the one user whom the model names, and tells the model that it arrived', async () => {
	const output = await runWith({ userId: 'anna', ...TEXTS });

	expect(output).toEqual([ANSWER]);
	expect(stage.simulator.deliveries).toEqual([
		expect.objectContaining({
			userId: 'anna',
			reached: true,
			message: expect.objectContaining(TEXTS),
		}),
	]);
	expect(toolAnswer()).toContain('"pushStatus":"SUCCESS"');
});

it('tells the model why a user was not reached', async () => {
	await runWith({ userId: 'emil', ...TEXTS });

	expect(toolAnswer()).toContain('no push binding');
});

it.each(['anna, ben', '["anna", "ben"]'])(
	'pushes to nobody when the model names %s',
	async (userId) => {
		await runWith({ userId, ...TEXTS });

		expect(toolAnswer()).toContain("'Max Recipients'");
		expect(stage.simulator.requests).toEqual([]);
	},
);

it('takes nothing from the model but the user, the title and the content', async () => {
	await runWith({ userId: 'anna', ...TEXTS, operation: 'sendToAll', waitForResult: false });

	const [{ action, body } = {}] = stage.simulator.requests;
	expect(action).toBe('sendToUsers');
	expect(body).toMatchObject({ targets: ['anna'], async: false });
});

it('answers in the chat of the editor', async () => {
	const example = await exampleWith({ userId: 'anna', ...TEXTS });
	const page = await openPage();
	await openWorkflow(page, { ...example, pinData: {} });
	await page.getByTestId('workflow-chat-button').click();
	const input = page.getByPlaceholder(/message/i);
	await input.fill('Tell anna that order A-1001 is ready.');
	await input.press('Enter');
	await page.getByText(ANSWER).first().waitFor();
	await savePicture(page, 'agent in the chat');

	expect(JSON.stringify(model.requests[0]?.messages)).toContain('Tell anna that order A-1001');
	expect(stage.simulator.deliveries.map(({ userId }) => userId)).toEqual(['anna']);
	await page.context().close();
});

/** Runs the example as it is imported, with its sample request; gives what the agent says. */
async function runWith(toolArguments: JsonObject): Promise<unknown[]> {
	const { workflows, executions } = stage.n8n.client;
	const { id } = await workflows.create(await exampleWith(toolArguments));
	try {
		const executionId = await workflows.run(id, 'Request');
		const execution = await executions.waitFor(executionId, FIRST_RUN_TIMEOUT_MS);
		expect(execution.status).toBe('success');
		return execution.items('Notify users').map(({ json }) => json.output);
	} finally {
		await workflows.delete(id);
	}
}

/** The example with a model that calls the tool so. */
async function exampleWith(toolArguments: JsonObject): Promise<WorkflowFile> {
	model = await startModelStub({ toolArguments, finalText: ANSWER });
	const credential = await stage.n8n.client.credentials.create({
		name: 'Model stub',
		type: 'openAiApi',
		data: { apiKey: 'not-a-key', url: model.url },
	});
	return await readExample('agent-that-notifies.json', credential);
}

/** What the model got from the tool. */
function toolAnswer(): string {
	return String(asObject(asList(model.requests.at(-1)?.messages).at(-1)).content);
}

import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { INode, INodeParameters } from 'n8n-workflow';

import type { WorkflowFile } from '../../tools/engine/types.mts';

/** A page of the browser in which the owner of n8n is logged in. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
	const { n8n, browser } = stage;
	const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
	context.setDefaultTimeout(30_000);
	await context.addCookies([
		{ name: 'n8n-auth', value: n8n.client.connection.session, url: n8n.url },
	]);
	return await context.newPage();
}

/** Stores a workflow and opens it in the editor. */
export async function openWorkflow(page: Page, workflow: WorkflowFile): Promise<string> {
	const { id } = await stage.n8n.client.workflows.create(workflow);
	await page.goto(`${stage.n8n.url}/workflow/${id}`);
	await canvasNode(page).first().waitFor();
	return id;
}

export function canvasNode(page: Page, name = ''): Locator {
	return page.getByTestId(/^canvas-(trigger-)?node$/).filter({ hasText: name });
}

/** Opens a node's panel with its parameters. */
export async function openNode(page: Page, name: string): Promise<Locator> {
	await canvasNode(page, name).first().dblclick();
	const panel = page.getByTestId('ndv');
	await panel.waitFor();
	return panel;
}

/** Executes the open workflow by the button below the canvas, and waits for its end. */
export async function executeWorkflow(page: Page): Promise<void> {
	await page.getByTestId('execute-workflow-button').click();
	await page.getByText('Workflow executed successfully').first().waitFor();
}

/** The node under test, with the stage's credential. */
export function agoraNode(parameters: INodeParameters, more: Partial<INode> = {}): INode {
	const { id, name } = stage.credential;
	return {
		id: 'agora',
		name: 'Agora Chat Push',
		type: 'n8n-nodes-agora-chat-push.agoraChatPush',
		typeVersion: 1,
		position: [440, 0],
		parameters,
		credentials: { agoraChatApi: { id, name } },
		...more,
	};
}

export function manualTrigger(): INode {
	return {
		id: 'start',
		name: 'Start',
		type: 'n8n-nodes-base.manualTrigger',
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
}

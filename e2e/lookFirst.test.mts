import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { INodeParameters } from 'n8n-workflow';

import { agoraNode, manualTrigger, openNode, openPage, openWorkflow } from './support/editor.mts';
import { savePicture } from './support/panel.mts';

let page: Page;

beforeAll(async () => {
	stage.simulator.reset();
	stage.simulator.seed({
		users: [{ id: 'anna', devices: ['apns', 'fcm'] }],
		labels: [{ name: 'vip', members: ['anna', 'ben'] }],
	});
	page = await openPage();
});

afterAll(async () => {
	await page.context().close();
	stage.simulator.reset();
});

/** Runs the node by its own button, and gives the output panel once it shows the text. */
async function outputOf(parameters: INodeParameters, text: string): Promise<Locator> {
	await openWorkflow(page, {
		name: 'Look first',
		nodes: [manualTrigger(), agoraNode(parameters)],
		connections: { Start: { main: [[{ node: 'Agora Chat Push', type: 'main', index: 0 }]] } },
	});
	const panel = await openNode(page, 'Agora Chat Push');
	await panel.getByTestId('node-execute-button').click();
	const output = panel.getByTestId('output-panel');
	await output.getByText(text).first().waitFor();
	return output;
}

it('a dry run of a push shows who would get it, and sends nothing', async () => {
	const output = await outputOf(
		{
			...{ resource: 'push', operation: 'sendToLabels', labelNames: ['vip'], dryRun: true },
			...{ title: 'Your parcel', content: 'It is here' },
		},
		'dry run, nothing sent · 1 task · 1 call in a real run, about 1 s',
	);
	await output.getByTestId('radio-button-table').click();
	await output.getByText('recipientsAtMost').first().waitFor();
	expect(stage.simulator.deliveries).toEqual([]);
	await savePicture(page, 'push dry run');
});

it('the devices of a user show under the names of their certificates', async () => {
	const output = await outputOf(
		{ resource: 'user', operation: 'getDevices', userIds: 'anna' },
		'1 user · 1 call',
	);
	await output.getByTestId('radio-button-table').click();
	await output.getByText('simulator-apns').first().waitFor();
	await output.getByText('simulator-fcm').first().waitFor();
	await savePicture(page, 'devices of a user');
});

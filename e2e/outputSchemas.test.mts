import { readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

import { chain } from '../tools/lib/nodes.mts';
import { agoraNode, manualTrigger, openNode, openPage, openWorkflow } from './support/editor.mts';
import { savePicture } from './support/panel.mts';
import { PANEL_FORMS } from './support/panelForms.mts';

it.each(PANEL_FORMS)('n8n finds the output schema of $resource: $operation', async (form) => {
	const file = `${form.resource}/${form.operation}.json`;
	const answer = await stage.n8n.client.connection.fetch(
		'GET',
		`/schemas/n8n-nodes-agora-chat-push.agoraChatPush/1.0.0/${file}`,
	);
	const schema = readFileSync(`nodes/AgoraChatPush/__schema__/v1.0.0/${file}`, 'utf8');
	expect(answer).toEqual(JSON.parse(schema));
});

it('the fields of the output can be mapped before the first run', async () => {
	const page = await openPage();
	await openWorkflow(page, {
		name: 'Output schema',
		nodes: [
			manualTrigger(),
			agoraNode({ userIds: 'anna', title: 'Hello', content: 'World' }),
			{
				id: 'next',
				name: 'Next',
				type: 'n8n-nodes-base.set',
				typeVersion: 3.4,
				position: [660, 0],
				parameters: {},
			},
		],
		connections: { ...chain('Start', 'Agora Chat Push', 'Next') },
	});
	const panel = await openNode(page, 'Next');
	await panel.getByText('Usually outputs the following fields.').waitFor();
	await panel.getByText('pushStatus', { exact: true }).first().waitFor();
	await savePicture(page, 'fields before the first run');
	await page.context().close();
});

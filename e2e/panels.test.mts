import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { agoraNode, canvasNode, openNode, openPage, openWorkflow } from './support/editor.mts';
import { expectWithin, formFields, headings, savePicture } from './support/panel.mts';
import { nameOf, PANEL_FORMS, type PanelForm } from './support/panelForms.mts';

const WINDOW_SIZES = [
	{ width: 1440, height: 1000 },
	{ width: 1024, height: 768 },
];

describe.each(WINDOW_SIZES)('in a window of $width x $height', ({ width, height }) => {
	let page: Page;

	beforeAll(async () => {
		stage.simulator.reset();
		page = await openPage({ viewport: { width, height } });
		const nodes = PANEL_FORMS.map(nodeOf);
		await openWorkflow(page, { name: 'Panels', nodes, connections: {} });
	});

	afterEach(async () => {
		const close = page.getByTestId('ndv-close-button');
		if (await close.isVisible()) await close.click();
		await close.waitFor({ state: 'hidden' });
	});

	afterAll(async () => {
		await page.context().close();
	});

	it('the canvas says what each node does', async () => {
		await takePicture('canvas');
		for (const form of PANEL_FORMS) {
			const node = canvasNode(page, nameOf(form)).first();
			await node.getByText(form.subtitle, { exact: true }).waitFor();
		}
	});

	it.each(PANEL_FORMS)('$resource: $operation shows its form', async (form) => {
		const panel = await openNode(page, nameOf(form));
		const fields = await formFields(panel);
		expect(await headings(fields)).toEqual(['Resource', 'Operation', ...form.fields]);
		const issue = page.getByTestId('parameter-issues');
		expect(await headings(fields.filter({ has: issue }))).toEqual(form.marked);
		await expectWithin(panel, fields);

		await takePicture(nameOf(form));
		if (form.resource !== 'push') return;
		await fields.last().scrollIntoViewIfNeeded();
		await takePicture(`${nameOf(form)} end`);
	});

	async function takePicture(name: string): Promise<void> {
		await savePicture(page, `${width} ${name}`);
	}
});

it('a refused user stands in the output beside those who were reached', async () => {
	stage.simulator.seed({ users: ['anna'] });
	const page = await openPage();
	const push = { userIds: 'anna, nobody', title: 'Hello', content: 'World', waitForResult: true };
	await openWorkflow(page, { name: 'Refused', nodes: [agoraNode(push)], connections: {} });
	const panel = await openNode(page, 'Agora Chat Push');
	await panel.getByTestId('node-execute-button').click();
	const output = panel.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	const refused = output.getByRole('row').filter({ hasText: 'nobody' });
	await refused.getByText('FAIL').waitFor();
	await panel.getByTestId('node-execute-button').getByText('Execute step').waitFor();
	await savePicture(page, 'refused');
	await page.context().close();
});

function nodeOf(form: PanelForm, index: number): ReturnType<typeof agoraNode> {
	const { resource, operation } = form;
	const position: [number, number] = [(index % 4) * 260, Math.floor(index / 4) * 220];
	return agoraNode({ resource, operation }, { id: nameOf(form), name: nameOf(form), position });
}

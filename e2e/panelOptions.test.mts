import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { agoraNode, openNode, openPage, openWorkflow } from './support/editor.mts';
import { expectWithin, formFields, headings, savePicture } from './support/panel.mts';
import { nameOf, PANEL_FORMS } from './support/panelForms.mts';

let page: Page;

beforeAll(async () => {
	stage.simulator.reset();
	page = await openPage({ viewport: { width: 1024, height: 1200 } });
	const nodes = PANEL_FORMS.map((form, index) => {
		const { resource, operation, options } = form;
		return agoraNode(
			// Some options show only where somebody waits for a result.
			{ resource, operation, options, waitForResult: true },
			{ id: nameOf(form), name: nameOf(form), position: [(index % 4) * 260, (index >> 2) * 220] },
		);
	});
	await openWorkflow(page, { name: 'Options', nodes, connections: {} });
});

afterEach(async () => {
	await page.getByTestId('ndv-close-button').click();
	await page.getByTestId('ndv-close-button').waitFor({ state: 'hidden' });
});

afterAll(async () => {
	await page.context().close();
});

it.each(PANEL_FORMS)('$resource: $operation shows each of its options', async (form) => {
	const panel = await openNode(page, nameOf(form));
	const fields = await formFields(panel);
	await fields.last().scrollIntoViewIfNeeded();
	await savePicture(page, `options ${nameOf(form)}`);

	const texts = await headings(fields);
	const options = texts.slice(texts.lastIndexOf('Options') + 1);
	expect(options).toHaveLength(Object.keys(form.options).length);
	expect(options).toEqual([...options].sort());
	await expectWithin(panel, fields);
});

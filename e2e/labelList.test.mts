import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { agoraNode, openNode, openPage, openWorkflow } from './support/editor.mts';

const PAGE_SIZE = 100;
const LABEL_COUNT = 250;

describe("the list of labels in 'From List'", () => {
	let page: Page;
	let panel: Locator;
	let entries: Locator;

	beforeAll(async () => {
		stage.simulator.reset();
		stage.simulator.seed({
			labels: Array.from({ length: LABEL_COUNT }, (_, index) => ({ name: `label-${index}` })),
		});
		page = await openPage();
		await openWorkflow(page, {
			name: 'Label list',
			nodes: [agoraNode({ resource: 'label', operation: 'get' })],
			connections: {},
		});
		panel = await openNode(page, 'Agora Chat Push');
		entries = page.getByTestId('rlc-item');
	});

	afterAll(async () => {
		stage.simulator.reset();
		await page.context().close();
	});

	it('grows as the user scrolls, to the last label', async () => {
		await panel.getByTestId('rlc-input').click();
		for (let seen = PAGE_SIZE; seen < LABEL_COUNT; seen += PAGE_SIZE) {
			await entries.nth(seen - 1).scrollIntoViewIfNeeded();
			await entries.nth(seen).waitFor();
		}
		const names = await entries.allInnerTexts();
		expect(new Set(names).size).toBe(LABEL_COUNT);
		expect(names.at(-1)).toBe('label-0');
	});

	it('is searched in all labels, whatever the case, and one is chosen', async () => {
		await page.getByTestId('rlc-search').fill('LABEL-17');
		await entries.getByText('label-249', { exact: true }).waitFor({ state: 'detached' });
		await entries.first().waitFor();
		expect(await entries.count()).toBe(11);

		await entries.getByText('label-170', { exact: true }).click();
		expect(await panel.getByTestId('rlc-input').inputValue()).toBe('label-170');
	});

	it("keeps the choice when the user switches to 'By Name'", async () => {
		await panel.getByTestId('rlc-mode-selector').click();
		await page.getByRole('option', { name: 'By Name' }).click();
		expect(await panel.getByTestId('rlc-input').inputValue()).toBe('label-170');
	});

	it("marks a name in 'By Name' that no label can have", async () => {
		await panel.getByTestId('rlc-input').fill('two words');
		await panel.getByTestId('parameter-issues').waitFor();
		await panel.getByTestId('rlc-input').fill('label-3');
		await panel.getByTestId('parameter-issues').waitFor({ state: 'hidden' });
	});

	it('gives the name to the step', async () => {
		await panel.getByTestId('node-execute-button').click();
		await panel.getByTestId('output-panel').getByText('label-3').waitFor();
	});
});

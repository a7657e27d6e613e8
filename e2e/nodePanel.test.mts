import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { manualTrigger, openPage, openWorkflow } from './support/editor.mts';
import { savePicture } from './support/panel.mts';
import { PANEL_FORMS } from './support/panelForms.mts';

const SEARCHES = [
	...['agora', 'push', 'notification', 'firebase', 'broadcast', 'campaign'],
	...['audience', 'segment', 'tag', 'topic'],
];

async function searchNodes(page: Page, text: string): Promise<void> {
	await openWorkflow(page, {
		name: 'Search',
		nodes: [manualTrigger()],
		connections: {},
	});
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').fill(text);
}

describe('the node panel', () => {
	it('finds the node by the words that people have for what it does', async () => {
		const page = await openPage();
		await searchNodes(page, '');
		const found = page
			.getByTestId('node-creator-item-name')
			.getByText('Agora Chat Push', { exact: true });
		for (const text of SEARCHES) {
			await page.getByTestId('node-creator-search-bar').fill('of no node');
			await found.waitFor({ state: 'hidden' });
			await page.getByTestId('node-creator-search-bar').fill(text);
			await found.waitFor();
		}
		await page.context().close();
	});

	it.each([
		['light', 'agoraChatPush.svg'],
		['dark', 'agoraChatPush.dark.svg'],
	] as const)('shows its icon in the %s theme', async (colorScheme, file) => {
		const page = await openPage({ colorScheme });
		await searchNodes(page, 'agora');
		const icon = page.locator(`img[src$="${file}"]`).first();
		await icon.waitFor();
		expect(
			await icon.evaluate((image) => 'naturalWidth' in image && Number(image.naturalWidth)),
		).toBeGreaterThan(0);
		await page.context().close();
	});
});

it('the node panel offers an action for each operation', async () => {
	const page = await openPage();
	await searchNodes(page, 'agora');
	const items = page.getByTestId('node-creator-item-name');
	await items.getByText('Agora Chat Push', { exact: true }).click();
	await items.getByText('Sync label members', { exact: true }).waitFor();
	// The node that was clicked stays among the items while its list slides away.
	const actions = items.filter({ hasNotText: 'Agora Chat Push' });
	expect(await actions.count()).toBe(PANEL_FORMS.length);
	await savePicture(page, 'actions');
	await page.context().close();
});

it('n8n offers the node to its AI agents as a tool', async () => {
	const names = (await stage.n8n.client.nodeTypes()).map(({ name }) => name);
	expect(names).toContain('n8n-nodes-agora-chat-push.agoraChatPush');
	expect(names).toContain('n8n-nodes-agora-chat-push.agoraChatPushTool');
});

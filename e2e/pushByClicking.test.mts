import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { manualTrigger, openPage, openWorkflow } from './support/editor.mts';

let page: Page;

beforeAll(async () => {
	stage.simulator.reset();
	stage.simulator.seed({ users: [{ id: 'anna', devices: ['apns', 'fcm'] }] });
	page = await openPage();
});

afterAll(async () => {
	await page.context().close();
	stage.simulator.reset();
});

it('a push is built by clicking, sent, and seen on the phones', async () => {
	const panel = await addNode('Send push to users');
	await chooseCredential(panel, stage.credential.name);
	await panel.getByTestId('parameter-input-userIds').locator('textarea').fill('anna');
	await panel.getByTestId('parameter-input-title').locator('input').fill('Your parcel');
	await panel.getByTestId('parameter-input-content').locator('textarea').fill('It is here');
	await panel.getByTestId('parameter-input-waitForResult').click();
	const badge = await addField(panel, 'APNs Options (iOS)', 'Badge', 'badge');
	await badge.fill('7');
	const androidTitle = await addField(panel, 'FCM Options (Android)', 'Title', 'notificationTitle');
	await androidTitle.fill('Your Android parcel');

	await panel.getByTestId('node-execute-button').click();
	expect(await outputRow(panel)).toMatchObject({ userId: 'anna', pushStatus: 'SUCCESS' });

	await page.goto(stage.simulator.url);
	const iPhone = page.getByRole('article', { name: 'anna, iOS, apns' });
	await iPhone.getByRole('heading', { name: 'Your parcel' }).waitFor();
	await iPhone.getByText('It is here').waitFor();
	await iPhone.getByRole('img', { name: 'badge 7' }).waitFor();
	const android = page.getByRole('article', { name: 'anna, Android, fcm' });
	await android.getByRole('heading', { name: 'Your Android parcel' }).waitFor();
});

/** Adds the node behind the trigger, with one of its actions; opens its panel. */
async function addNode(action: string): Promise<Locator> {
	await openWorkflow(page, { name: 'By clicking', nodes: [manualTrigger()], connections: {} });
	await page.getByTestId('canvas-handle-plus').click();
	await page.getByTestId('node-creator-search-bar').fill('agora');
	const creator = page.getByTestId('node-creator');
	await creator.getByText('Agora Chat Push', { exact: true }).click();
	await creator.getByText(action, { exact: true }).click();
	const panel = page.getByTestId('ndv');
	await panel.waitFor();
	return panel;
}

/** n8n has chosen the newest credential, which may be another test's. */
async function chooseCredential(panel: Locator, name: string): Promise<void> {
	await panel.getByTestId('node-credentials-select').click();
	const choices = page.getByTestId(/^node-credentials-select-item-/);
	await choices.filter({ has: page.getByText(name, { exact: true }) }).click();
}

/** Adds a field to a collection of the form, and gives its input. */
async function addField(
	panel: Locator,
	collection: string,
	field: string,
	name: string,
): Promise<Locator> {
	const heading = page.getByTestId('input-label').getByText(collection, { exact: true });
	const item = panel.getByTestId('parameter-item').filter({ has: heading });
	await item.getByTestId('collection-parameter-add').click();
	await page.getByRole('option', { name: field, exact: true }).click();
	return item.getByTestId(`parameter-input-${name}`).locator('input');
}

/** The only row of the output's table, by its columns. */
async function outputRow(panel: Locator): Promise<Record<string, string>> {
	const output = panel.getByTestId('output-panel');
	await output.getByTestId('radio-button-table').click();
	await output.getByRole('cell', { name: 'anna', exact: true }).waitFor();
	const columns = await output.locator('th:not(:empty)').allInnerTexts();
	const cells = await output.locator('tbody td').allInnerTexts();
	return Object.fromEntries(columns.map((column, index) => [column.trim(), cells[index] ?? '']));
}

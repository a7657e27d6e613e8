import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { withParameters } from '../tools/demo/workflow.mts';
import type { StoredDataTable } from '../tools/n8n/server.mts';
import { openNode, openPage, openWorkflow } from './support/editor.mts';
import { readExample } from './support/exampleWorkflow.mts';
import { savePicture } from './support/panel.mts';

const ANNA = { user_id: 'anna', name: 'Anna Ito', tags: 'tag-vip, tag-berlin' };
const BEN = { user_id: 'ben', name: 'Ben Okafor', tags: 'tag-vip' };

let page: Page;

beforeAll(async () => {
	stage.simulator.reset();
	stage.simulator.seed({
		users: ['anna', 'ben'],
		labels: [
			{ name: 'tag-vip', members: ['anna'] },
			{ name: 'news', members: ['ben'] },
		],
	});
	page = await openPage();
});

afterAll(async () => {
	await page.context().close();
	stage.simulator.reset();
});

it('a dry run tells what the tags of a table come to', async () => {
	const output = await outputOfSync([ANNA, BEN], { dryRun: true });
	await output
		.getByText('dry run, nothing changed · would add 2 · would remove 0 · 1 unchanged · 2 labels')
		.waitFor();
	await savePicture(page, 'tags dry run');
	expect(stage.simulator.labelNames).not.toContain('tag-berlin');
});

it('a sync gives each tag a label with its users', async () => {
	const output = await outputOfSync([ANNA, BEN], { dryRun: false });
	await output.getByText('2 added · 0 removed · 1 unchanged · 2 labels').waitFor();
	expect(stage.simulator.labelMembers('tag-vip')).toEqual(['anna', 'ben']);
	expect(stage.simulator.labelMembers('tag-berlin')).toEqual(['anna']);
});

it('the last user of a tag that is taken out of the table loses its label, and a row says so', async () => {
	const output = await outputOfSync([{ ...ANNA, tags: 'tag-vip' }, BEN], { dryRun: false });
	await output.getByText('0 added · 1 removed · 2 unchanged · 2 labels').waitFor();
	await output.getByTestId('radio-button-table').click();
	const row = output.getByRole('row').filter({ hasText: 'tag-berlin' });
	await row.getByText('anna', { exact: true }).waitFor();
	await row.getByText('removed', { exact: true }).waitFor();
	await savePicture(page, 'tag taken out');
	expect(stage.simulator.labelMembers('tag-berlin')).toEqual([]);
	expect(stage.simulator.labelMembers('news')).toEqual(['ben']);
});

it('the form shows what the labels of the app have to do with it', async () => {
	const panel = page.getByTestId('ndv');
	await panel.getByText('Owned Labels').first().scrollIntoViewIfNeeded();
	await panel.getByText('* alone means every label of the app').waitFor();
	await savePicture(page, 'owned labels');
});

/** Runs the example's sync by its own button, with such a table. */
async function outputOfSync(
	rows: readonly Record<string, string>[],
	parameters: { dryRun: boolean },
): Promise<Locator> {
	const { dataTables, connection } = stage.n8n.client;
	const table = await tableOf(rows);
	try {
		const example = withParameters(
			await readExample('tags-to-labels.json'),
			'Sync the labels',
			parameters,
		);
		await openWorkflow(page, { ...example, pinData: {} });
		const panel = await openNode(page, 'Sync the labels');
		await panel.getByTestId('node-execute-button').click();
		const output = panel.getByTestId('output-panel');
		await output.getByText('unchanged ·').first().waitFor();
		expect(await dataTables.rows(table)).toHaveLength(rows.length);
		return output;
	} finally {
		await connection.request('DELETE', `projects/${table.projectId}/data-tables/${table.id}`);
	}
}

async function tableOf(rows: readonly Record<string, string>[]): Promise<StoredDataTable> {
	const { dataTables } = stage.n8n.client;
	const table = await dataTables.create(
		'Customers',
		['user_id', 'name', 'tags'].map((name) => ({ name, type: 'string' })),
	);
	await dataTables.insert(table, rows);
	return table;
}

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';

import { sampleUsers } from '../tools/demo/sampleUsers.mts';
import type { StoredDataTable } from '../tools/n8n/server.mts';
import { executeWorkflow, openPage, openWorkflow } from './support/editor.mts';
import { readExampleWithTable } from './support/exampleWorkflow.mts';
import { savePicture } from './support/panel.mts';

let page: Page;
let table: StoredDataTable;
let workflowId: string;

beforeAll(async () => {
	stage.simulator.reset();
	stage.simulator.seed({ users: sampleUsers });
	page = await openPage();
	const example = await readExampleWithTable('rows-to-push-and-back.json');
	table = example.table;
	workflowId = await openWorkflow(page, example.workflow);
	await savePicture(page, 'rows to push, imported');
});

afterAll(async () => {
	await page.context().close();
	stage.simulator.reset();
	const path = `projects/${table.projectId}/data-tables/${table.id}`;
	await stage.n8n.client.connection.request('DELETE', path);
});

it('each row of the table is pushed, and gets back what became of it', async () => {
	await executeWorkflow(page);
	await savePicture(page, 'rows pushed');

	expect(await stage.n8n.client.dataTables.rows(table)).toEqual([
		taken('anna', 'Your parcel is here, Anna'),
		taken('ben', 'Your parcel is here, Ben'),
		written('', 'NOT SENT', "'User IDs' is empty. "),
		written('carla', 'NOT SENT', "'Title' has 52 characters, but at most 32 are allowed. "),
		written('emil', 'FAIL', "The push to 'emil' ended as FAIL: no push binding. "),
		written('zoe.martin', 'FAIL', "The push to 'zoe.martin' ended as FAIL: appUser not exists. "),
		taken('anna', 'One more parcel, Anna'),
	]);
	expect(stage.simulator.deliveries.filter(({ reached }) => reached)).toHaveLength(3);
	await page.goto(`${stage.n8n.url}/projects/${table.projectId}/datatables/${table.id}`);
	await page.getByText('NOT SENT').first().waitFor();
	await savePicture(page, 'rows written back');
});

it('a row with a status is not pushed again', async () => {
	const callsBefore = stage.simulator.requests.length;
	const { workflows, executions } = stage.n8n.client;
	const run = await workflows.run(workflowId, 'When you click Execute');
	const execution = await executions.waitFor(run);

	expect(execution.status).toBe('success');
	expect(stage.simulator.requests).toHaveLength(callsBefore);
});

const A_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);

function taken(user_id: string, title: string) {
	return expect.objectContaining({
		user_id,
		title,
		status: 'SUCCESS',
		reason: '',
		tried_at: A_TIME,
	});
}

function written(user_id: string, status: string, reason: string) {
	return expect.objectContaining({
		user_id,
		status,
		reason: expect.stringContaining(reason),
		tried_at: A_TIME,
	});
}

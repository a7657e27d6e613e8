import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { withParameters } from '../tools/demo/workflow.mts';
import type { WorkflowFile } from '../tools/engine/types.mts';
import type { Execution, StoredDataTable } from '../tools/n8n/server.mts';
import { readExample, withShortInterval } from './support/exampleWorkflow.mts';
import { firstExecution, inProduction } from './support/production.mts';

const ANNA = { user_id: 'anna', name: 'Anna Ito' };
const BEN = { user_id: 'ben', name: 'Ben Okafor' };
const EMIL = { user_id: 'emil', name: 'Emil Novak' };
const WITHOUT_ID = { user_id: '', name: 'Dario Conti' };
const UNKNOWN_TO_AGORA = { user_id: 'zoe.martin', name: 'Zoé Martin' };

/** 'deniz' is not in the table any more. */
const MEMBERS = ['anna', 'deniz', 'emil'];

let table: StoredDataTable;

beforeEach(async () => {
	const { simulator, n8n } = stage;
	simulator.reset();
	simulator.seed({
		users: ['anna', 'ben', 'deniz', 'emil'],
		labels: [{ name: 'newsletter', members: MEMBERS }],
	});
	table = await n8n.client.dataTables.create('Subscribers', [
		{ name: 'user_id', type: 'string' },
		{ name: 'name', type: 'string' },
	]);
	await n8n.client.dataTables.insert(table, [ANNA, BEN, WITHOUT_ID, BEN, UNKNOWN_TO_AGORA, EMIL]);
});

afterEach(async () => {
	const path = `projects/${table.projectId}/data-tables/${table.id}`;
	await stage.n8n.client.connection.request('DELETE', path);
});

describe("the label of the users in n8n's own data table", () => {
	it('is left as it is while the workflow is as imported, with a dry run that tells the changes', async () => {
		await runAtNight(await readExample('data-table-to-label.json'), (execution) => {
			expect(jsonOf(execution, 'Changes')).toEqual([
				expect.objectContaining({ ...BEN, status: 'added', dryRun: true }),
				expect.objectContaining({ ...UNKNOWN_TO_AGORA, status: 'added', dryRun: true }),
				{ label: 'newsletter', username: 'deniz', status: 'removed', dryRun: true },
			]);
			expect(jsonOf(execution, 'Rows to look at')).toEqual([
				expect.objectContaining({ ...WITHOUT_ID, error: IS_EMPTY }),
			]);
			expect(stage.simulator.labelMembers('newsletter')).toEqual(MEMBERS);
			expect(new Set(stage.simulator.requests.map(({ method }) => method))).toEqual(
				new Set(['GET']),
			);
		});
	});

	it('holds them and nobody else when the dry run is off, and bad rows come out apart', async () => {
		const example = await readExample('data-table-to-label.json');
		const switchedOn = withParameters(example, 'Sync the label', { dryRun: false });

		await runAtNight(switchedOn, (execution) => {
			expect(jsonOf(execution, 'Changes')).toEqual([
				expect.objectContaining({ ...BEN, status: 'added', dryRun: false }),
				{ label: 'newsletter', username: 'deniz', status: 'removed', dryRun: false },
			]);
			expect(jsonOf(execution, 'Rows to look at')).toEqual([
				expect.objectContaining({ ...WITHOUT_ID, error: IS_EMPTY }),
				expect.objectContaining({
					...UNKNOWN_TO_AGORA,
					error: expect.stringContaining("'zoe.martin' was not added"),
				}),
			]);
			expect(stage.simulator.labelMembers('newsletter')).toEqual(['anna', 'emil', 'ben']);
		});
	});
});

const IS_EMPTY = expect.stringContaining("'User IDs' is empty");

/** Lets the workflow's own schedule start it. */
async function runAtNight(
	workflow: WorkflowFile,
	check: (execution: Execution) => void,
): Promise<void> {
	await inProduction(withShortInterval(workflow, 'Every night at 2'), async (workflowId) => {
		const execution = await firstExecution(workflowId);
		expect(execution).toMatchObject({ status: 'success', mode: 'trigger' });
		check(execution);
	});
}

function jsonOf(execution: Execution, nodeName: string) {
	return execution.items(nodeName).map(({ json }) => json);
}

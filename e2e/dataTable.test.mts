import { beforeEach, expect, it } from '@jest/globals';

import type { StoredDataTable } from '../n8n/server.mts';
import { readExample, withShortInterval } from './support/exampleWorkflow.mts';
import { firstExecution, inProduction } from './support/production.mts';

const ANNA = { user_id: 'anna', name: 'Anna Ito' };
const BEN = { user_id: 'ben', name: 'Ben Okafor' };
const EMIL = { user_id: 'emil', name: 'Emil Novak' };
const WITHOUT_ID = { user_id: '', name: 'Dario Conti' };
const UNKNOWN_TO_AGORA = { user_id: 'zoe.martin', name: 'Zoé Martin' };

beforeEach(() => {
	stage.simulator.reset();
});

it("puts the users of n8n's own data table into a label, and bad rows aside", async () => {
	const { simulator, n8n } = stage;
	simulator.seed({ users: ['anna', 'ben', 'emil'] });
	const table = await n8n.client.dataTables.create('Subscribers', [
		{ name: 'user_id', type: 'string' },
		{ name: 'name', type: 'string' },
	]);
	await n8n.client.dataTables.insert(table, [ANNA, BEN, WITHOUT_ID, BEN, UNKNOWN_TO_AGORA, EMIL]);
	const example = await readExample('data-table-to-label.json');

	await inProduction(withShortInterval(example, 'Every night at 2'), async (workflowId) => {
		const execution = await firstExecution(workflowId);

		expect(execution).toMatchObject({ status: 'success', mode: 'trigger' });
		expect(execution.items('In the label').map(({ json }) => json)).toEqual(
			[ANNA, BEN, BEN, EMIL].map((row) =>
				expect.objectContaining({ ...row, username: row.user_id, status: 'added' }),
			),
		);
		expect(execution.items('Rows to look at').map(({ json }) => json)).toEqual([
			expect.objectContaining({
				...WITHOUT_ID,
				error: expect.stringContaining("'User IDs' is empty"),
			}),
			expect.objectContaining({
				...UNKNOWN_TO_AGORA,
				error: expect.stringContaining("'zoe.martin' was not added"),
			}),
		]);
		expect(simulator.labelMembers('newsletter')).toEqual(['anna', 'ben', 'emil']);
	}).finally(() => remove(table));
});

async function remove({ id, projectId }: StoredDataTable): Promise<void> {
	const path = `projects/${projectId}/data-tables/${id}`;
	await stage.n8n.client.connection.request('DELETE', path);
}

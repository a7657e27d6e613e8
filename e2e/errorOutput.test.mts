import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INode } from 'n8n-workflow';

import type { Execution } from '../tools/n8n/server.mts';
import { agoraNode } from './support/editor.mts';
import { tracingWorkflow } from './support/tracingWorkflow.mts';

const ANNA = { name: 'Anna', userId: 'anna' };
const BEN = { name: 'Ben', userId: 'ben' };
const WITHOUT_ID = { name: 'Dario', userId: '' };
const UNKNOWN_TO_AGORA = { name: 'Zoé', userId: 'zoe.martin' };
const ROWS = [ANNA, WITHOUT_ID, UNKNOWN_TO_AGORA, BEN];

const WHY_WITHOUT_ID = expect.stringContaining("'User IDs' is empty [item 1]");
const WHY_UNKNOWN = expect.stringMatching(
	/^The push to 'zoe\.martin' ended as FAIL: .+ \[item 2\]/,
);

const SUCCESS = 0;
const FAILURE = 1;

beforeEach(() => {
	stage.simulator.reset();
	stage.simulator.seed({ users: ['anna', 'ben'] });
});

describe("with 'Continue (using error output)'", () => {
	it('failed rows leave by the error output, with their data and the reason', async () => {
		const execution = await runWith('continueErrorOutput');

		expect(execution.status).toBe('success');
		expect(execution.items('Push', SUCCESS).map(({ json }) => json)).toEqual([
			expect.objectContaining({ userId: 'anna', pushStatus: 'SUCCESS' }),
			expect.objectContaining({ userId: 'ben', pushStatus: 'SUCCESS' }),
		]);
		expect(execution.items('Push', FAILURE).map(({ json }) => json)).toEqual([
			{ ...WITHOUT_ID, error: WHY_WITHOUT_ID },
			{
				...UNKNOWN_TO_AGORA,
				error: WHY_UNKNOWN,
				details: expect.objectContaining({ userId: 'zoe.martin', pushStatus: 'FAIL' }),
			},
		]);
	});

	it('later nodes on both outputs find the row that each item came from', async () => {
		const execution = await runWith('continueErrorOutput');

		expect(execution.items('After success').map(({ json }) => json.origin)).toEqual([
			'Anna',
			'Ben',
		]);
		expect(execution.items('After failure').map(({ json }) => json.origin)).toEqual([
			'Dario',
			'Zoé',
		]);
	});
});

it("with 'Continue' failed rows stand among the others, and lead back to their origin", async () => {
	const execution = await runWith('continueRegularOutput');

	expect(execution.status).toBe('success');
	expect(execution.items('Push').map(({ json }) => json.error)).toEqual([
		undefined,
		WHY_WITHOUT_ID,
		WHY_UNKNOWN,
		undefined,
	]);
	expect(execution.items('After success').map(({ json }) => json.origin)).toEqual(
		ROWS.map(({ name }) => name),
	);
});

it("with 'Stop Workflow' nothing is sent when a row is bad, and the error names the row", async () => {
	const execution = await runWith('stopWorkflow');

	expect(execution.status).toBe('error');
	expect(execution.resultData.error).toMatchObject({ message: "'User IDs' is empty [item 1]" });
	expect(execution.task('After success')).toBeUndefined();
	expect(stage.simulator.deliveries).toEqual([]);
});

async function runWith(onError: NonNullable<INode['onError']>): Promise<Execution> {
	const { workflows, executions } = stage.n8n.client;
	const push = agoraNode(
		{
			userIds: '={{ $json.userId }}',
			title: 'Hello',
			content: '=For {{ $json.name }}',
			waitForResult: true,
		},
		{ name: 'Push', onError },
	);
	const { id } = await workflows.create(tracingWorkflow(ROWS, push));
	const execution = await executions.waitFor(await workflows.run(id, 'Start'));
	await workflows.delete(id);
	return execution;
}

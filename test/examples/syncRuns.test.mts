/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { generatedLabels, generatedUsers } from '../../tools/demo/generatedRows.mts';
import { compareWithDryRun } from '../../tools/demo/rehearsal.mts';
import { sampleLabel, sampleUsers } from '../../tools/demo/sampleUsers.mts';
import { readWorkflow } from '../../tools/demo/workflow.mts';
import type { WorkflowRun } from '../../tools/engine/index.mts';
import { tally } from '../../tools/lib/groups.mts';
import { runFile } from '../support/exampleRuns.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function run(fileName: string, how: { rowCount?: number; isDryRun?: boolean } = {}) {
	return await runFile(fileName, simulator(), how);
}

function jsonOf(workflowRun: WorkflowRun, nodeName: string) {
	return workflowRun.output(nodeName).map(({ json }) => json);
}

describe('sheet-to-label', () => {
	beforeEach(() => {
		simulator().seed({ users: sampleUsers, labels: [sampleLabel] });
	});

	it('changes nothing as it is imported, and says what it would change', async () => {
		const imported = await readWorkflow('sheet-to-label.json');
		const credentials = { ...simulator().credentials };
		const workflowRun = await n8nEngine.run(imported, { credentials });

		expect(jsonOf(workflowRun, 'Changes')).toEqual([
			expect.objectContaining({ row_number: 3, username: 'ben', status: 'added', dryRun: true }),
			expect.objectContaining({ row_number: 4, username: 'carla', status: 'added', dryRun: true }),
			expect.objectContaining({ row_number: 7, username: 'zoe.martin', status: 'added' }),
			{ label: 'newsletter', username: 'deniz', status: 'removed', dryRun: true },
		]);
		expect(simulator().labelMembers('newsletter')).toEqual(sampleLabel.members);
	});

	it('makes the label match the sheet, and sets rows aside that it cannot follow', async () => {
		const { run: workflowRun, calls, surprises } = await run('sheet-to-label.json');

		expect(calls.map(({ action }) => action)).toEqual([
			'listLabelMembers',
			'removeLabelMembers',
			'addLabelMembers',
		]);
		expect(simulator().labelMembers('newsletter')).toEqual(['anna', 'emil', 'ben', 'carla']);
		expect(jsonOf(workflowRun, 'Changes')).toEqual([
			expect.objectContaining({ row_number: 3, username: 'ben', status: 'added', dryRun: false }),
			expect.objectContaining({ row_number: 4, username: 'carla', status: 'added' }),
			{ label: 'newsletter', username: 'deniz', status: 'removed', dryRun: false },
		]);
		expect(jsonOf(workflowRun, 'Rows to look at')).toEqual([
			expect.objectContaining({
				name: 'Dario Conti',
				error: expect.stringContaining("'User IDs' is empty"),
			}),
			expect.objectContaining({
				user_id: 'zoe.martin',
				error: expect.stringContaining('appUser not exists'),
			}),
		]);
		expect(surprises).toEqual([]);
	});

	it('comes to the changes that its dry run tells', async () => {
		const dryRun = await run('sheet-to-label.json', { isDryRun: true });
		const realRun = await run('sheet-to-label.json');

		expect(dryRun.surprises).toEqual([]);
		expect(dryRun.calls.map(({ action }) => action)).toEqual(['listLabelMembers']);
		expect(dryRun.outcomes).toEqual([
			{ who: 'ben', kind: 'done', what: 'would be added to newsletter' },
			{ who: 'carla', kind: 'done', what: 'would be added to newsletter' },
			{ who: 'zoe.martin', kind: 'done', what: 'would be added to newsletter' },
			{ who: 'deniz', kind: 'done', what: 'would be removed from newsletter' },
			{ who: 'row 4', kind: 'expected', what: 'refused: no user ID in the row' },
			{ who: 'anna', kind: 'done', what: 'in newsletter already' },
			{ who: 'emil', kind: 'done', what: 'in newsletter already' },
		]);
		expect(compareWithDryRun(dryRun, realRun)).toEqual({
			sentence: 'Just as the dry run said, but for 1 refused: only a real call finds that out.',
			agrees: true,
		});
	});

	it('creates the label when there is none, and changes nothing in a label that matches', async () => {
		simulator().reset();
		simulator().seed({ users: sampleUsers });
		const first = await run('sheet-to-label.json');
		const second = await run('data-table-to-label.json');

		expect(first.surprises).toEqual([]);
		expect(simulator().labelMembers('newsletter')).toEqual(['anna', 'ben', 'carla', 'emil']);
		expect(second.surprises).toEqual([]);
		expect([...second.changes]).toEqual([]);
		expect(second.outcomes.filter(({ what }) => what === 'in newsletter already')).toHaveLength(4);
	});

	it('shares calls among 100 users each', async () => {
		simulator().reset();
		simulator().seed({ users: generatedUsers(1000), labels: generatedLabels(1000) });
		const dryRun = await run('sheet-to-label.json', { rowCount: 1000, isDryRun: true });
		const realRun = await run('sheet-to-label.json', { rowCount: 1000 });

		expect(realRun.rowCount).toBe(1000);
		expect(Object.fromEntries(tally(realRun.outcomes.map(({ what }) => what)))).toEqual({
			'added to newsletter': 80,
			'removed from newsletter': 20,
			'in newsletter already': 880,
			'refused: no such user': 20,
			'refused: no user ID in the row': 10,
		});
		expect(Object.fromEntries(tally(realRun.calls.map(({ action }) => action)))).toEqual({
			listLabelMembers: 9,
			removeLabelMembers: 1,
			addLabelMembers: 1,
		});
		expect([dryRun, realRun].flatMap(({ surprises }) => surprises)).toEqual([]);
		expect(compareWithDryRun(dryRun, realRun).agrees).toBe(true);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { generatedLabels, generatedUsers } from '../../tools/demo/generatedRows.mts';
import { compareWithDryRun } from '../../tools/demo/rehearsal.mts';
import { sampleLabel, sampleLabels, sampleUsers } from '../../tools/demo/sampleUsers.mts';
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

describe('tags-to-labels', () => {
	const FILE_NAME = 'tags-to-labels.json';

	const members = () =>
		Object.fromEntries(
			simulator().labelNames.map((name) => [name, simulator().labelMembers(name)]),
		);

	beforeEach(() => {
		simulator().seed({ users: sampleUsers, labels: sampleLabels });
	});

	it('changes nothing as it is imported, and says what it would change', async () => {
		const before = members();
		const imported = await readWorkflow(FILE_NAME);
		const credentials = { ...simulator().credentials };
		const workflowRun = await n8nEngine.run(imported, { credentials });

		expect(jsonOf(workflowRun, 'Changes')).toMatchObject([
			{ name: 'Anna Ito', label: 'tag-berlin', username: 'anna', status: 'added', dryRun: true },
			{ label: 'tag-vip', username: 'deniz', status: 'added' },
			{ label: 'tag-vip', username: 'carla', status: 'removed' },
			{ label: 'tag-berlin', username: 'zoe.martin', status: 'added' },
			{ label: 'tag-berlin', username: 'emil', status: 'removed' },
			{ label: 'tag-yearly', username: 'emil', status: 'added' },
			{ label: 'tag-winter', username: 'deniz', status: 'removed' },
			{ label: 'tag-winter', username: 'emil', status: 'removed', dryRun: true },
		]);
		expect(members()).toEqual(before);
	});

	it('gives each tag a label with its users, empties that of a lost tag, and no other', async () => {
		const dryRun = await run(FILE_NAME, { isDryRun: true });
		const realRun = await run(FILE_NAME);

		expect(members()).toEqual({
			newsletter: sampleLabel.members,
			'tag-vip': ['anna', 'deniz'],
			'tag-berlin': ['ben', 'anna'],
			'tag-winter': [],
			'tag-yearly': ['emil'],
		});
		expect(jsonOf(realRun.run, 'Rows to look at')).toMatchObject([
			{ name: 'Dario Conti', error: expect.stringContaining("'User IDs' is empty") },
			{ name: 'Zoé Martin', error: expect.stringContaining('appUser not exists') },
		]);
		expect([dryRun, realRun].flatMap(({ surprises }) => surprises)).toEqual([]);
		expect(compareWithDryRun(dryRun, realRun).agrees).toBe(true);

		const again = await run(FILE_NAME);
		expect([...again.changes]).toEqual([]);
		expect(again.surprises).toEqual([]);
	});

	it('shares calls among 100 users each', async () => {
		simulator().reset();
		simulator().seed({ users: generatedUsers(1000), labels: generatedLabels(1000) });
		const { outcomes, calls, surprises } = await run(FILE_NAME, { rowCount: 1000 });

		expect(Object.fromEntries(tally(outcomes.map(({ what }) => what)))).toMatchObject({
			'added to tag-vip': 90,
			'in tag-vip already': 400,
			'added to tag-yearly': 170,
			'removed from tag-winter': 20,
		});
		expect(Object.fromEntries(tally(calls.map(({ action }) => action)))).toEqual({
			listLabels: 1,
			listLabelMembers: 10,
			createLabel: 1,
			removeLabelMembers: 1,
			addLabelMembers: 4,
		});
		expect(surprises).toEqual([]);
	});

	it('is not as its dry run said when a label changed in between', async () => {
		const dryRun = await run(FILE_NAME, { isDryRun: true });
		simulator().seed({ labels: [{ name: 'tag-vip', members: ['deniz'] }] });
		const realRun = await run(FILE_NAME);

		expect(compareWithDryRun(dryRun, realRun)).toEqual({
			sentence: 'Not as the dry run said of deniz in tag-vip.',
			agrees: false,
		});
	});
});

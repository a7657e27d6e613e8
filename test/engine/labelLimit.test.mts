/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { methodsOf, readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

async function run(labels: string[], parameters: INodeParameters, onError?: OnError) {
	const rows = labels.map((label) => ({ label, users: 'anna' }));
	return await runSync(simulator(), { rows, onError, parameters });
}

describe("the app's limit of labels", () => {
	beforeEach(() => {
		const others = Array.from({ length: 97 }, (_, index) => ({ name: `other${index}` }));
		const vip = { name: 'crm-vip', members: ['anna', 'ben'] };
		simulator().seed({ users: ['anna', 'ben'], labels: [vip, ...others] });
	});

	it.each([{}, { ownedLabels: '*' }])('is kept, and nothing is changed: %j', async (own) => {
		const parameters = { options: { createMissingLabel: true, maxRemovalPercent: 100, ...own } };
		const { error } = await run(['crm-vip', 'new1', 'new2', 'new3'], parameters);
		expect(error?.text).toBe(
			'The app has 98 labels and may have 100, but the input names 3 more: new1, new2 and new3 [item 0]. ' +
				"Correct names that are misspelled, delete labels that are no longer used, or switch off 'Create Missing Label' under 'Options'. Nothing was changed.",
		);
		expect(new Set(methodsOf(simulator()))).toEqual(new Set(['GET']));
		const lists = simulator().requests.filter(({ path }) => path.endsWith('/push/label'));
		expect(lists).toHaveLength(1);
	});

	it('lets as many be created as there is room for', async () => {
		const { error } = await run(['new1', 'new2'], {
			options: { createMissingLabel: true },
		});
		expect(error).toBeUndefined();
		expect(simulator().labelNames).toHaveLength(100);
	});

	it('is told by a dry run, which shows all the same who would be added', async () => {
		const { items, hints } = await run(['new1', 'new2', 'new3'], {
			dryRun: true,
			options: { createMissingLabel: true },
		});
		expect(items).toHaveLength(3);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(/^The real run would stop: The app has 98 labels and may have 100/),
		);
	});

	it('leaves room for new labels beside those of a dry run', async () => {
		const { error } = await runSync(simulator(), {
			rows: ['new1', 'new2', 'new3'].map((label) => ({ label, users: 'anna' })),
			parameters: {
				dryRun: "={{ $json.label === 'new1' }}",
				options: { createMissingLabel: true },
			},
		});
		expect(error).toBeUndefined();
		expect(simulator().labelNames).toHaveLength(100);
	});

	it('stops what would be created when the labels cannot be listed', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 500 }, path: '/push/label$' });
		const { items } = await run(
			['crm-vip', 'new1'],
			{ options: { createMissingLabel: true, maxRemovalPercent: 100 } },
			'continueRegularOutput',
		);
		expect(simulator().labelNames).not.toContain('new1');
		expect(items.map(readItem)).toMatchObject([
			{ label: 'crm-vip', username: 'ben', status: 'removed' },
			{ label: 'new1', username: 'anna', status: 'failed' },
		]);
	});

	it('is not asked for where all labels are there', async () => {
		await run(['crm-vip'], {
			options: { createMissingLabel: true, maxRemovalPercent: 100 },
		});
		expect(methodsOf(simulator())).toEqual(['GET', 'DELETE']);
	});
});

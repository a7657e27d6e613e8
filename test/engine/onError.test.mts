/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

interface OperationCase {
	parameters: INodeParameters;
	good: IDataObject;
	/** A row that the node must turn down by itself. */
	bad: IDataObject;
	/** What the good row's item must hold. */
	outcome: IDataObject;
}

const ISO_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

const message = { title: 'Hello', content: 'World' };
const label = { __rl: true, mode: 'name', value: '={{ $json.label }}' };

const OPERATIONS: Record<string, OperationCase> = {
	'push sendToUsers': {
		parameters: { ...message, userIds: '={{ $json.user }}' },
		good: { user: 'anna' },
		bad: { user: ' ' },
		outcome: { userId: 'anna', pushStatus: 'ASYNC_SUCCESS' },
	},
	'push sendToLabels': {
		parameters: { ...message, labelNames: '={{ $json.labels }}' },
		good: { labels: ['vip'] },
		bad: { labels: [] },
		outcome: { taskId: expect.stringMatching(/^\d{17,}$/), labels: ['vip'] },
	},
	'push sendToAll': {
		parameters: { title: '={{ $json.title }}', content: 'World' },
		good: { title: 'Hello' },
		bad: { title: 'x'.repeat(33) },
		outcome: { taskId: expect.stringMatching(/^\d{17,}$/), labels: [] },
	},
	'label create': {
		parameters: { labelName: '={{ $json.label }}', additionalFields: { description: 'New' } },
		good: { label: 'fresh' },
		bad: { label: 'not fresh' },
		outcome: { name: 'fresh', description: 'New', createdAt: ISO_TIME },
	},
	'label delete': {
		parameters: { label },
		good: { label: 'vip' },
		bad: { label: '..' },
		outcome: { deleted: true, name: 'vip' },
	},
	'label get': {
		parameters: { label },
		good: { label: 'vip' },
		bad: { label: 'a/b' },
		outcome: { name: 'vip', count: 1, createdAt: ISO_TIME },
	},
	'label getAll': {
		parameters: { limit: '={{ $json.limit }}' },
		good: { limit: 5 },
		bad: { limit: 0 },
		outcome: { name: 'vip', count: 1 },
	},
	'labelMember add': {
		parameters: { label, userIds: '={{ $json.user }}' },
		good: { label: 'vip', user: 'ben' },
		bad: { label: 'vip', user: null },
		outcome: { label: 'vip', username: 'ben', status: 'added' },
	},
	'labelMember get': {
		parameters: { label, userId: '={{ $json.user }}' },
		good: { label: 'vip', user: 'anna' },
		bad: { label: 'vip', user: '..' },
		outcome: { label: 'vip', username: 'anna', isMember: true, created: ISO_TIME },
	},
	'labelMember getAll': {
		parameters: { label, returnAll: true },
		good: { label: 'vip' },
		bad: { label: '' },
		outcome: { label: 'vip', username: 'anna', created: ISO_TIME },
	},
	'labelMember remove': {
		parameters: { label, userIds: '={{ $json.user }}' },
		good: { label: 'vip', user: 'anna' },
		bad: { label: 'vip', user: 'x'.repeat(65) },
		outcome: { label: 'vip', username: 'anna', status: 'removed' },
	},
	'labelMember sync': {
		parameters: { label, userIds: '={{ $json.user }}', output: 'all' },
		good: { label: 'vip', user: 'anna' },
		bad: { label: 'vip', user: 'x'.repeat(65) },
		outcome: { label: 'vip', username: 'anna', status: 'unchanged', dryRun: false },
	},
};

const simulator = useSimulator();

async function run(name: string, rows: IDataObject[], onError: OnError) {
	simulator().seed({ users: ['anna', 'ben'], labels: [{ name: 'vip', members: ['anna'] }] });
	const [resource = '', operation = ''] = name.split(' ');
	const parameters = { resource, operation, ...OPERATIONS[name]?.parameters };
	return await runNode(simulator(), { parameters, rows, onError });
}

describe.each(Object.entries(OPERATIONS))('%s', (name, { good, bad, outcome }) => {
	it('stops with nothing sent when a row is bad', async () => {
		const { items, error } = await run(name, [good, bad], 'stopWorkflow');
		expect(error?.message).toMatch(/^'.+'.* \[item 1\]$/);
		expect(error?.itemIndex).toBe(1);
		expect(error?.description).toMatch(/\.$/);
		expect(items).toEqual([]);
		expect(simulator().requests).toEqual([]);
	});

	it('gives the outcome of a good row', async () => {
		const { items, error } = await run(name, [good], 'stopWorkflow');
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: expect.objectContaining(outcome), pairedItem: { item: 0 } }]);
	});

	it('goes on after a bad row, which becomes an error item', async () => {
		const { items, error } = await run(name, [bad, good], 'continueRegularOutput');
		expect(error).toBeUndefined();
		expect(items).toEqual([
			{
				json: { error: expect.stringContaining('[item 0]') },
				pairedItem: { item: 0 },
			},
			{ json: expect.objectContaining(outcome), pairedItem: { item: 1 } },
		]);
	});

	it('sends a bad row to the error output, with its own fields', async () => {
		const { items, errorItems } = await run(name, [bad, good], 'continueErrorOutput');
		expect(items).toEqual([{ json: expect.objectContaining(outcome), pairedItem: { item: 1 } }]);
		expect(errorItems).toHaveLength(1);
		expect(errorItems[0]).toMatchObject({
			json: { ...bad, error: expect.stringContaining('[item 0]') },
			pairedItem: { item: 0 },
		});
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'handles a call that the service refuses with %s',
		async (onError) => {
			simulator().weather.add({ weather: { kind: 'status', status: 403 }, times: 5 });
			const { items, errorItems, error } = await run(name, [good], onError);
			const sentences = /\(403: .+\) \[item 0\]\. .+\.$/s;
			if (onError === 'stopWorkflow') {
				expect(error?.text).toMatch(/\(403: .+\) \[item 0\]\. .+\.$/s);
				expect(error?.description).toMatch(/(Of the \w+: 1 failed|Nothing was changed)\.$/);
				return;
			}
			const [failed] = onError === 'continueErrorOutput' ? errorItems : items;
			expect(failed?.json.error).toMatch(sentences);
			expect(failed?.json.details).toMatchObject({ httpCode: 403 });
			expect(failed?.pairedItem).toEqual({ item: 0 });
		},
	);
});

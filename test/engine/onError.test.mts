/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { OPERATION_CASES } from './operationCases.mts';

const simulator = useSimulator();

const ADDRESSES = {
	'organization and app': {},
	'App ID': { addressing: 'appId', orgName: '', appName: '' },
};

const CASES = Object.entries(ADDRESSES).flatMap(([address, credential]) =>
	Object.entries(OPERATION_CASES).map(([name, one]) => ({ ...one, name, address, credential })),
);

async function runAt(
	{ name, credential }: { name: string; credential: IDataObject },
	rows: IDataObject[],
	onError: OnError,
) {
	simulator().seed({ users: ['anna', 'ben'], labels: [{ name: 'vip', members: ['anna'] }] });
	const [resource = '', operation = ''] = name.split(' ');
	const parameters = { resource, operation, ...OPERATION_CASES[name]?.parameters };
	return await runNode(simulator(), { parameters, rows, onError, credential });
}

describe.each(CASES)('$name by $address', ({ good, bad, outcome, ...one }) => {
	const run = async (rows: IDataObject[], onError: OnError) => await runAt(one, rows, onError);

	it('stops with nothing sent when a row is bad', async () => {
		const { items, error } = await run([good, bad], 'stopWorkflow');
		expect(error?.message).toMatch(/^'.+'.* \[item 1\]$/);
		expect(error?.itemIndex).toBe(1);
		expect(error?.description).toMatch(/\.$/);
		expect(items).toEqual([]);
		expect(simulator().requests).toEqual([]);
	});

	it('gives the outcome of a good row', async () => {
		const { items, error } = await run([good], 'stopWorkflow');
		expect(error).toBeUndefined();
		expect(items).toEqual([{ json: expect.objectContaining(outcome), pairedItem: { item: 0 } }]);
	});

	it('goes on after a bad row, which becomes an error item', async () => {
		const { items, error } = await run([bad, good], 'continueRegularOutput');
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
		const { items, errorItems } = await run([bad, good], 'continueErrorOutput');
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
			const { items, errorItems, error } = await run([good], onError);
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

it('tells the call that failed rather than those that its failure stopped', async () => {
	const labels = ['first', 'waiting', 'third'];
	simulator().seed({ users: ['anna'], labels: labels.map((name) => ({ name })) });
	simulator().weather.add({ weather: { kind: 'status', status: 403 }, path: 'third' });
	const { error } = await runNode(simulator(), {
		parameters: {
			resource: 'labelMember',
			operation: 'add',
			label: { __rl: true, mode: 'name', value: '={{ $json.label }}' },
			userIds: 'anna',
			options: { requestsPerSecond: '={{ $json.label === "third" ? 100000 : 0.01 }}' },
		},
		rows: labels.map((label) => ({ label })),
	});
	expect(error?.message).toMatch(/\(403: .+\) \[item 2\]$/);
	expect(error?.itemIndex).toBe(2);
	expect(error?.description).toContain('1 accepted, 1 not tried, 1 failed.');
});

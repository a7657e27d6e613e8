/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

const ROWS = [{ users: ['anna', 'ben'] }];

const CREATE = { createMissingLabel: true, allowEmpty: true };

beforeEach(() => {
	simulator().settings.labelsPerApp = 1;
	simulator().seed({ users: ['anna', 'ben'], labels: [{ name: 'oslo' }] });
});

async function run(parameters: INodeParameters, rows: IDataObject[] = ROWS) {
	return await runSync(simulator(), { rows, parameters: { options: CREATE, ...parameters } });
}

describe('when the missing label cannot be created', () => {
	const REFUSED = /^The service refused the call \(403: limit request\) \[item 0\]\. /;

	it('the run stops, and says what became of the users', async () => {
		const { error } = await run({});
		expect(error?.text).toMatch(REFUSED);
		expect(error?.text).toMatch(/ Of the users: 2 not tried\.$/);
	});

	it('each user who was to be added is an error item', async () => {
		const rows = [...ROWS, { label: 'oslo', user: 'anna' }];
		const onError = 'continueRegularOutput';
		const { items } = await runSync(simulator(), {
			rows,
			onError,
			parameters: { options: CREATE },
		});
		expect(items.map(readItem)).toMatchObject([
			{ username: 'anna', status: 'failed', error: expect.stringMatching(REFUSED) },
			{ username: 'ben', status: 'failed', error: expect.stringMatching(REFUSED) },
			{ label: 'oslo', username: 'anna', status: 'added', error: undefined },
		]);
	});

	describe.each([
		['nobody is to be added', { output: 'changes' }, [{ user: '' }, { user: '' }]],
		['a summary is asked for', { output: 'summary' }, [{ user: 'anna' }, { user: 'ben' }]],
	])('and %s', (_name, parameters, rows) => {
		it('its label is one error item', async () => {
			const { items } = await runSync(simulator(), {
				rows,
				onError: 'continueRegularOutput',
				parameters: { ...parameters, options: CREATE },
			});
			expect(items.map(readItem)).toEqual([
				{
					label: 'vip',
					username: undefined,
					status: 'failed',
					error: expect.stringMatching(REFUSED),
					rows: [0, 1],
				},
			]);
		});

		it('the run stops with whole sentences', async () => {
			const { error } = await run(parameters, rows);
			expect(error?.text).toMatch(REFUSED);
			expect(error?.text).not.toContain('users: .');
		});
	});
});

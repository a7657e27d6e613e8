/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { methodsOf, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const CONTINUES = ['continueRegularOutput', 'continueErrorOutput'] as const;

const ROWS = [{ users: ['anna', 'ben'] }];

const CREATE = { createMissingLabel: true, allowEmpty: true };

beforeEach(() => {
	simulator().seed({ users: ['anna', 'ben'], labels: [{ name: 'oslo' }] });
});

async function run(parameters: INodeParameters, rows: IDataObject[] = ROWS) {
	return await runSync(simulator(), { rows, parameters: { options: CREATE, ...parameters } });
}

describe("without 'Create Missing Label'", () => {
	const SENTENCES =
		'The label does not exist (400: push label not exists of vip) [item 0]. ' +
		"Choose another label, or switch on 'Create Missing Label' under 'Options'.";

	it('a label that does not exist stops the run', async () => {
		const { error } = await run({ options: {} });
		expect(error?.text).toBe(`${SENTENCES} Nothing was changed.`);
		expect(methodsOf(simulator())).toEqual(['GET']);
	});

	it.each(CONTINUES)('its users are error items, and other labels go on, with %s', async (on) => {
		const rows = [...ROWS, { label: 'oslo', user: 'anna' }];
		const { items, errorItems } = await runSync(simulator(), { rows, onError: on });
		const failed = [...items, ...errorItems].map(readItem).filter(({ error }) => error);
		expect(failed).toEqual(
			['anna', 'ben'].map((username) => ({
				label: 'vip',
				username,
				status: 'failed',
				error: SENTENCES,
				rows: [0],
			})),
		);
		expect(simulator().labelMembers('oslo')).toEqual(['anna']);
		expect(simulator().labelNames).toEqual(['oslo']);
	});
});

describe("with 'Create Missing Label'", () => {
	it.each([400, 404] as const)('creates it first, where missing means %i', async (status) => {
		simulator().settings.unknownLabelStatus = status;
		const { items, error } = await run({});
		expect(error).toBeUndefined();
		expect(methodsOf(simulator())).toEqual(['GET', 'GET', 'POST', 'POST']);
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
		expect(usersWith('added', items)).toEqual(['anna', 'ben']);
	});

	it('creates it also when nobody is to be added', async () => {
		const { items, error } = await run({ output: 'summary' }, [{ user: '' }]);
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json)).toEqual([
			{ label: 'vip', added: 0, removed: 0, unchanged: 0, failed: 0, uncertain: 0, dryRun: false },
		]);
		expect(simulator().labelNames).toEqual(['oslo', 'vip']);
	});

	it('creates nothing in a dry run', async () => {
		const { items } = await run({ dryRun: true });
		expect(usersWith('added', items)).toEqual(['anna', 'ben']);
		expect(methodsOf(simulator())).toEqual(['GET', 'GET']);
		expect(simulator().labelNames).toEqual(['oslo']);
	});

	it('goes on when someone else creates it in the meantime', async () => {
		const wasRead = simulator().waitFor('request');
		const [{ items, error }] = await Promise.all([
			run({}),
			wasRead.then(() => {
				simulator().seed({ labels: [{ name: 'vip' }] });
			}),
		]);
		expect(error).toBeUndefined();
		expect(usersWith('added', items)).toEqual(['anna', 'ben']);
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
	});

	it('adds nobody, and says so, when it is not known whether it was created', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 502 }, method: 'POST' });
		const { items, hints } = await runSync(simulator(), {
			rows: ROWS,
			onError: 'continueRegularOutput',
			parameters: { options: { ...CREATE, maxRetries: 0 } },
		});
		expect(items.map(readItem).map(({ status }) => status)).toEqual(['failed', 'failed']);
		expect(hints[0]?.message).toMatch(/ · 2 not tried$/);
	});

	it('goes on when the answer to creating it was lost', async () => {
		simulator().weather.add({ weather: { kind: 'reset' }, method: 'POST', afterEffect: true });
		const { error } = await run({ options: { ...CREATE, maxRetries: 1, maxRetryWait: 2 } });
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
	});
});

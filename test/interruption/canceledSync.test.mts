/** @jest-environment ./test/support/engineEnvironment.cts */
import { setTimeout as delay } from 'node:timers/promises';

import { beforeEach, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { readItem } from '../support/syncRuns.mts';

const simulator = useSimulator();

const rows = [
	{ label: 'vip', user: 'anna' },
	{ label: 'vip', user: 'ben' },
	{ label: 'oslo', user: 'carl' },
];

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben', 'carl'],
		labels: [{ name: 'vip', members: ['anna'] }, { name: 'oslo' }],
	});
});

/** Stops the run once the first label was read and the second one was not. */
async function stoppedSync(onError: OnError, parameters: INodeParameters) {
	const stop = new AbortController();
	const running = runNode(simulator(), {
		rows,
		onError,
		signal: stop.signal,
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: { __rl: true, mode: 'name', value: '={{ $json.label }}' },
			userIds: '={{ $json.user }}',
			...parameters,
		},
	});
	await simulator().waitFor('request', ({ path }) => path.includes('vip'));
	await delay(UNTIL_READ_MS);
	stop.abort();
	return await running;
}

/** The answer has come by then, and the pace lets the second call wait much longer. */
const UNTIL_READ_MS = 1000;

/** A pace is shared by all runs of the process that keep to the same rate. */
let requestsPerSecond = 0.1;

function ownPace(): INodeParameters {
	requestsPerSecond += 0.01;
	return { requestsPerSecond };
}

it('leaves out nobody whose label was not read, and nobody who stays', async () => {
	const parameters = { output: 'all', options: ownPace() };
	const { items } = await stoppedSync('continueRegularOutput', parameters);
	const found = items.map(readItem).map(({ username, status, error }) => [username, status, error]);
	expect(found).toEqual([
		['anna', 'unchanged', undefined],
		['ben', 'failed', expect.stringContaining('canceled before this call')],
		['carl', 'failed', expect.stringContaining('canceled before this call')],
	]);
});

it('counts those who were not tried as failed in a summary', async () => {
	const parameters = { output: 'summary', options: ownPace() };
	const { items } = await stoppedSync('continueRegularOutput', parameters);
	expect(items[0]?.json).toMatchObject({ label: 'vip', added: 0, unchanged: 1, failed: 1 });
	expect(items[1]?.json.error).toContain('canceled before this call');
});

it('says that nothing was changed where a label was not read', async () => {
	const { error } = await stoppedSync('stopWorkflow', { options: ownPace() });
	expect(error?.text).toMatch(/canceled before this call \[item 2\].*Nothing was changed/);
	expect(simulator().labelMembers('vip')).toEqual(['anna']);
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';

import type { WeatherRule } from '../../simulator/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const add = {
	resource: 'labelMember',
	operation: 'add',
	label: { __rl: true, mode: 'name', value: 'vip' },
	userIds: 'anna',
	options: { maxRetries: 1, maxRetryWait: 1 },
};

/** Adds a user in two attempts that fail. */
async function addAfter(weather: WeatherRule[]) {
	simulator().seed({ users: ['anna'], labels: [{ name: 'vip' }] });
	for (const rule of weather) simulator().weather.add(rule);
	const { error } = await runNode(simulator(), { parameters: add, rows: [{}] });
	expect(simulator().requests).toHaveLength(2);
	return error?.text;
}

const LOST: WeatherRule = {
	weather: { kind: 'status', status: 500, retryAfter: '0' },
	afterEffect: true,
};

it('a refusal for now does not clear up what became of an attempt before it', async () => {
	const busy: WeatherRule = { weather: { kind: 'status', status: 429, retryAfter: '3600' } };
	const text = await addAfter([LOST, busy]);
	expect(text).toContain('(429');
	expect(text).toContain(
		'The answer to an earlier try of the same call was lost. Run the workflow again',
	);
	expect(text).not.toContain('Nothing was done');
	expect(text).toContain('1 uncertain (answer lost)');
	expect(simulator().labelMembers('vip')).toEqual(['anna']);
});

it('nor does a refusal for good', async () => {
	const text = await addAfter([LOST, { weather: { kind: 'status', status: 404 } }]);
	expect(text).toContain('(404');
	expect(text).toContain('1 uncertain (answer lost)');
});

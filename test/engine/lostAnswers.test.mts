/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { Weather } from '../../simulator/index.mts';
import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const label = { __rl: true, mode: 'name', value: 'vip' };
const options = { maxRetries: 1, maxRetryWait: 0 };
const add = { resource: 'labelMember', operation: 'add', label, userIds: 'anna', options };
const deleteLabel = { resource: 'label', operation: 'delete', label, options };

const LOST: Weather = { kind: 'status', status: 502, retryAfter: '0' };
const BUSY: Weather = { kind: 'status', status: 429 };

function befall(...weather: Weather[]): void {
	for (const one of weather) simulator().weather.add({ weather: one, afterEffect: one === LOST });
}

async function run(parameters: INodeParameters, onError: OnError = 'continueRegularOutput') {
	simulator().seed({ users: ['anna'], labels: [{ name: 'vip' }] });
	return await runNode(simulator(), { parameters, rows: [{}], onError });
}

describe('a call that is refused when it is repeated after a lost answer', () => {
	it('says that it may have been done before', async () => {
		befall(LOST, BUSY);
		const { items } = await run(add);
		expect(simulator().labelMembers('vip')).toEqual(['anna']);
		expect(items[0]?.json.error).toMatch(
			/429.*The answer to an earlier try of the same call was lost\. .*does no harm\./,
		);
	});

	it('counts as uncertain when the run stops', async () => {
		befall(LOST, BUSY);
		const { error } = await run(add, 'stopWorkflow');
		expect(error?.description).toMatch(/Of the users: 1 uncertain \(answer lost\)\.$/);
	});

	it('has failed for certain when it only reads', async () => {
		befall(LOST, BUSY);
		const { error } = await run({ ...deleteLabel, operation: 'get' }, 'stopWorkflow');
		expect(error?.description).toMatch(/Of the labels: 1 failed\.$/);
	});

	it('leaves open who deleted a label that is gone', async () => {
		befall(LOST);
		const { items } = await run(deleteLabel);
		expect(simulator().requests.map(({ status }) => status)).toEqual([502, 400]);
		expect(items[0]?.json.error).toMatch(/^The label does not exist.*earlier try.*was lost/);
	});
});

describe('a lost answer', () => {
	it.each<[string, INodeParameters, unknown]>([
		['adding', add, { label: 'vip', username: 'anna', status: 'uncertain' }],
		['deleting a label', deleteLabel, { name: 'vip', status: 'uncertain' }],
		[
			'creating a label',
			{ resource: 'label', operation: 'create', labelName: 'new', options },
			{ name: 'new', status: 'uncertain' },
		],
		['a sync', { ...add, operation: 'sync' }, { username: 'anna', status: 'uncertain' }],
		[
			'a push',
			{ resource: 'push', operation: 'sendToAll', title: 'Hi', content: 'World' },
			{ pushStatus: 'UNCERTAIN' },
		],
	])('of %s is told in a field', async (_name, parameters, details) => {
		simulator().weather.add({ weather: LOST, method: 'POST', times: 9, afterEffect: true });
		simulator().weather.add({ weather: LOST, method: 'DELETE', times: 9, afterEffect: true });
		const withoutRetries = { ...parameters, options: { maxRetries: 0 } };
		const { items } = await run(withoutRetries);
		expect(items[0]?.json.details).toMatchObject(details ?? {});
	});

	it('to reading the members leaves a sync without change, which is certain', async () => {
		simulator().weather.add({ weather: LOST, method: 'GET', times: 9 });
		const { items } = await run({ ...add, operation: 'sync' });
		expect(items[0]?.json.details).toMatchObject({ username: 'anna', status: 'failed' });
	});
});

describe('an answer without what was asked for', () => {
	it.each<[string, INodeParameters, unknown, RegExp]>([
		['no label', { resource: 'label', operation: 'get', label }, {}, /without a label in 'data'/],
		[
			'a label without a name',
			{ resource: 'label', operation: 'create', labelName: 'new' },
			{ description: 'x' },
			/without a label in 'data'.*may have been created/,
		],
		[
			'something else about a member',
			{ ...add, operation: 'get', userId: 'anna' },
			{ created: 5 },
			/without a label member in 'data'.*does no harm/,
		],
		['no success', deleteLabel, null, /without 'success' in 'data'.*does no harm/],
	])('with %s is no success', async (_name, parameters, data, words) => {
		befall({ kind: 'body', body: { timestamp: 1, duration: 1, data } });
		const { items } = await run(parameters);
		expect(items[0]?.json.error).toMatch(words);
	});
});

it('a sync adds those again who went with a label that was deleted while it was read', async () => {
	const users = Array.from({ length: 150 }, (_, index) => `user-${index}`);
	simulator().seed({ labels: [{ name: 'vip', members: users }] });
	simulator().weather.add({ weather: { kind: 'labelDeleted', label: 'vip' }, spares: 1 });
	const { error } = await runNode(simulator(), {
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label,
			userIds: '={{ $json.users }}',
			options: { createMissingLabel: true },
		},
		rows: [{ users }],
	});
	expect(error).toBeUndefined();
	expect(simulator().labelMembers('vip')).toEqual(users);
});

it('an answer that names an error tells nothing of a member', async () => {
	befall({ kind: 'body', body: { error: 'unknown', timestamp: 1 } });
	const { items } = await run({ ...add, operation: 'get', userId: 'anna' });
	expect(items[0]?.json).not.toHaveProperty('isMember');
	expect(items[0]?.json.error).toMatch(/without a label member in 'data'/);
});

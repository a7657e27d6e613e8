/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

const vip = { __rl: true, mode: 'name', value: 'vip' };
const push = { resource: 'push', operation: 'sendToUsers', title: 'Hello', content: 'World' };

/** Operations that read user IDs, with a broken cell of a sheet in them. */
const READERS: [string, INodeParameters][] = [
	['push: sendToUsers', { ...push, userIds: '={{ $json.user }}' }],
	...['add', 'remove', 'sync'].map((operation): [string, INodeParameters] => [
		`labelMember: ${operation}`,
		{ resource: 'labelMember', operation, label: vip, userIds: '={{ $json.user }}' },
	]),
	[
		'labelMember: get',
		{ resource: 'labelMember', operation: 'get', label: vip, userId: '={{ $json.user }}' },
	],
];

beforeEach(() => {
	simulator().seed({ users: ['anna', '#REF!'], labels: [{ name: 'vip', members: ['ben'] }] });
});

const errorsOf = (items: { json: IDataObject }[]) =>
	items.map(({ json }) => json.error).filter((error) => typeof error === 'string');

describe.each(READERS)('a broken cell in %s', (_name, parameters) => {
	const rows = [{ user: 'anna' }, { user: '#REF!' }];

	it('stops the run before anything is sent', async () => {
		const { error } = await runNode(simulator(), { parameters, rows });
		expect(error?.text).toMatch(
			/^'User IDs?' holds '#' as character 1 of '#REF!', which is not allowed in a user ID \[item 1\]\. .+ Nothing was (sent|changed)\.$/,
		);
		expect(simulator().requests).toEqual([]);
	});

	it('is an error item where the run continues, and the other rows go on', async () => {
		const { items } = await runNode(simulator(), {
			parameters,
			rows,
			onError: 'continueRegularOutput',
		});
		expect(errorsOf(items.slice(1))).toEqual([expect.stringContaining('[item 1]')]);
		expect(JSON.stringify(items[0]?.json)).toContain('anna');
		expect(JSON.stringify(simulator().requests)).not.toContain('REF');
	});

	it('is a user where the option says so', async () => {
		const options = { allowAnyUserId: true, maxRemovalPercent: 100 };
		const { error } = await runNode(simulator(), {
			parameters: { ...parameters, options },
			rows: [{ user: '#REF!' }],
		});
		expect(error).toBeUndefined();
		expect(JSON.stringify(simulator().requests)).toMatch(/#REF!|%23REF!/);
	});
});

it('numbers with separators reach nobody, whatever user IDs are allowed', async () => {
	const options = { allowAnyUserId: true };
	const parameters = { ...push, userIds: '={{ $json.user }}', options };
	const { error } = await runNode(simulator(), { parameters, rows: [{ user: '2,000' }] });
	expect(error?.text).toMatch(/^'User IDs' holds a number with separators: '2,000' \[item 0\]\. /);
	expect(simulator().requests).toEqual([]);
});

describe('labelMember: get', () => {
	it.each<[string, IDataObject[string], RegExp]>([
		['a list', ['anna'], /^'User ID' is a list, but takes only one entry/],
		['several users', 'anna, ben', /^'User ID' holds ',' as character 5/],
		['a switch', true, /^'User ID' holds true, not text/],
		['a word', 'true', /^'User ID' holds 'true', which is not a user ID/],
		['nothing', '', /^'User ID' is empty/],
	])('takes %s for no user', async (_name, user, words) => {
		const parameters = {
			resource: 'labelMember',
			operation: 'get',
			label: vip,
			userId: '={{ $json.user }}',
		};
		const { error } = await runNode(simulator(), { parameters, rows: [{ user }] });
		expect(error?.text).toMatch(words);
		expect(simulator().requests).toEqual([]);
	});
});

describe('a label from a checkbox', () => {
	it.each<[string, INodeParameters]>([
		['create', { resource: 'label', operation: 'create', labelName: '={{ $json.label }}' }],
		[
			'get',
			{ resource: 'label', operation: 'get', label: { ...vip, value: '={{ $json.label }}' } },
		],
		[
			'get, by an expression alone',
			{ resource: 'label', operation: 'get', label: '={{ $json.label }}' },
		],
		['sendToLabels', { ...push, operation: 'sendToLabels', labelNames: '={{ $json.label }}' }],
	])('is a bad row: %s', async (_name, parameters) => {
		for (const [label, words] of [
			[true, /^'Label.*' (is|holds) true, not/],
			[{ id: 1, name: 'vip' }, /^'Label.*' (is|holds) an object with id and name, not/],
		] as const) {
			const { error } = await runNode(simulator(), { parameters, rows: [{ label }] });
			expect(error?.text).toMatch(words);
		}
		expect(simulator().requests).toEqual([]);
	});

	const words = ['TRUE', 'false', 'undefined', 'Null', 'nan', 'None'];
	it.each<[string, INodeParameters]>([
		['create', { resource: 'label', operation: 'create', labelName: '={{ $json.label }}' }],
		['delete', { resource: 'label', operation: 'delete', label: '={{ $json.label }}' }],
		[
			'sync',
			{
				resource: 'labelMember',
				operation: 'sync',
				userIds: 'anna',
				label: { ...vip, value: '={{ $json.label }}' },
			},
		],
		['sendToLabels', { ...push, operation: 'sendToLabels', labelNames: '={{ [$json.label] }}' }],
	])('is a bad row as a word, too: %s', async (_name, parameters) => {
		for (const label of words) {
			const { error } = await runNode(simulator(), { parameters, rows: [{ label }] });
			expect(error?.text).toMatch(
				/^'Label.*' is '\w+', which does not look like a label name \[item 0\]\. A check/,
			);
		}
		expect(simulator().requests).toEqual([]);
	});

	it('may have such a name where a person gives it', async () => {
		simulator().seed({ labels: [{ name: 'none' }] });
		const parameters = { resource: 'label', operation: 'get', label: { ...vip, value: 'none' } };
		const { items } = await runNode(simulator(), { parameters, rows: [{}] });
		expect(items[0]?.json).toHaveProperty('name', 'none');
	});

	it('creates no label by a sync', async () => {
		const { error } = await runSync(simulator(), {
			rows: [{ user: 'anna', label: true }],
			parameters: { options: { createMissingLabel: true } },
		});
		expect(error?.text).toMatch(/^'Label' holds true, not text or a number/);
		expect(simulator().requests).toEqual([]);
	});
});

describe('what protects and is given by an expression without a value', () => {
	it.each(['={{ $json.nothing }}', '={{ null }}', "={{ '' }}", '={{ undefined }}'])(
		'is told: %s',
		async (expression) => {
			const rows = [{ user: 'anna' }];
			const dry = await runSync(simulator(), { rows, parameters: { dryRun: expression } });
			expect(dry.error?.text).toMatch(/^'Dry Run' is empty, .+ \[item 0\]\. Give true or false/);
			const options = { maxRemovalPercent: expression };
			const brake = await runSync(simulator(), { rows, parameters: { options } });
			expect(brake.error?.text).toMatch(/^'Max Removal Percent' is empty, .+ Give a number/);
			expect(simulator().requests).toEqual([]);
		},
	);
});

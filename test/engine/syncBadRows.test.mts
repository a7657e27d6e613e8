/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { methodsOf, NO_BRAKES, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const CONTINUES = ['continueRegularOutput', 'continueErrorOutput'] as const;

beforeEach(() => {
	simulator().seed({
		users: ['carla'],
		labels: [
			{ name: 'vip', members: ['anna', 'ben'] },
			{ name: 'oslo', members: ['anna'] },
		],
	});
});

/** Rows of which it is unknown whom they name. */
const UNREADABLE: [string, IDataObject, RegExp][] = [
	[
		'a long ID',
		{ user: 'x'.repeat(65) },
		/^'User IDs' holds '.+', which has 65 characters.+at most 64/,
	],
	['a rounded number', { user: 2 ** 53 + 2 }, /^'User IDs' holds a number too large to be exact/],
	['a rounded number in a list', { users: ['ben', 2 ** 60] }, /too large to be exact/],
	['an object', { user: { id: 'ben' } }, /^'User IDs' holds an object with id, not text/],
	['a broken formula', { user: '#REF!' }, /^'User IDs' holds '#' as character 1 of '#REF!'/],
	['a broken formula among others', { users: 'ben, #N/A' }, /^'User IDs' holds '#' as character 1/],
	['two users in one', { user: 'anna ben' }, /^'User IDs' holds a space as character 5 of/],
	['an invisible character', { user: 'b\u200ben' }, /^'User IDs' holds 'U\+200B' as character 2/],
	['a word for nothing', { user: 'undefined' }, /^'User IDs' holds 'undefined', which is no/],
	['a checkbox', { user: true }, /^'User IDs' holds true, not text/],
	['a number with separators', { user: '2,000' }, /^'User IDs' holds a number with separators/],
	['a signed number with separators', { user: '-2,000' }, /^'User IDs' holds a number with sep/],
	[
		'numbers with separators in a list',
		{ users: 'anna, 2,000' },
		/^'User IDs' holds a number with/,
	],
	['a number with separators in brackets', { users: '[1,000]' }, /^'User IDs' holds a number with/],
	['a hyphen', { user: '-' }, /^'User IDs' holds '-', which is not a user ID/],
	['a cell not worked out', { user: 'Loading...' }, /^'User IDs' holds 'Loading\.\.\.', which/],
	[
		'a list with null',
		{ users: ['anna', null] },
		/^'User IDs' holds an empty entry \(number 2 of 2/,
	],
	['a list of null', { users: [null] }, /^'User IDs' holds an empty entry \(number 1 of 1/],
	[
		'a list in other clothes',
		{ users: '[ben]' },
		/^'User IDs' holds text that begins like a JSON list/,
	],
	['bullets', { users: '- ben' }, /^'User IDs' holds a list with bullets/],
	['a label from a checkbox', { user: 'ben', label: true }, /^'Label' holds true, not text/],
	[
		'a list of labels with one that cannot be',
		{ user: 'ben', label: ['vip', 'v/p'] },
		/^'Label' holds '\/' as character 2 of 'v\/p'/,
	],
	['a label that cannot be', { user: 'ben', label: 'v/p' }, /^'Label' holds '\/' as character 2/],
	['no label', { user: 'ben', label: '' }, /^'Label' is empty/],
];

describe.each(UNREADABLE)('a row with %s', (_name, row, words) => {
	const rows = [{ user: 'anna' }, row, { user: 'carla' }, { label: 'oslo', user: 'carla' }];

	it('stops the run before any call', async () => {
		const { error } = await runSync(simulator(), { rows, parameters: { options: NO_BRAKES } });
		expect(error?.text).toMatch(words);
		expect(error?.text).toMatch(/ \[item 1\]\. .+ Nothing was changed\.$/);
		expect(simulator().requests).toEqual([]);
	});

	it.each(CONTINUES)('lets users be added, but nobody removed, with %s', async (onError) => {
		const { items, errorItems } = await runSync(simulator(), {
			rows,
			onError,
			parameters: { options: NO_BRAKES },
		});
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben', 'carla']);
		expect(simulator().labelMembers('oslo')).toEqual(['anna', 'carla']);
		expect(methodsOf(simulator())).not.toContain('DELETE');
		expect(usersWith('added', items)).toEqual(['carla', 'carla']);

		const failed = [...items, ...errorItems].map(readItem).filter(({ error }) => error);
		expect(failed).toHaveLength(3);
		expect(failed.find(({ rows: [item] }) => item === 1)?.error).toMatch(words);
		expect(failed.filter(({ username }) => username !== undefined)).toEqual([
			{
				label: 'vip',
				username: 'ben',
				status: 'failed',
				rows: [2],
				error:
					'Nobody was removed, because item 1 could not be read and may name members of the label [item 2]. ' +
					'Correct what the other output items report, and run the workflow again.',
			},
			expect.objectContaining({ label: 'oslo', username: 'anna', status: 'failed', rows: [3] }),
		]);
	});
});

describe('a user who is named twice', () => {
	it.each<[string, IDataObject[], number[]]>([
		['in a row', [{ users: ['carla', 'carla', ' carla '] }], [0]],
		['in two rows', [{ user: 'carla' }, { user: 'carla' }], [0, 1]],
		[
			'in many rows',
			[{ users: 'carla, carla' }, { user: 'carla' }, { users: ['carla'] }],
			[0, 1, 2],
		],
	])('%s is added once, and has one item', async (_name, rows, itsRows) => {
		const { items } = await runSync(simulator(), {
			rows,
			parameters: { syncMode: 'addMissing', output: 'all' },
		});
		expect(items.map(readItem)).toEqual([
			{ label: 'vip', username: 'carla', status: 'added', error: undefined, rows: itsRows },
		]);
		const [, post] = simulator().requests;
		expect(post?.body).toEqual({ usernames: ['carla'] });
	});

	it('is one in a summary', async () => {
		const { items } = await runSync(simulator(), {
			rows: [{ users: 'anna, ben' }, { users: 'carla, anna' }, { user: 'carla' }],
			parameters: { output: 'summary' },
		});
		expect(items.map(({ json }) => json)).toMatchObject([{ added: 1, removed: 0, unchanged: 2 }]);
	});
});

it.each([
	['7', 7],
	['x'.repeat(64), 'x'.repeat(64)],
	['9007199254740993', '9007199254740993'],
])('takes the user ID %j', async (userId, written) => {
	simulator().seed({ users: [userId] });
	const parameters = { syncMode: 'addMissing' };
	await runSync(simulator(), { rows: [{ user: written }], parameters });
	expect(simulator().labelMembers('vip')).toContain(userId);
});

it('takes any user ID where the option says so', async () => {
	const userId = '🎉'.repeat(64);
	simulator().seed({ users: [userId] });
	const parameters = { syncMode: 'addMissing', options: { allowAnyUserId: true } };
	await runSync(simulator(), { rows: [{ user: userId }], parameters });
	expect(simulator().labelMembers('vip')).toContain(userId);
});

it('takes the name of the column itself for a second header, and removes nobody', async () => {
	const { items } = await runSync(simulator(), {
		rows: [{ user_id: 'anna' }, { user_id: 'User_ID' }],
		onError: 'continueRegularOutput',
		parameters: { userIds: '={{ $json.user_id }}', options: NO_BRAKES },
	});
	expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben']);
	expect(items.map(readItem).find(({ rows: [item] }) => item === 1)?.error).toMatch(
		/^'User IDs' is 'user_id', the name of its own column/,
	);
});

it.each(['mirror', 'removeExtra'])(
	'a mirror of broken cells loses nobody: %s',
	async (syncMode) => {
		const members = Array.from({ length: 100 }, (_, index) => `user${index}`);
		simulator().seed({ labels: [{ name: 'many', members }] });
		const rows = members.map((user, index) => ({
			label: 'many',
			user: index % 5 === 0 ? '#REF!' : user,
		}));
		const { error } = await runSync(simulator(), { rows, parameters: { syncMode } });
		expect(error?.text).toMatch(/\[item 0\]\. .+19 more items cannot be used/);
		await runSync(simulator(), {
			rows,
			onError: 'continueRegularOutput',
			parameters: { syncMode },
		});
		expect(simulator().labelMembers('many')).toEqual(members);
	},
);

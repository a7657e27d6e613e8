/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

function byName(value: string) {
	return { __rl: true, mode: 'name', value };
}

describe('labelMember', () => {
	const members = { resource: 'labelMember', label: byName('vip') };

	it('adds 250 users in three calls, and gives the reason for each who was refused', async () => {
		const users = Array.from({ length: 250 }, (_, index) => `user-${index}`);
		simulator().seed({ users: users.slice(1), labels: [{ name: 'vip' }] });
		const { items } = await runNode(simulator(), {
			parameters: { ...members, operation: 'add', userIds: '={{ $json.user }}' },
			rows: users.map((user) => ({ user })),
		});
		expect(simulator().requests).toHaveLength(3);
		expect(simulator().labelMembers('vip')).toEqual(users.slice(1));
		expect(items[0]?.json).toEqual({
			label: 'vip',
			username: 'user-0',
			status: 'failed',
			reason: 'appUser not exists',
		});
		expect(items.slice(1).every(({ json }) => json.status === 'added')).toBe(true);
	});

	it('groups members by label', async () => {
		simulator().seed({ users: ['anna'], labels: [{ name: 'vip' }, { name: 'oslo' }] });
		const rows = ['vip', 'oslo', 'vip'].map((label) => ({ label }));
		const { items } = await runNode(simulator(), {
			parameters: {
				...members,
				operation: 'add',
				label: byName('={{ $json.label }}'),
				userIds: 'anna',
			},
			rows,
		});
		expect(simulator().requests).toHaveLength(2);
		expect(items.map(({ json }) => json.label)).toEqual(['vip', 'oslo', 'vip']);
	});

	it('answers whether a user carries the label', async () => {
		simulator().seed({ users: ['ben'], labels: [{ name: 'vip', members: ['anna'] }] });
		for (const nonMemberData of ['empty', 'null', 'absent'] as const) {
			simulator().settings.nonMemberData = nonMemberData;
			const { items } = await runNode(simulator(), {
				parameters: { ...members, operation: 'get', userId: '={{ $json.user }}' },
				rows: [{ user: 'anna' }, { user: 'ben' }],
			});
			expect(items.map(({ json }) => json)).toEqual([
				{
					label: 'vip',
					username: 'anna',
					isMember: true,
					created: expect.stringMatching(/^\d{4}-.+Z$/),
				},
				{ label: 'vip', username: 'ben', isMember: false },
			]);
		}
	});

	it.each(['a.b-c_D', 'x'.repeat(64), '...', '0'])(
		'carries the label %s and every character of a user ID unchanged',
		async (label) => {
			const userId = 'abcdefghijklmnopqrstuvwxyz0123456789_-.';
			simulator().seed({ users: [userId], labels: [{ name: label }] });
			const parameters = { ...members, label: byName(label) };

			await runNode(simulator(), {
				parameters: { ...parameters, operation: 'add', userIds: userId },
				rows: [{}],
			});
			expect(simulator().labelMembers(label)).toEqual([userId]);

			const { items } = await runNode(simulator(), {
				parameters: { ...parameters, operation: 'get', userId },
				rows: [{}],
			});
			expect(items[0]?.json).toMatchObject({ label, username: userId, isMember: true });
		},
	);
});

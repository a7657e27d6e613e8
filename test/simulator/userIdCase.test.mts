/** Whether user IDs that differ in case alone are one user: the service's sources disagree. */
import { describe, expect, it } from '@jest/globals';
import type { SimulatorSettings, UserIdCase } from '../../simulator/index.mts';
import { MESSAGE, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

function set(settings: Partial<SimulatorSettings>): void {
	Object.assign(simulator().settings, settings);
}

describe('userIdCase', () => {
	const targets = ['Anna', 'ben', 'CARLA'];
	const usernames = targets;

	async function dataOf(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
		const answer = await call(method, path, body);
		return isAnswer(answer.body) ? answer.body.data : undefined;
	}

	/** What the service says and does where 'anna' and 'Ben' are registered, and 'Ben' is in 'vip'. */
	async function behaviourOf(userIdCase: UserIdCase) {
		set({ userIdCase, asyncChecksTargets: true });
		simulator().seed({ users: ['anna'], labels: [{ name: 'vip', members: ['Ben'] }] });
		return {
			pushed: await dataOf('POST', 'push/single', { targets, pushMessage: MESSAGE }),
			reached: simulator().deliveries.flatMap(({ userId, reached }) => (reached ? [userId] : [])),
			got: await dataOf('GET', 'push/label/vip/user/BEN'),
			added: await dataOf('POST', 'push/label/vip/user', { usernames }),
			members: simulator().labelMembers('vip'),
			removed: await dataOf('DELETE', 'push/label/vip/user', { usernames }),
			left: simulator().labelMembers('vip'),
		};
	}

	const unknown = 'appUser not exists';
	const accepted = { pushStatus: 'ASYNC_SUCCESS', desc: 'async success.' };
	const failed = { pushStatus: 'FAIL', desc: unknown };

	it.each([
		{ userIdCase: 'foldToRegistered', said: ['anna', 'Ben'], got: 'Ben' },
		{ userIdCase: 'foldAndEcho', said: ['Anna', 'ben'], got: 'BEN' },
	] as const)('$userIdCase: "Aa" and "aa" are one user', async ({ userIdCase, said, got }) => {
		expect(await behaviourOf(userIdCase)).toEqual({
			pushed: [...said.map((id) => ({ id, ...accepted })), { id: 'CARLA', ...failed }],
			reached: ['anna', 'Ben'],
			got: { username: got, created: expect.any(Number) },
			added: { success: said, fail: { CARLA: unknown } },
			members: ['Ben', 'anna'],
			removed: { success: said, fail: { CARLA: unknown } },
			left: [],
		});
	});

	it('distinct: they are two', async () => {
		expect(await behaviourOf('distinct')).toEqual({
			pushed: targets.map((id) => ({ id, ...failed })),
			reached: [],
			got: {},
			added: { success: [], fail: { Anna: unknown, ben: unknown, CARLA: unknown } },
			members: ['Ben'],
			removed: { success: [], fail: { Anna: unknown, ben: unknown, CARLA: unknown } },
			left: ['Ben'],
		});
	});

	it('refuseCapitals: an ID with capitals is nobody, even where unknown users are created', async () => {
		set({ createUnknownUsers: true });
		expect(await behaviourOf('refuseCapitals')).toMatchObject({
			pushed: [
				{ id: 'Anna', ...failed },
				{ id: 'ben', ...accepted },
				{ id: 'CARLA', ...failed },
			],
			got: {},
			added: { success: ['ben'], fail: { Anna: unknown, CARLA: unknown } },
			removed: { success: ['ben'], fail: { Anna: unknown, CARLA: unknown } },
		});
	});

	it.each(['foldToRegistered', 'foldAndEcho'] as const)(
		'%s: names a user once, whatever spellings a call holds',
		async (userIdCase) => {
			set({ userIdCase });
			simulator().seed({ users: ['anna', 'ANNA'], labels: [{ name: 'vip' }] });
			await call('POST', 'push/label/vip/user', { usernames: ['Anna', 'anna'] });
			expect(simulator().labelMembers('vip')).toEqual(['anna']);
			expect(simulator().labelChanges.at(-1)?.usernames).toEqual(['anna']);
		},
	);
});

function isAnswer(body: unknown): body is { data: unknown } {
	return typeof body === 'object' && body !== null && 'data' in body;
}

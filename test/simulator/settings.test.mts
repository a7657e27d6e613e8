/** The points on which the service's sources disagree: each setting away from its default. */
import { describe, expect, it } from '@jest/globals';
import type { SimulatorSettings, UserIdCase } from '../../simulator/index.mts';
import { MESSAGE, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

function set(settings: Partial<SimulatorSettings>): void {
	Object.assign(simulator().settings, settings);
}

function createLabel(name: string) {
	return call('POST', 'push/label', { name });
}

function push(body: object) {
	return call('POST', 'push/single', { targets: ['a'], pushMessage: MESSAGE, ...body });
}

describe('labelCaseSensitive', () => {
	it('off: "Aa" and "aa" are one label', async () => {
		simulator().seed({ users: ['u'] });
		await createLabel('Aa');

		expect((await createLabel('aa')).status).toBe(400);
		expect((await call('GET', 'push/label/AA')).body).toMatchObject({ data: { name: 'Aa' } });
		await call('POST', 'push/label/aA/user', { usernames: ['u'] });
		expect(simulator().labelMembers('Aa')).toEqual(['u']);
		expect((await call('DELETE', 'push/label/aa')).status).toBe(200);
		expect(simulator().labelNames).toEqual([]);
	});

	it('on: they are two', async () => {
		set({ labelCaseSensitive: true });
		await createLabel('Aa');

		expect((await createLabel('aa')).status).toBe(200);
		expect((await call('GET', 'push/label/AA')).status).toBe(400);
		expect(simulator().labelNames).toEqual(['Aa', 'aa']);
	});
});

describe('other settings', () => {
	it('labelsPerPush', async () => {
		set({ labelsPerPush: 1 });
		simulator().seed({ labels: [{ name: 'a' }, { name: 'b' }] });
		const targets = ['a', 'b'];

		const { status } = await call('POST', 'push/list/label', { targets, pushMessage: MESSAGE });
		expect(status).toBe(400);
	});

	it('labelsPerApp', async () => {
		set({ labelsPerApp: 1 });
		await createLabel('a');

		expect((await createLabel('b')).status).toBe(403);
	});

	it('wideCharactersCountTwice', async () => {
		set({ wideCharactersCountTwice: true });

		expect((await push({ pushMessage: { ...MESSAGE, title: '推'.repeat(16) } })).status).toBe(200);
		expect((await push({ pushMessage: { ...MESSAGE, title: '推'.repeat(17) } })).status).toBe(400);
	});

	it.each([
		['empty', { data: {} }],
		['null', { data: null }],
		['absent', {}],
	] as const)('nonMemberData: %s', async (nonMemberData, expected) => {
		set({ nonMemberData, now: () => 5 });
		simulator().seed({ labels: [{ name: 'vip' }] });

		const { body } = await call('GET', 'push/label/vip/user/a');
		expect(body).toEqual({ timestamp: 5, duration: 0, ...expected });
	});

	it('unknownLabelStatus', async () => {
		set({ unknownLabelStatus: 404 });

		expect((await call('GET', 'push/label/gone')).status).toBe(404);
	});

	it('asyncChecksTargets', async () => {
		set({ asyncChecksTargets: true });
		simulator().seed({ users: ['a', { id: 'bare', devices: [] }] });

		expect((await push({ targets: ['a', 'bare', 'nobody'] })).body).toMatchObject({
			data: [
				{ id: 'a', pushStatus: 'ASYNC_SUCCESS' },
				{ id: 'bare', pushStatus: 'FAIL', desc: 'no push binding' },
				{ id: 'nobody', pushStatus: 'FAIL', desc: 'appUser not exists' },
			],
		});
	});

	it('createUnknownUsers', async () => {
		set({ createUnknownUsers: true });
		await createLabel('vip');
		await call('POST', 'push/label/vip/user', { usernames: ['new'] });
		await push({ targets: ['newer'] });

		expect(simulator().labelMembers('vip')).toEqual(['new']);
		expect(simulator().deliveries).toMatchObject([{ userId: 'newer', reached: true }]);
	});

	it('orgName and appName', async () => {
		set({ orgName: '41434878', appName: '504205' });

		expect(simulator().credentials).toMatchObject({ orgName: '41434878', appName: '504205' });
		expect((await call('GET', 'push/label')).status).toBe(200);
	});

	it('recordsKept', async () => {
		set({ recordsKept: 2 });
		for (const path of ['push/label/a', 'push/label/b', 'push/label/c']) await call('GET', path);

		expect(simulator().requests.map(({ path }) => path.at(-1))).toEqual(['b', 'c']);
	});
});

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

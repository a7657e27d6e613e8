import { describe, expect, it } from '@jest/globals';
import { useSimulator, userIds } from './setup.mts';

const { simulator, call } = useSimulator();

const illegal = (words: string) => ({
	status: 400,
	body: {
		error: 'illegal_argument',
		exception: 'IllegalArgumentException',
		error_description: words,
	},
});

const LIMIT = {
	status: 403,
	body: { error: 'limit', exception: 'LimitException', error_description: 'limit request' },
};

describe('labels', () => {
	function create(name: unknown, description?: unknown) {
		return call('POST', 'push/label', { name, description });
	}

	it.each(['a', 'x'.repeat(64), 'Az09_.-'])('takes the name %s', async (name) => {
		expect((await create(name)).status).toBe(200);
	});

	it.each(['', 'x'.repeat(65), 'a b', 'ä', 'a/b', 'a\n', undefined, 5])(
		'refuses the name %j',
		async (name) => {
			expect(await create(name)).toMatchObject(illegal('label name illegal'));
		},
	);

	it('takes a description of 255 characters and refuses 256', async () => {
		const refusal = illegal('label description illegal');

		expect((await create('a', 'x'.repeat(255))).status).toBe(200);
		expect(await create('b', 'x'.repeat(256))).toMatchObject(refusal);
		expect(await create('c', 5)).toMatchObject(refusal);
	});

	it('refuses a name that is taken', async () => {
		await create('vip');

		expect(await create('vip')).toMatchObject(illegal('push label already exists of vip'));
	});

	it('takes 100 labels and refuses one more, until one is deleted', async () => {
		simulator().seed({ labels: userIds(99, 'label').map((name) => ({ name })) });

		expect((await create('the-100th')).status).toBe(200);
		expect(await create('the-101st')).toMatchObject(LIMIT);
		await call('DELETE', 'push/label/the-100th');
		expect((await create('the-101st')).status).toBe(200);
	});

	it.each([
		['GET', 'push/label/gone'],
		['DELETE', 'push/label/gone'],
		['GET', 'push/label/gone/user'],
		['GET', 'push/label/gone/user/a'],
	] as const)('answers %s %s with 400, not 404', async (method, path) => {
		expect(await call(method, path)).toMatchObject({
			status: 400,
			body: { error_description: 'push label not exists of gone' },
		});
	});
});

describe('users of a label', () => {
	it.each(['POST', 'DELETE'] as const)('%s takes 100 users and refuses 101', async (method) => {
		simulator().seed({ users: userIds(101), labels: [{ name: 'vip' }] });
		const change = (count: number) =>
			call(method, 'push/label/vip/user', { usernames: userIds(count) });

		expect((await change(100)).status).toBe(200);
		expect(await change(101)).toMatchObject(illegal('user name list illegal'));
	});

	it.each([[undefined], [[]], ['a'], [['']], [[null]]])(
		'refuses usernames %j',
		async (usernames) => {
			simulator().seed({ labels: [{ name: 'vip' }] });
			const refusal = illegal('user name list illegal');

			expect(await call('POST', 'push/label/vip/user', { usernames })).toMatchObject(refusal);
			expect(await call('DELETE', 'push/label/vip/user', { usernames })).toMatchObject(refusal);
		},
	);

	it('refuses to overfill a label, and then adds none; members count once', async () => {
		simulator().seed({ users: userIds(4), labels: [{ name: 'vip', members: userIds(2) }] });
		simulator().settings.membersPerLabel = 3;
		const add = (usernames: string[]) => call('POST', 'push/label/vip/user', { usernames });

		expect(await add(['user2', 'user3'])).toMatchObject(LIMIT);
		expect(simulator().labelMembers('vip')).toEqual(['user0', 'user1']);
		expect((await add(['user0', 'user1', 'user2'])).status).toBe(200);
		expect(simulator().labelMembers('vip')).toEqual(['user0', 'user1', 'user2']);
	});

	it.each(['limit=1', 'limit=100', ''])('pages with %j', async (query) => {
		simulator().seed({ labels: [{ name: 'vip', members: ['a'] }] });

		expect((await call('GET', `push/label/vip/user?${query}`)).status).toBe(200);
		expect((await call('GET', `push/label?${query}`)).status).toBe(200);
	});

	it.each(['limit=0', 'limit=101', 'limit=-1', 'limit=1.5', 'limit=ten', 'limit='])(
		'refuses to page with %s',
		async (query) => {
			simulator().seed({ labels: [{ name: 'vip', members: ['a'] }] });
			const refusal = illegal('limit illegal');

			expect(await call('GET', `push/label/vip/user?${query}`)).toMatchObject(refusal);
			expect(await call('GET', `push/label?${query}`)).toMatchObject(refusal);
		},
	);

	it('refuses a cursor that it has not made', async () => {
		expect(await call('GET', 'push/label?cursor=abc')).toMatchObject(illegal('cursor illegal'));
	});
});

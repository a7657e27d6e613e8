import { describe, expect, it } from '@jest/globals';
import { MESSAGE, useSimulator, userIds } from './setup.mts';

const { simulator, call } = useSimulator();

const illegal = (words: string) => ({
	status: 400,
	body: {
		error: 'illegal_argument',
		exception: 'IllegalArgumentException',
		error_description: words,
	},
});

const BAD_MESSAGE = {
	status: 400,
	body: { error: 'bad_request', exception: 'MessageException', error_description: 'bad_request' },
};

const LIMIT = {
	status: 403,
	body: { error: 'limit', exception: 'LimitException', error_description: 'limit request' },
};

describe('push to users', () => {
	function push(body: object) {
		return call('POST', 'push/single', { pushMessage: MESSAGE, ...body });
	}

	it('takes 100 targets and refuses 101', async () => {
		expect((await push({ targets: userIds(100) })).status).toBe(200);
		expect(await push({ targets: userIds(101) })).toMatchObject(illegal('targets illegal'));
	});

	it('takes one target when synchronous and refuses two', async () => {
		const refusal = illegal('sync push only supports one target');

		expect((await push({ targets: ['a'], async: false })).status).toBe(200);
		expect(await push({ targets: ['a', 'b'], async: false })).toMatchObject(refusal);
	});

	it.each([[undefined], [[]], ['a'], [['a', 5]], [['a', '']]])(
		'refuses targets %j',
		async (targets) => {
			expect(await push({ targets })).toMatchObject(illegal('targets illegal'));
		},
	);

	it('refuses an async that is no boolean', async () => {
		const response = await push({ targets: ['a'], async: 'false' });

		expect(response).toMatchObject(illegal('async illegal'));
	});

	it.each([0, 1, 2, 3, 4])('takes strategy %d', async (strategy) => {
		expect((await push({ targets: ['a'], strategy })).status).toBe(200);
	});

	it.each([-1, 5, 1.5, '2', null])('refuses strategy %j', async (strategy) => {
		const response = await push({ targets: ['a'], strategy });

		expect(response).toMatchObject(illegal('strategy illegal'));
	});

	it('delivers nothing when it refuses', async () => {
		simulator().seed({ users: ['a'] });
		await push({ targets: ['a'], pushMessage: {} });

		expect(simulator().deliveries).toEqual([]);
		expect(simulator().requests[0]).toMatchObject({ status: 400, tookEffect: false });
	});
});

describe('push message', () => {
	function push(pushMessage: unknown) {
		return call('POST', 'push/task', { pushMessage });
	}

	const pairs = (count: number) => Object.fromEntries(userIds(count).map((key) => [key, 1]));

	it.each([
		['a title of 32 characters', { title: 'x'.repeat(32) }],
		['a title of 32 emoji', { title: '👋'.repeat(32) }],
		['a subTitle of 10', { subTitle: 'x'.repeat(10) }],
		['an empty subTitle', { subTitle: '' }],
		['a content of 100', { content: 'x'.repeat(100) }],
		['10 pairs in ext', { ext: pairs(10) }],
		['1024 characters in ext', { ext: { key: 'x'.repeat(1021) } }],
		['a provider it does not know', { vivo: {} }],
		['big text with its text', { agora: { style: 1, bigTxt: 'text' } }],
		['a big picture with its address', { agora: { style: 2, bigPicture: 'https://a.example' } }],
	])('takes %s', async (_what, fields) => {
		expect((await push({ ...MESSAGE, ...fields })).status).toBe(200);
	});

	it.each([
		['a title of 33 characters', { title: 'x'.repeat(33) }],
		['no title', { title: undefined }],
		['a blank title', { title: ' ' }],
		['a title that is no text', { title: 5 }],
		['a subTitle of 11', { subTitle: 'x'.repeat(11) }],
		['a subTitle that is no text', { subTitle: null }],
		['a content of 101', { content: 'x'.repeat(101) }],
		['no content', { content: undefined }],
		['11 pairs in ext', { ext: pairs(11) }],
		['1025 characters in ext', { ext: { key: 'x'.repeat(1022) } }],
		['an ext that is no object', { ext: [] }],
		['a config that is no object', { config: 'x' }],
		['a provider that is no object', { apns: 'x' }],
		['big text without its text', { agora: { style: 1 } }],
		['a big picture without its address', { agora: { style: 2, bigTxt: 'text' } }],
	])('refuses %s', async (_what, fields) => {
		expect(await push({ ...MESSAGE, ...fields })).toMatchObject(BAD_MESSAGE);
	});

	it.each([[undefined], [null], ['text'], [[]]])('refuses %j in its place', async (pushMessage) => {
		expect(await push(pushMessage)).toMatchObject(BAD_MESSAGE);
	});
});

describe('push to labels', () => {
	function push(targets: unknown) {
		return call('POST', 'push/list/label', { targets, pushMessage: MESSAGE });
	}

	it('takes five labels and refuses six', async () => {
		const names = userIds(6, 'label');
		simulator().seed({ labels: names.map((name) => ({ name })) });

		expect((await push(names.slice(0, 5))).status).toBe(200);
		expect(await push(names)).toMatchObject(illegal('targets illegal'));
	});

	it.each([[undefined], [[]], ['vip']])('refuses targets %j', async (targets) => {
		expect(await push(targets)).toMatchObject(illegal('targets illegal'));
	});

	it('refuses an unknown label, and starts no task for the known ones', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['a'] }] });

		expect(await push(['vip', 'gone'])).toMatchObject({
			status: 400,
			body: {
				error: 'resource_not_found',
				exception: 'ResourceNotFoundException',
				error_description: 'push label not exists of gone',
			},
		});
		expect(simulator().deliveries).toEqual([]);
	});

	it('runs three tasks at once and refuses a fourth until one has ended', async () => {
		let nowMs = 1_700_000_000_000;
		Object.assign(simulator().settings, { now: () => nowMs, taskDurationMs: 1000 });
		simulator().seed({ labels: [{ name: 'vip' }] });

		for (let task = 1; task <= 3; task++) expect((await push(['vip'])).status).toBe(200);
		expect(await push(['vip'])).toMatchObject(LIMIT);
		nowMs += 1000;
		expect((await push(['vip'])).status).toBe(200);
	});
});

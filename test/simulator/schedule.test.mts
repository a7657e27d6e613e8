import { beforeEach, describe, expect, it } from '@jest/globals';
import { MESSAGE, send, useSimulator, userIds } from './setup.mts';

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 10, 25, 12, 0, 0);
let nowMs = START_MS;
const { simulator, call } = useSimulator({ now: () => nowMs });

beforeEach(() => {
	nowMs = START_MS;
	simulator().seed({ users: ['anna', 'ben'], labels: [{ name: 'vip', members: ['anna'] }] });
});

const BODIES = {
	'push/task': {},
	'push/list/label': { targets: ['vip'] },
	'push/list': { targets: ['ben'] },
};

function schedule(path: keyof typeof BODIES, startDate: unknown) {
	return call('POST', path, { ...BODIES[path], pushMessage: MESSAGE, startDate });
}

describe('a scheduled push', () => {
	it.each([
		['push/task', ['anna', 'ben'], 'sendToAll'],
		['push/list/label', ['anna'], 'sendToLabels'],
		['push/list', ['ben'], 'sendToUserList'],
	] as const)('%s is delivered when its time comes', async (path, receivers, action) => {
		const { status, text } = await schedule(path, '2026-11-25 13:30:00');
		const taskId = /\d{16,}/.exec(text)?.[0];
		const startsAt = START_MS + 1.5 * HOUR_MS;

		expect(status).toBe(200);
		expect(simulator().tasks).toEqual([
			{ taskId, action, recipients: receivers.length, createdAt: START_MS, startsAt },
		]);
		nowMs = startsAt - 1;
		expect(simulator().deliveries).toEqual([]);
		nowMs = startsAt + 5 * HOUR_MS;
		expect(simulator().deliveries).toMatchObject(
			receivers.map((userId) => ({ userId, reached: true, taskId, at: startsAt })),
		);
	});

	it('comes in the order of its time, before whatever is asked later', async () => {
		await schedule('push/list', '2026-11-25 15:00:00');
		await schedule('push/list/label', '2026-11-25 14:00:00');
		nowMs += 4 * HOUR_MS;
		await call('POST', 'push/single', { targets: ['nobody'], pushMessage: MESSAGE });

		expect(simulator().deliveries.map(({ userId }) => userId)).toEqual(['anna', 'ben', 'nobody']);
	});

	it('is seen by the back door, the page and whoever waits for a delivery', async () => {
		const title = '<later>';
		await call('POST', 'push/task', {
			pushMessage: { ...MESSAGE, title },
			startDate: '2026-11-25 13:00:00',
		});
		const page = () => send(simulator(), 'GET', '/');

		expect((await page()).text).toMatch(/2026-11-25 13:00:00 UTC<\/time>.*2 users.*&lt;later&gt;/s);
		nowMs += HOUR_MS;
		const delivery = simulator().waitFor('delivery');
		expect((await page()).text).toContain('No push is waiting for its time');
		expect(await delivery).toMatchObject({ userId: 'anna' });
		await schedule('push/task', '2026-11-25 14:00:00');
		nowMs += HOUR_MS;
		const { body } = await send(simulator(), 'GET', '/_simulator/deliveries');
		expect(body).toHaveLength(4);
	});

	it('runs once its time has come, not before', async () => {
		simulator().settings.taskDurationMs = 10_000;
		for (let count = 0; count < 4; count++) {
			expect((await schedule('push/task', '2026-11-25 13:00:00')).status).toBe(200);
		}
		nowMs += HOUR_MS;
		expect((await schedule('push/task', '2026-11-25 15:00:00')).status).toBe(403);
		nowMs += 10_000;
		expect((await schedule('push/task', '2026-11-25 15:00:00')).status).toBe(200);
	});

	it('is gone after a reset', async () => {
		await schedule('push/task', '2026-11-25 13:00:00');
		simulator().reset();
		nowMs += 2 * HOUR_MS;

		expect(simulator().deliveries).toEqual([]);
	});

	it('shows ten at a time and counts them all', async () => {
		const starts = userIds(12).map((_, index) => `2026-11-26 12:00:${10 + index}`);
		for (const startDate of starts.toReversed()) await schedule('push/list', startDate);
		const { text } = await send(simulator(), 'GET', '/');

		expect(text).toMatch(/12 pushes, the soonest first.*12:00:10.*12:00:19.*And 2 later ones/s);
		expect(text).not.toContain('12:00:20');
	});
});

describe('startDate', () => {
	it.each(['2026-11-25 13:00:00', '2026-12-25 12:00:00'])('may be %s', async (startDate) => {
		expect((await schedule('push/task', startDate)).status).toBe(200);
	});

	it.each([
		'2026-11-25 12:59:59',
		'2026-12-25 12:00:01',
		'2026-11-31 12:00:00',
		'2026-11-25 25:00:00',
		'2026-11-25T13:00:00',
		'2026-11-25 14:00',
		1_764_082_800_000,
		null,
	])('may not be %j', async (startDate) => {
		expect(await schedule('push/task', startDate)).toMatchObject({
			status: 400,
			body: { exception: 'IllegalArgumentException', error_description: 'startDate illegal' },
		});
		expect(simulator().tasks).toEqual([]);
	});

	it("is told by the service's own clock", async () => {
		simulator().settings.serviceClockOffsetMinutes = 8 * 60;

		expect((await schedule('push/task', '2026-11-25 13:00:00')).status).toBe(400);
		expect((await schedule('push/task', '2026-11-25 21:00:00')).status).toBe(200);
		expect(simulator().tasks).toMatchObject([{ startsAt: START_MS + HOUR_MS }]);
	});

	it.each(['push/single', 'push/sync/anna'])('is ignored by %s', async (path) => {
		const body = { targets: ['anna'], pushMessage: MESSAGE, startDate: 'tomorrow' };

		expect((await call('POST', path, body)).status).toBe(200);
		expect(simulator().deliveries).toHaveLength(1);
	});
});

describe('a push to users as a task', () => {
	it.each([[[]], ['anna'], [userIds(101)], [[5]]])('refuses targets %j', async (targets) => {
		const response = await call('POST', 'push/list', { targets, pushMessage: MESSAGE });

		expect(response).toMatchObject({
			status: 400,
			body: { error_description: 'targets illegal' },
		});
	});

	it('reaches them at once and answers the task', async () => {
		const body = { targets: ['ben', 'nobody'], pushMessage: MESSAGE };
		const { text } = await call('POST', 'push/list', body);

		expect(text).toMatch(/"data":\{"taskId":\d{18,19}\}/);
		expect(simulator().deliveries).toMatchObject([{ userId: 'ben' }, { userId: 'nobody' }]);
	});
});

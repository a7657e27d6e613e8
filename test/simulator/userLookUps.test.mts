/** Which devices a user has, and who is online. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { useSimulator, userIds } from './setup.mts';
import { expectShape } from './shapes.mts';

const { simulator, call } = useSimulator({ now: () => 1_700_000_000_000 });

beforeEach(() => {
	simulator().seed({
		users: ['anna', { id: 'carl', devices: ['agora', 'apns', 'fcm'] }, { id: 'dora', devices: [] }],
	});
});

const statuses = async (usernames: unknown) =>
	await call('POST', 'users/batch/status', { usernames });

describe('the devices of a user', () => {
	it('are shown as published', async () => {
		const { body } = await call('GET', 'users/anna/push/binding');

		expectShape(
			body,
			'{"timestamp":1688030642443,"entities":[{"device_id":"8ce08cad-9369-4000-8000-695a0d247cda","device_token":"BAEA","notifier_name":"104410638"}],"action":"get","duration":28}',
		);
	});

	it('are those that a vendor reaches, not an app that is open', async () => {
		const { body } = await call('GET', 'users/CARL/push/binding');

		expect(body).toMatchObject({
			entities: [
				{ device_id: 'carl-apns-1', notifier_name: 'simulator-apns' },
				{ device_id: 'carl-fcm-2', notifier_name: 'simulator-fcm' },
			],
		});
	});

	it('are none for a user without one, and those that were bound afterwards', async () => {
		const binding = { device_id: 'd1', device_token: 't1', notifier_name: 'simulator-fcm' };

		expect((await call('GET', 'users/dora/push/binding')).body).toMatchObject({ entities: [] });
		await call('PUT', 'users/dora/push/binding', binding);
		expect((await call('GET', 'users/dora/push/binding')).body).toMatchObject({
			entities: [binding],
		});
	});

	it('are refused for an unknown user', async () => {
		expect(await call('GET', 'users/nobody/push/binding')).toMatchObject({
			status: 400,
			body: {
				exception: 'RequiredPropertyNotFoundException',
				error_description: 'Entity user requires a property named username',
			},
		});
	});
});

describe('the online states of users', () => {
	it('are shown as published, unknown users as offline', async () => {
		const { body } = await statuses(['carl', 'anna', 'nobody']);

		expectShape(
			body,
			'{"action":"get batch user status","uri":"http://XXXX/XXXX/XXXX/users/batch/status","entities":[],"data":[{"carl":"offline"},{"anna":"offline"},{"nobody":"offline"}],"timestamp":1552280231926,"duration":4,"count":0}',
		);
		expect(body).toMatchObject({
			data: [{ carl: 'online' }, { anna: 'offline' }, { nobody: 'offline' }],
		});
	});

	it('are given for 1 to 100 users a call', async () => {
		expect((await statuses(userIds(100))).status).toBe(200);
		for (const usernames of [userIds(101), [], 'anna', [5], undefined]) {
			expect((await statuses(usernames)).status).toBe(400);
		}
	});
});

it.each([
	['GET', 'users/anna/push/binding', undefined, 100],
	['POST', 'users/batch/status', { usernames: ['anna'] }, 50],
] as const)('%s %s has a rate of its own', async (method, path, body, perSecond) => {
	simulator().settings.rates = 'on';
	for (let count = 0; count < perSecond; count++) {
		expect((await call(method, path, body)).status).toBe(200);
	}
	expect((await call(method, path, body)).status).toBe(429);
});

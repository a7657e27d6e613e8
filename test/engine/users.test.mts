/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

beforeEach(() => {
	simulator().seed({
		users: [
			{
				id: 'anna',
				devices: [{ provider: 'fcm', deviceId: 'd1', notifierName: 'my-fcm' }, 'apns'],
			},
			{ id: 'ben', devices: [] },
			{ id: 'carla', devices: ['agora'] },
		],
	});
});

async function run(operation: string, rows: IDataObject[], credential: IDataObject = {}) {
	const parameters = { resource: 'user', operation, userIds: '={{ $json.users }}' };
	const onError = 'continueErrorOutput';
	return await runNode(simulator(), { parameters, rows, onError, credential });
}

describe('user: getDevices', () => {
	it('tells whether each user exists and which devices can get a push', async () => {
		const { items, errorItems } = await run('getDevices', [
			{ users: 'Anna, ben' },
			{ users: ['carla', 'nobody', 'anna'] },
		]);
		expect(errorItems).toEqual([]);
		const none = { deviceCount: 0, devices: [] };
		const ofAnna = {
			...{ exists: true, deviceCount: 2 },
			devices: [
				{ deviceId: 'd1', notifierName: 'my-fcm' },
				{ deviceId: expect.any(String), notifierName: 'simulator-apns' },
			],
		};
		expect(items.map(({ json }) => json)).toEqual([
			{ userId: 'Anna', ...ofAnna },
			{ userId: 'ben', exists: true, ...none },
			{ userId: 'carla', exists: true, ...none },
			{ userId: 'nobody', exists: false, ...none },
			{ userId: 'anna', ...ofAnna },
		]);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 0, 1, 1, 1].map((item) => ({ item })),
		);
		expect(simulator().requests).toHaveLength(4);
	});

	it('shows no token of a device', async () => {
		simulator().seed({
			users: [{ id: 'anna', devices: [{ provider: 'fcm', deviceToken: 's3cret' }] }],
		});
		const { record } = await run('getDevices', [{ users: 'anna' }]);
		expect(JSON.stringify(record)).not.toContain('s3cret');
	});

	it.each([
		['service_resource_not_found', 'Service resource not found.'],
		['resource_not_found', "username anna doesn't exist"],
	])('takes the 404 %s for a user who does not exist', async (error, words) => {
		const body = { error, error_description: words };
		simulator().weather.add({ weather: { kind: 'body', status: 404, body } });
		const { items } = await run('getDevices', [{ users: 'anna' }]);
		expect(items[0]?.json).toMatchObject({ userId: 'anna', exists: false });
	});

	it('does not take an unknown app for an unknown user', async () => {
		const { errorItems } = await run('getDevices', [{ users: 'anna' }], { appName: 'nothing' });
		expect(errorItems[0]?.json.details).toEqual({ userId: 'anna', httpCode: 404 });
	});

	it('does not take another refusal for an unknown user', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 404 } });
		const { items, errorItems } = await run('getDevices', [{ users: 'anna' }]);
		expect(items).toEqual([]);
		expect(errorItems[0]?.json.details).toEqual({ userId: 'anna', httpCode: 404 });
	});
});

describe('user: getStatus', () => {
	it('asks for 100 users a call, and takes an unknown one for offline', async () => {
		const users = Array.from({ length: 250 }, (_, index) => `user${index}`);
		const { items } = await run('getStatus', [{ users: ['Carla', 'anna'] }, { users }]);
		expect(simulator().requests.map(({ body }) => Object.values(body ?? {}).flat().length)).toEqual(
			[100, 100, 52],
		);
		expect(items).toHaveLength(252);
		expect(items.slice(0, 3).map(({ json }) => json)).toEqual([
			{ userId: 'Carla', isOnline: true, status: 'online' },
			{ userId: 'anna', isOnline: false, status: 'offline' },
			{ userId: 'user0', isOnline: false, status: 'offline' },
		]);
	});

	it('says of whom the answer does not mention that nobody knows', async () => {
		simulator().weather.add({ weather: { kind: 'halfData' } });
		const { items, errorItems } = await run('getStatus', [{ users: 'anna, carla' }]);
		expect(items.map(({ json }) => json.userId)).toEqual(['anna']);
		expect(errorItems[0]?.json).toEqual({
			error: expect.stringMatching(/^The service's answer does not mention 'carla' \[item 0\]\. /),
			details: { userId: 'carla', isOnline: null, status: 'unknown' },
			users: 'anna, carla',
		});
	});
});

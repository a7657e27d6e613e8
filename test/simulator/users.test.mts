/** The calls about one user and about push certificates. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { MESSAGE, useSimulator } from './setup.mts';
import { expectShape } from './shapes.mts';

const NOW_MS = 1_700_000_000_000;
const { simulator, call } = useSimulator({ now: () => NOW_MS });

beforeEach(() => {
	simulator().seed({
		users: ['anna', { id: 'carl', devices: ['agora', 'apns'] }, { id: 'dora', devices: [] }],
	});
});

const BINDING = { device_id: 'phone', device_token: 'secret', notifier_name: 'simulator-huawei' };

function bind(user: string, fields: object = {}) {
	return call('PUT', `users/${user}/push/binding`, { ...BINDING, ...fields });
}

/** The providers that reach a user, in the order in which they do. */
async function providersOf(user: string): Promise<(string | null)[]> {
	const before = simulator().deliveries.length;
	await call('POST', 'push/single', { targets: [user], pushMessage: MESSAGE });
	const deliveries = simulator().deliveries.slice(before);
	return deliveries.map(({ provider }) => provider);
}

describe('a user', () => {
	it('is shown as published', async () => {
		const { body } = await call('GET', 'users/dora');

		expectShape(
			body,
			'{"action":"get","path":"/users","uri":"http://XXXX/XXXX/XXXX/users/XXXX","entities":[{"uuid":"0ffe2d80-XXXX-XXXX-8d66-279e3e1c214b","type":"user","created":1542795196504,"modified":1542795196504,"username":"XXXX","activated":true}],"timestamp":1542798985011,"duration":1,"count":1}',
		);
		expect(body).toMatchObject({
			uri: `${simulator().url}/agora-demo/testy/users/dora`,
			entities: [{ username: 'dora', created: NOW_MS }],
		});
	});

	it('is shown with the devices that vendors reach', async () => {
		expect((await call('GET', 'users/CARL')).body).toMatchObject({
			entities: [
				{
					username: 'carl',
					pushInfo: [
						{
							device_Id: 'carl-apns-1',
							device_token: 'token-of-carl-apns-1',
							notifier_name: 'simulator-apns',
						},
					],
				},
			],
		});
	});

	it.each([
		['carl', 'online'],
		['anna', 'offline'],
	])('%s is %s', async (user, state) => {
		const { body } = await call('GET', `users/${user}/status`);

		expectShape(
			body,
			`{"action":"get","uri":"http://XXXX/XXXX/XXXX/users/user1/status","entities":[],"data":{"${user}":"offline"},"timestamp":1542601284531,"duration":4,"count":0}`,
		);
		expect(body).toMatchObject({ data: { [user]: state } });
	});

	it.each(['users/nobody', 'users/nobody/status'])('%s is unknown', async (path) => {
		expect(await call('GET', path)).toMatchObject({
			status: 404,
			body: { error: 'service_resource_not_found' },
		});
	});
});

describe('a device', () => {
	it('is bound, beside those that are there', async () => {
		const { body } = await bind('anna');

		expect(body).toEqual({
			timestamp: NOW_MS,
			action: 'put',
			entities: [BINDING],
			duration: 0,
		});
		expect(await providersOf('anna')).toEqual(['fcm', 'huawei']);
	});

	it('takes the place of itself', async () => {
		await bind('dora');
		await bind('dora', { device_token: 'newer' });

		expect(await providersOf('dora')).toEqual(['huawei']);
	});

	it('is unbound from one certificate by an empty token, from all by an empty name', async () => {
		await bind('dora');
		await bind('dora', { notifier_name: 'simulator-xiaomi' });
		await bind('dora', { device_id: 'tablet', notifier_name: '104410638' });
		const { body } = await bind('dora', { device_token: '' });

		expect(body).toMatchObject({ entities: [{ notifier_name: 'simulator-xiaomi' }] });
		expect(await providersOf('dora')).toEqual(['xiaomi', 'fcm']);
		expect((await bind('dora', { notifier_name: '' })).body).toMatchObject({ entities: [] });
		expect(await providersOf('dora')).toEqual(['fcm']);
	});

	it('keeps its name when one before it goes, and its user stays online', async () => {
		simulator().seed({ users: [{ id: 'eve', devices: ['fcm', 'agora', 'apns'] }] });
		await bind('eve', { device_id: 'eve-fcm-0', notifier_name: '' });

		expect((await call('GET', 'users/eve')).body).toMatchObject({
			entities: [{ pushInfo: [{ device_Id: 'eve-apns-2' }] }],
		});
		expect((await call('GET', 'users/eve/status')).body).toMatchObject({ data: { eve: 'online' } });
	});

	it('of an unknown user is refused', async () => {
		expect(await bind('nobody')).toMatchObject({
			status: 400,
			body: {
				exception: 'RequiredPropertyNotFoundException',
				error_description: 'Entity user requires a property named username',
			},
		});
	});

	it.each([
		[{ device_id: undefined }, 'device_id'],
		[{ device_id: '' }, 'device_id'],
		[{ device_token: null }, 'device_token'],
		[{ notifier_name: 5 }, 'notifier_name'],
	])('is refused with %j', async (fields, name) => {
		expect(await bind('anna', fields)).toMatchObject({
			status: 400,
			body: { error_description: `parameters is invalid : ${name}` },
		});
	});
});

describe('push certificates', () => {
	it('are one for each vendor, by the names that devices are bound under', async () => {
		const { body } = await call('GET', 'notifiers');

		expect(body).toMatchObject({
			action: 'get',
			count: 8,
			entities: expect.arrayContaining([
				expect.objectContaining({ type: 'notifier', name: 'simulator-apns', provider: 'APNS' }),
				expect.objectContaining({ name: 'simulator-fcm', provider: 'ANDROID' }),
			]),
		});
	});
});

it.each([
	['users/anna', 'getUser'],
	['users/anna/status', 'getUserStatus'],
	['notifiers', 'listNotifiers'],
])('%s takes 100 calls a second', async (path, action) => {
	simulator().settings.rates = 'on';
	for (let count = 0; count < 100; count++) expect((await call('GET', path)).status).toBe(200);

	expect((await call('GET', path)).status).toBe(429);
	expect(simulator().requests.at(-1)).toMatchObject({ action });
});

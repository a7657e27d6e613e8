/** What a synchronous push answers for each device, in the shape of the device's vendor. */
import { describe, expect, it } from '@jest/globals';
import type { Device } from '../../simulator/index.mts';
import { MESSAGE, useSimulator } from './setup.mts';
import { expectShape } from './shapes.mts';

const { simulator, call } = useSimulator();

async function pushTo(devices: (string | Device)[], strategy = 2): Promise<unknown> {
	simulator().seed({ users: [{ id: 'anna', devices }] });
	const { body } = await call('POST', 'push/sync/anna', { strategy, pushMessage: MESSAGE });
	return body;
}

/** The answer around one entry. */
function published(entry: string): string {
	return `{"timestamp":1,"data":[${entry}],"duration":1}`;
}

/** As the command-line client `ycj3/agora-chat-cli` reads it, and Easemob's callback page shows it. */
const PUSH_NOTIFICATION =
	'"pushNotification":{"expiration":1656484422884,"payload":"{}","priority":"IMMEDIATE","token":"t","topic":"com.example"}';

describe('a vendor that takes the push', () => {
	it.each([
		['fcm', '{"name":"projects/p/messages/1"}'],
		[
			'apns',
			`{"accepted":true,"apnsId":"7d98","apnsUniqueId":"u","statusCode":200,"rejectionReason":null,"tokenInvalidationTimestamp":null,${PUSH_NOTIFICATION}}`,
		],
		[
			'huawei',
			'{"code":200,"data":{"expireTokens":[],"sendResult":true,"requestId":"1","failTokens":[],"msgCode":200},"message":"Success"}',
		],
		['agora', '{"result":"success","msg_id":["1"]}'],
	])('%s', async (provider, data) => {
		const body = await pushTo([provider], provider === 'agora' ? 1 : 2);

		expectShape(body, published(`{"pushStatus":"SUCCESS","data":${data}}`));
	});
});

describe('a vendor that refuses the push', () => {
	it.each([
		[
			'fcm',
			'UNREGISTERED',
			{
				error: {
					code: 404,
					status: 'NOT_FOUND',
					message: 'Requested entity was not found.',
					details: [{ errorCode: 'UNREGISTERED' }],
				},
			},
		],
		[
			'apns',
			'BadDeviceToken',
			{ accepted: false, statusCode: 400, rejectionReason: 'BadDeviceToken' },
		],
		['huawei', 'IllegalToken', { data: { sendResult: false }, message: 'IllegalToken' }],
		['vivo', 'InvalidToken', { result: 10206, desc: 'Incorrect sign' }],
		['agora', 'Disconnected', { result: 'Disconnected', msg_id: [] }],
	])('%s', async (provider, failure, data) => {
		const body = await pushTo([{ provider, failure }], provider === 'agora' ? 1 : 2);

		expect(body).toMatchObject({ data: [{ pushStatus: 'FAIL', desc: failure, data }] });
	});
});

describe('several devices', () => {
	const refusing = { provider: 'fcm', failure: 'UNREGISTERED' };

	it.each([
		['the refusing one first', [refusing, 'apns'], ['FAIL', 'SUCCESS']],
		['the refusing one last', ['apns', refusing], ['SUCCESS', 'FAIL']],
		['two of one vendor', ['fcm', 'fcm'], ['SUCCESS', 'SUCCESS']],
		['none that takes it', [refusing, { ...refusing, provider: 'vivo' }], ['FAIL', 'FAIL']],
	])('answer one entry each, in their order: %s', async (_what, devices, statuses) => {
		const body = await pushTo(devices);

		expect(body).toMatchObject({ data: statuses.map((pushStatus) => ({ pushStatus })) });
		expect(simulator().deliveries).toHaveLength(devices.length);
	});

	it("leave out the channel that strategy 0 tried in vain, and name the device's own token", async () => {
		const online = { provider: 'agora', deviceToken: 'own' };

		expect(await pushTo([refusing, online], 0)).toMatchObject({
			data: [{ pushStatus: 'SUCCESS' }],
		});
		expect(await pushTo([{ provider: 'apns', deviceToken: 'own' }])).toMatchObject({
			data: [{ data: { pushNotification: { token: 'own' } } }],
		});
	});

	it('stand with the target in a synchronous push/single', async () => {
		simulator().seed({ users: [{ id: 'anna', devices: ['apns', refusing] }] });
		const body = { targets: ['anna'], async: false, pushMessage: MESSAGE };

		expect((await call('POST', 'push/single', body)).body).toMatchObject({
			data: [
				{ id: 'anna', pushStatus: 'SUCCESS' },
				{ id: 'anna', pushStatus: 'FAIL', desc: 'UNREGISTERED' },
			],
		});
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();
const OK = { pushStatus: 'SUCCESS', data: { name: 'projects/x/messages/1' } };
const DEAD = { pushStatus: 'FAIL', desc: 'BadDeviceToken', data: { accepted: false } };
const LATER = { pushStatus: 'ASYNC_SUCCESS', desc: 'async success.' };
const ODD = { pushStatus: 'QUEUED' };
const failed = { pushStatus: 'FAIL', desc: 'BadDeviceToken' };

const WAYS = ['single', 'sync'];

async function push(way: string, data?: object[], options: INodeParameters = {}) {
	if (data !== undefined) {
		const weather = { kind: 'body' as const, body: JSON.stringify({ data }) };
		simulator().weather.add({ weather: { ...weather, contentType: 'application/json' } });
	}
	return await runNode(simulator(), {
		onError: 'continueErrorOutput',
		rows: [{ user: 'anna' }],
		parameters: {
			...{ resource: 'push', operation: 'sendToUsers', userIds: '={{ $json.user }}' },
			...{ title: 'Hello', content: 'World', waitForResult: true },
			options: { resultEndpoint: way, ...options },
		},
	});
}

describe.each(WAYS)('results by device, by way of %s', (way) => {
	it.each([
		['first of two', [OK, DEAD]],
		['last of two', [DEAD, OK]],
		['among accepted and unknown ones', [LATER, ODD, DEAD, OK]],
	])('tell of a success when one device took the push, the %s', async (_name, data) => {
		const { items, errorItems } = await push(way, data);
		expect(errorItems).toEqual([]);
		expect(items).toHaveLength(1);
		expect(items[0]?.json).toMatchObject({ userId: 'anna', ...OK });
		expect(items[0]?.json.devices).toHaveLength(data.length);
		expect(items[0]?.json.devices).toEqual(expect.arrayContaining([OK, DEAD]));
	});

	it('tell of the first refusal when no device took it', async () => {
		const { errorItems } = await push(way, [DEAD, { pushStatus: 'ERROR', desc: 'timeout' }]);
		expect(errorItems).toHaveLength(1);
		expect(errorItems[0]?.json.error).toMatch(/ended as FAIL: BadDeviceToken \[item 0\]\. /);
		expect(errorItems[0]?.json.details).toEqual({
			...{ userId: 'anna', ...failed, data: { accepted: false } },
			devices: [DEAD, { pushStatus: 'ERROR', desc: 'timeout' }],
		});
	});

	it('are uncertain when a device may have taken it', async () => {
		const { errorItems } = await push(way, [DEAD, ODD]);
		expect(errorItems[0]?.json.details).toMatchObject({
			...{ userId: 'anna', pushStatus: 'UNCERTAIN' },
			devices: [DEAD, { pushStatus: 'UNCERTAIN', desc: 'QUEUED' }],
		});
	});

	it('have no list of devices when there is one', async () => {
		const { items } = await push(way, [OK]);
		expect(items[0]?.json).toEqual({ userId: 'anna', ...OK });
	});

	it('are good with a hint when the service did not wait, and nobody is pushed to again', async () => {
		const { items, hints } = await push(way, [LATER]);
		expect(items[0]?.json).toEqual({ userId: 'anna', ...LATER });
		expect(simulator().requests).toHaveLength(1);
		const other = way === 'single' ? 'Synchronous Push' : 'Push to Users';
		expect(hints.map(({ message }) => message).slice(1)).toEqual([
			expect.stringMatching(`^The service accepted the push, but did not wait .+ to '${other}`),
		]);
	});
});

describe('the endpoint sync', () => {
	it('gets one user a call, in the path, and the body of the docs', async () => {
		simulator().seed({ users: ['anna', 'a/b'] });
		await runNode(simulator(), {
			rows: [{ users: 'anna, a/b' }],
			parameters: {
				...{ resource: 'push', operation: 'sendToUsers', userIds: '={{ $json.users }}' },
				...{ title: 'Hello', content: 'World', waitForResult: true },
				options: { resultEndpoint: 'sync', allowAnyUserId: true },
			},
		});
		const sent = simulator().requests.map(({ rawPath, body }) => [
			rawPath.split('/').slice(3).join('/'),
			body,
		]);
		const body = { strategy: 2, pushMessage: { title: 'Hello', content: 'World' } };
		expect(sent).toEqual([
			['push/sync/anna', body],
			['push/sync/a%2Fb', body],
		]);
	});

	it('tells in the log how long a long run takes, when it begins', async () => {
		const { logLines } = await runNode(simulator(), {
			rows: [{ title: 'A' }, { title: 'B' }],
			signal: AbortSignal.timeout(300),
			parameters: {
				...{ resource: 'push', operation: 'sendToUsers', userIds: 'anna' },
				...{ title: '={{ $json.title }}', content: 'World', waitForResult: true },
				options: { resultEndpoint: 'sync', requestsPerSecond: 0.01 },
			},
		});
		expect(logLines.map(({ message }) => message)).toContain(
			'Agora Chat Push: 2 calls take about 103 s at this rate.',
		);
	});

	it('cannot take a user whom no URL can hold', async () => {
		const { error } = await runNode(simulator(), {
			rows: [{}],
			parameters: {
				...{ resource: 'push', operation: 'sendToUsers', userIds: 'anna, ..' },
				...{ title: 'Hello', content: 'World', waitForResult: true },
				options: { resultEndpoint: 'sync', allowAnyUserId: true },
			},
		});
		expect(error?.text).toMatch(/^'User IDs' holds '\.\.', which cannot be used in a web address/);
		expect(simulator().requests).toEqual([]);
	});

	it('is not asked where nobody waits', async () => {
		simulator().seed({ users: ['anna'] });
		await runNode(simulator(), {
			rows: [{}],
			parameters: {
				...{ resource: 'push', operation: 'sendToUsers', userIds: 'anna' },
				...{ title: 'Hello', content: 'World', options: { resultEndpoint: 'sync' } },
			},
		});
		expect(simulator().requests[0]?.path).toMatch(/push\/single$/);
	});
});

describe('Send At', () => {
	const parameters = { resource: 'push', operation: 'sendToAll', title: 'Hello', content: 'World' };
	const run = async (sendAt: string) =>
		await runNode(simulator(), { rows: [{}], parameters: { ...parameters, options: { sendAt } } });

	it('goes to the service as it is', async () => {
		await run(' 2076-12-24 18:00:00 ');
		expect(simulator().requests[0]?.body).toMatchObject({ startDate: '2076-12-24 18:00:00' });
	});

	it.each([
		'',
		'2026-12-24',
		'2026-12-24T18:00:00',
		'24.12.2026 18:00:00',
		'2026-02-30 18:00:00',
		'2026-12-24 24:00:00',
		'={{ DateTime.fromISO("2026-12-24") }}',
		'={{ null }}',
	])('is refused before anything is sent: %s', async (sendAt) => {
		const { error } = await run(sendAt);
		expect(error?.text).toMatch(/^'Send At' is .+, not a date and time as yyyy-MM-dd HH:mm:ss /);
		expect(simulator().requests).toEqual([]);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const send = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: '={{ $json.user }}',
	title: 'Hello',
	content: 'World',
};

/** The hint under the output, with 'T s' for its time. */
async function receiptOf(parameters: INodeParameters, rows: IDataObject[]) {
	const { hints } = await runNode(simulator(), {
		parameters,
		rows,
		onError: 'continueRegularOutput',
	});
	expect(hints).toHaveLength(1);
	return hints.map(({ message, type, location }) => ({
		text: message.replace(/\b\d+\.\d s\b/, 'T s'),
		type,
		location,
	}))[0];
}

function usersOf(count: number): IDataObject[] {
	return Array.from({ length: count }, (_, index) => ({ user: `user-${index}` }));
}

describe('the receipt of a send', () => {
	it.each([
		[1, '1 user, delivery not checked · 1 call · T s'],
		[2, '2 users, delivery not checked · 1 call · T s'],
		[1001, '1,001 users, delivery not checked · 11 calls · T s'],
	])('to %d users', async (count, text) => {
		const receipt = await receiptOf(send, usersOf(count));
		expect(receipt).toEqual({ text, type: 'info', location: 'outputPane' });
	});

	it('tells the seconds from the start of the run to its end', async () => {
		const startMs = performance.now();
		const { hints } = await runNode(simulator(), {
			parameters: { ...send, waitForResult: true, options: { requestsPerSecond: 2 } },
			rows: usersOf(3),
		});
		const tookSeconds = (performance.now() - startMs) / 1000;
		const [, told] = / · (\d+\.\d) s\b/.exec(hints[0]?.message ?? '') ?? [];
		expect(Number(told)).toBeGreaterThanOrEqual(1);
		expect(Number(told)).toBeLessThanOrEqual(tookSeconds + 0.05);
	});

	it('says of how many users the delivery was not checked', async () => {
		simulator().seed({ users: ['anna', 'ben', 'carla'] });
		const rows = ['anna', 'ben', 'carla'].map((user) => ({ user }));
		const parameters = { ...send, waitForResult: "={{ $json.user === 'anna' }}" };
		expect((await receiptOf(parameters, rows))?.text).toBe(
			'3 users, delivery of 2 not checked · 2 calls · T s',
		);
	});

	it('counts a user once whom several rows name', async () => {
		const receipt = await receiptOf(send, [{ user: 'anna' }, { user: 'anna, ben' }]);
		expect(receipt?.text).toBe('2 users, delivery not checked · 1 call · T s');
	});

	it('says how many users were refused', async () => {
		simulator().seed({ users: ['anna', { id: 'ben', devices: [] }] });
		const rows = ['anna', 'ben', 'nobody'].map((user) => ({ user }));
		expect(await receiptOf({ ...send, waitForResult: true }, rows)).toEqual({
			text: '3 users · 3 calls · T s · 2 refused',
			type: 'warning',
			location: 'outputPane',
		});
	});

	it('says how many rows were skipped', async () => {
		const long = { user: 'x'.repeat(65) };
		expect(await receiptOf(send, [long, { user: 'anna' }])).toMatchObject({
			text: '1 user, delivery not checked · 1 call · T s · 1 item skipped',
			type: 'warning',
		});
		expect((await receiptOf(send, [long, { user: 'anna' }, { user: ' ' }]))?.text).toBe(
			'1 user, delivery not checked · 1 call · T s · 2 items skipped',
		);
		expect((await receiptOf(send, [long]))?.text).toBe('0 users · 0 calls · T s · 1 item skipped');
	});

	it('says whose answer was lost, and who failed', async () => {
		simulator().weather.add({ weather: { kind: 'reset' } });
		expect((await receiptOf(send, usersOf(3)))?.text).toBe(
			'3 users · 1 call · T s · 3 uncertain (answer lost)',
		);
		simulator().weather.add({ weather: { kind: 'status', status: 503 } });
		expect((await receiptOf(send, usersOf(3)))?.text).toBe('3 users · 1 call · T s · 3 failed');
	});
});

describe('the receipt of other operations', () => {
	const label = { __rl: true, mode: 'name', value: 'vip' };

	it.each<[string, INodeParameters]>([
		['1 task · 1 call · T s', { ...send, operation: 'sendToAll' }],
		['1 label · 1 call · T s', { resource: 'label', operation: 'get', label }],
		['1 label · 1 call · T s', { resource: 'label', operation: 'delete', label }],
		['2 labels · 1 call · T s', { resource: 'label', operation: 'getAll', returnAll: true }],
		[
			'3 members · 1 call · T s',
			{ resource: 'labelMember', operation: 'getAll', returnAll: true, label },
		],
		[
			'2 users · 1 call · T s',
			{ resource: 'labelMember', operation: 'add', userIds: 'anna, dora', label },
		],
	])('%s', async (text, parameters) => {
		const members = ['anna', 'ben', 'cleo'];
		simulator().seed({
			users: [...members, 'dora'],
			labels: [{ name: 'vip', members }, { name: 'oslo' }],
		});
		expect((await receiptOf(parameters, [{}]))?.text).toBe(text);
	});
});

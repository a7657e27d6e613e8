/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const message = { resource: 'push', title: 'Hello', content: 'World' };
const label = { __rl: true, mode: 'name', value: 'vip' };
const add = { resource: 'labelMember', operation: 'add', label, userIds: '={{ $json.user }}' };

const PUSHES: INodeParameters[] = [
	{ ...message, operation: 'sendToUsers', userIds: '={{ $json.user }}' },
	{ ...message, operation: 'sendToLabels', labelNames: ['vip'] },
	{ ...message, operation: 'sendToAll' },
];

const rows = [{ user: 'anna' }, { user: 'ben' }];

beforeEach(() => {
	simulator().seed({ users: ['anna', 'ben'], labels: [{ name: 'vip', members: ['anna'] }] });
});

describe.each(PUSHES)("push $operation with 'Retry On Fail'", (parameters) => {
	it('stops before anything is sent, and says why', async () => {
		const { error, items } = await runNode(simulator(), { parameters, rows, retryOnFail: true });
		expect(error?.message).toBe(
			"'Retry On Fail' is on in the node's settings, and a push must not be sent twice",
		);
		expect(error?.description).toMatch(/Switch it off: .+ Nothing was sent\.$/);
		expect(items).toEqual([]);
		expect(simulator().requests).toEqual([]);
	});

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'gives each item its reason, with %s',
		async (onError) => {
			const { items, errorItems } = await runNode(simulator(), {
				parameters,
				rows,
				onError,
				retryOnFail: true,
			});
			const all = [...items, ...errorItems];
			expect(all.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
			for (const { json } of all) expect(json.error).toMatch(/^'Retry On Fail' is on/);
			expect(simulator().requests).toEqual([]);
		},
	);

	it('is sent as ever without the setting', async () => {
		const { error } = await runNode(simulator(), { parameters, rows, retryOnFail: false });
		expect(error).toBeUndefined();
		expect(simulator().requests).toHaveLength(1);
	});
});

it('what does no harm when it is repeated may be repeated', async () => {
	simulator().weather.add({ weather: { kind: 'status', status: 503 } });
	const { items, error } = await runNode(simulator(), { parameters: add, rows, retryOnFail: true });
	expect(error).toBeUndefined();
	expect(items.map(({ json }) => json.status)).toEqual(['added', 'added']);
	expect(simulator().requests.map(({ status }) => status)).toEqual([503, 200]);
});

describe("an input field named 'error'", () => {
	const spoilt = [{ user: 'anna', city: 'Oslo', error: 'old' }];
	const options = { includeInputFields: true };

	it('is not copied, so that n8n neither repeats the node nor takes the item for a failed one', async () => {
		const { items, errorItems } = await runNode(simulator(), {
			parameters: { ...add, options },
			rows: spoilt,
			onError: 'continueErrorOutput',
			retryOnFail: true,
		});
		expect(simulator().requests).toHaveLength(1);
		expect(errorItems).toEqual([]);
		expect(items[0]?.json).toEqual({
			label: 'vip',
			username: 'anna',
			status: 'added',
			user: 'anna',
			city: 'Oslo',
		});
	});

	it('is left out too when the service gives one', async () => {
		const data = [{ id: 'anna', pushStatus: 'ASYNC_SUCCESS', error: 'none' }];
		simulator().weather.add({ weather: { kind: 'body', body: { data } } });
		const { items } = await runNode(simulator(), {
			parameters: PUSHES[0] ?? {},
			rows: [{ user: 'anna' }],
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ json }) => json)).toEqual([
			{ userId: 'anna', pushStatus: 'ASYNC_SUCCESS' },
		]);
	});
});

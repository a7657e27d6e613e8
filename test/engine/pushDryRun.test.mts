/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();
const message = { resource: 'push', title: '={{ $json.title }}', content: 'World', dryRun: true };
const pushMessage = { title: 'Hello', content: 'World' };
const toUsers = { ...message, operation: 'sendToUsers', userIds: '={{ $json.user }}' };
const toLabels = { ...message, operation: 'sendToLabels', labelNames: '={{ $json.labels }}' };
const toAll = { ...message, operation: 'sendToAll' };

beforeEach(() => {
	simulator().seed({
		labels: [
			{ name: 'vip', members: ['anna', 'ben', 'carla'] },
			{ name: 'oslo', members: ['ben'] },
		],
	});
});

/** Methods and paths below the app, of all calls. */
function calls(): string[] {
	return simulator().requests.map(({ method, path }) =>
		[method, ...path.split('/').slice(3)].join(' '),
	);
}

describe('a dry run of Send to Users', () => {
	it('gives the items of the real run, with the call that would carry them, and calls nobody', async () => {
		const rows = [
			...Array.from({ length: 101 }, (_, index) => ({ user: `user${index}`, title: 'Hello' })),
			{ user: 'anna', title: 'Bye' },
		];
		const { items, hints } = await runNode(simulator(), { parameters: toUsers, rows });
		expect(calls()).toEqual([]);
		expect(items).toHaveLength(102);
		const common = { pushStatus: 'DRY_RUN', dryRun: true };
		expect(items[0]?.json).toEqual({ userId: 'user0', ...common, call: 1, pushMessage });
		expect(items[100]?.json).toEqual({ userId: 'user100', ...common, call: 2, pushMessage });
		expect(items[101]?.json).toEqual({
			...{ userId: 'anna', ...common, call: 3 },
			pushMessage: { title: 'Bye', content: 'World' },
		});
		expect(hints[0]?.message).toMatch(
			/^dry run, nothing sent · 102 users · 3 calls in a real run, about 1 s · 0 calls · /,
		);
	});

	it('is told apart from what other rows send', async () => {
		simulator().seed({ users: ['anna', 'ben'] });
		const { items, hints } = await runNode(simulator(), {
			parameters: { ...toUsers, dryRun: '={{ $json.dry }}' },
			rows: [
				{ user: 'anna', title: 'Hello', dry: true },
				{ user: 'ben', title: 'Hello', dry: false },
			],
		});
		expect(items.map(({ json }) => json.pushStatus)).toEqual(['DRY_RUN', 'ASYNC_SUCCESS']);
		expect(hints[0]?.message).toMatch(
			/^1 user, delivery not checked · dry run of 1 user · 1 call in a real run, about 1 s · 1 call · /,
		);
	});

	it('is no push that was accepted, where another row fails', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 403 } });
		const { error } = await runNode(simulator(), {
			parameters: { ...toUsers, dryRun: '={{ $json.dry }}' },
			rows: [
				{ user: 'anna', title: 'Hello', dry: true },
				{ user: 'ben', title: 'Hello', dry: false },
			],
		});
		expect(error?.description).toMatch(/ Of the users: 1 in a dry run, 1 failed\.$/);
	});

	it('tells how long waiting for results takes at the rate of the endpoint', async () => {
		const rows = Array.from({ length: 300 }, (_, index) => ({ user: `u${index}`, title: 'Hello' }));
		const textOf = async (resultEndpoint: string) => {
			const options = { resultEndpoint, requestsPerSecond: 0 };
			const parameters = { ...toUsers, waitForResult: true, options };
			const { hints, logLines } = await runNode(simulator(), { parameters, rows });
			expect(logLines.filter(({ message: line }) => line.includes(' take '))).toEqual([]);
			return hints[0]?.message;
		};
		expect(await textOf('sync')).toMatch(
			/^dry run, nothing sent · 300 users · 300 calls .+ about 6 minutes · /,
		);
		expect(await textOf('single')).toMatch(
			/^dry run, nothing sent · 300 users · 300 calls .+ about 16 s · /,
		);
	});

	it('goes out where an expression switches it off, and stops where one gives nothing', async () => {
		const parameters = { ...toUsers, dryRun: '={{ $json.dry }}' };
		const off = { user: 'anna', title: 'Hello', dry: false };
		await runNode(simulator(), { parameters, rows: [off] });
		expect(calls()).toEqual(['POST push single']);
		const { error } = await runNode(simulator(), {
			parameters,
			rows: [off, { user: 'ben', title: 'Hello' }],
		});
		expect(error?.text).toMatch(/^'Dry Run' is empty, because .+Nothing was sent\.$/s);
		expect(simulator().requests).toHaveLength(1);
	});
});

describe('a dry run of Send to Labels', () => {
	it('shows how many users the smallest label has, and reads each label once', async () => {
		const rows = [
			{ title: 'Hello', labels: ['vip', 'oslo'] },
			{ title: 'Hello', labels: ['vip'] },
			{ title: 'Hello', labels: ['oslo', 'vip'] },
		];
		const { items } = await runNode(simulator(), { parameters: toLabels, rows });
		expect(calls().sort()).toEqual(['GET push label oslo', 'GET push label vip']);
		expect(items.map(({ json }) => json)).toEqual([
			{ labels: ['oslo', 'vip'], recipientsAtMost: 1, dryRun: true, call: 1, pushMessage },
			{ labels: ['vip'], recipientsAtMost: 3, dryRun: true, call: 2, pushMessage },
		]);
	});

	it('holds no push of another row back whose audience need not be known', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 500 }, method: 'GET', times: 9 });
		const { items } = await runNode(simulator(), {
			parameters: { ...toLabels, dryRun: '={{ $json.dry }}' },
			rows: [true, false].map((dry) => ({ title: 'Hello', labels: ['vip'], dry })),
			onError: 'continueRegularOutput',
		});
		expect(items.map(({ json }) => 'error' in json)).toEqual([true, false]);
	});

	it('knows an unknown label', async () => {
		const rows = [{ title: 'Hello', labels: ['gone'] }];
		const { error } = await runNode(simulator(), { parameters: toLabels, rows });
		expect(error?.text).toMatch(/^The label does not exist .+ \[item 0\]\. .+ Nothing was sent\.$/);
	});
});

describe('a dry run of Send to All Users', () => {
	it('shows the push and that the real run would stop', async () => {
		const rows = ['Hello', 'Bye'].map((title) => ({ title }));
		const { items, hints } = await runNode(simulator(), { parameters: toAll, rows });
		expect(calls()).toEqual([]);
		expect(items[0]?.json).toEqual({ labels: [], dryRun: true, call: 1, pushMessage });
		expect(items).toHaveLength(2);
		expect(hints.map(({ message: text }) => text).slice(1)).toEqual([
			expect.stringMatching(
				/^The real run would stop: 2 different pushes would go to all users, but 'Max Pushes per Audience' allows 1\. /,
			),
		]);
	});
});

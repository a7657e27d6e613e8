/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { runInTwoRuns } from '../support/twoRuns.mts';

const simulator = useSimulator();
const message = { resource: 'push', title: '={{ $json.title }}', content: 'World' };
const toUsers = { ...message, operation: 'sendToUsers', userIds: '={{ $json.users }}' };
const toLabels = { ...message, operation: 'sendToLabels', labelNames: '={{ $json.labels }}' };
const toAll = { ...message, operation: 'sendToAll' };
const AT_ONCE = { requestsPerSecond: 100_000, maxRetries: 0 };

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben'],
		labels: [
			{ name: 'vip', members: ['anna', 'ben', 'carla'] },
			{ name: 'oslo', members: ['ben'] },
		],
	});
});

function sends(): number {
	return simulator().requests.filter(({ action }) => action?.startsWith('sendTo')).length;
}

describe('Max Recipients', () => {
	const rows = [
		{ title: 'A', users: 'anna, ben' },
		{ title: 'B', users: 'Ben, carla' },
	];

	it('counts the distinct users of the run, and sends nothing above it', async () => {
		const parameters = { ...toUsers, options: { maxRecipients: 2 } };
		const { error, items } = await runNode(simulator(), { parameters, rows });
		expect(sends()).toBe(0);
		expect(items).toEqual([]);
		expect(error?.text).toMatch(
			/^The input names 3 users, but 'Max Recipients' allows 2 \[item 0\]\. .+ Nothing was sent\.$/,
		);
	});

	it('lets as many as it says get the push', async () => {
		const parameters = { ...toUsers, options: { maxRecipients: 3 } };
		const { items } = await runNode(simulator(), { parameters, rows });
		expect(items).toHaveLength(4);
		expect(sends()).toBe(2);
	});

	it('gives each row its reason when the run goes on', async () => {
		const parameters = { ...toUsers, options: { maxRecipients: 2 } };
		const onError = 'continueErrorOutput';
		const { errorItems } = await runNode(simulator(), { parameters, rows, onError });
		expect(sends()).toBe(0);
		expect(errorItems.map(({ json }) => json.details)).toEqual(
			['anna', 'ben', 'Ben', 'carla'].map((userId) => ({ userId })),
		);
	});

	it('is no limit when an expression gives nothing for it', async () => {
		const parameters = { ...toUsers, options: { maxRecipients: '={{ $json.most }}' } };
		const { error } = await runNode(simulator(), { parameters, rows });
		expect(error?.message).toMatch(/^'Max Recipients' is empty/);
		expect(sends()).toBe(0);
	});

	it.each([
		[
			{ labels: ['vip'] },
			2,
			/^A push to the users of 'vip' may reach 3, but 'Max Recipients' allows 2 /,
		],
		[{ labels: ['vip', 'oslo'] }, 1, undefined],
		[{ labels: ['vip'] }, 3, undefined],
		[{ labels: ['gone'] }, 3, /^The label does not exist/],
	])('asks the labels of %j, with a limit of %d', async (row, most, reason) => {
		const parameters = { ...toLabels, options: { maxRecipients: most } };
		const { error } = await runNode(simulator(), { parameters, rows: [{ title: 'A', ...row }] });
		expect(error?.message.match(reason ?? /x/) ?? undefined).toEqual(reason && expect.anything());
		expect(sends()).toBe(reason === undefined ? 1 : 0);
	});

	it('asks the labels of all rows before anything is sent', async () => {
		const { error } = await runNode(simulator(), {
			parameters: { ...toLabels, options: { maxRecipients: 2 } },
			rows: ['oslo', 'vip'].map((label) => ({ title: 'A', labels: [label] })),
		});
		expect(error?.message).toMatch(/^A push to the users of 'vip' may reach 3, /);
		expect(sends()).toBe(0);
	});

	it('holds for rows without one, too', async () => {
		const limits = { oslo: 1, vip: 0 };
		const { error } = await runNode(simulator(), {
			parameters: { ...toLabels, options: { maxRecipients: '={{ $json.most }}' } },
			rows: Object.entries(limits).map(([label, most]) => ({ title: 'A', labels: [label], most })),
		});
		expect(error?.message).toMatch(/'vip' may reach 3, but 'Max Recipients' allows 1 /);
		expect(sends()).toBe(0);
	});
});

describe('Max Pushes per Audience', () => {
	const rows = ['A', 'B', 'A'].map((title) => ({ title, labels: ['vip'] }));

	it.each([
		['all users', toAll, 'all users'],
		['labels', toLabels, "the users of 'vip'"],
	])('holds back different messages to %s', async (_name, parameters, audience) => {
		const { error } = await runNode(simulator(), { parameters, rows });
		expect(error?.text).toMatch(
			`2 different pushes would go to ${audience}, but 'Max Pushes per Audience' allows 1 [item 0]. Each`,
		);
		expect(error?.description).toMatch(/Nothing was sent\.$/);
		expect(simulator().requests).toEqual([]);
	});

	it('lets 500 equal rows through as one push', async () => {
		const equal = Array.from({ length: 500 }, () => ({ title: 'A' }));
		await runNode(simulator(), { parameters: toAll, rows: equal });
		expect(sends()).toBe(1);
	});

	it.each([0, 2])('allows more where it is set to %d', async (maxPushesPerAudience) => {
		const parameters = { ...toAll, options: { maxPushesPerAudience } };
		await runNode(simulator(), { parameters, rows });
		expect(sends()).toBe(2);
	});

	it.each([[[0, 1]], [[1, 2]], [[2, 1]]])('is the lowest of the limits %j', async (limits) => {
		const { error } = await runNode(simulator(), {
			parameters: { ...toAll, options: { maxPushesPerAudience: '={{ $json.most }}' } },
			rows: limits.map((most, index) => ({ title: `Text ${index}`, most })),
		});
		expect(error?.message).toContain("but 'Max Pushes per Audience' allows 1 ");
		expect(sends()).toBe(0);
	});

	it('leaves other audiences alone when the run goes on', async () => {
		const mixed = [...rows, { title: 'C', labels: ['oslo'] }];
		const { items } = await runNode(simulator(), {
			...{ parameters: toLabels, rows: mixed, onError: 'continueRegularOutput' },
		});
		expect(sends()).toBe(1);
		expect(items.map(({ json }) => 'error' in json)).toEqual([true, true, false]);
	});

	it.each([
		['one more message', 'B'],
		['the same message once more', 'A'],
	])('counts the pushes of earlier runs, such as those of a loop: %s', async (_name, title) => {
		const runs = await runInTwoRuns(simulator(), [[{ title: 'A' }], [{ title }]], {
			parameters: { ...toAll, options: AT_ONCE },
			onError: 'continueRegularOutput',
		});
		expect(sends()).toBe(1);
		expect(runs[1]?.data?.main?.[0]?.[0]?.json.error).toMatch(
			/^2 pushes would go to all users in this execution, 1 of them in earlier runs, but .+ allows 1 /,
		);
	});

	it('counts the pushes of an earlier run to the same labels, in other case and order', async () => {
		const first = [{ title: 'A', labels: ['Vip', 'oslo'] }];
		const second = [{ title: 'B', labels: ['vip', 'oslo'] }];
		await runInTwoRuns(simulator(), [first, second], {
			parameters: { ...toLabels, options: AT_ONCE },
			onError: 'continueRegularOutput',
		});
		expect(sends()).toBe(1);
	});

	it.each([
		['a dry run', { dryRun: '={{ $json.dry }}' }, { title: 'A', dry: true }],
		['a push that was refused', {}, { title: 'A' }],
	])('does not count %s', async (_name, parameters, first) => {
		if (!('dry' in first))
			simulator().weather.add({ weather: { kind: 'status', status: 403 }, times: 1 });
		await runInTwoRuns(simulator(), [[first], [{ title: 'B', dry: false }]], {
			parameters: { ...toAll, ...parameters, options: AT_ONCE },
			onError: 'continueRegularOutput',
		});
		expect(simulator().tasks).toHaveLength(1);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { USER_ID_CASES } from '../../simulator/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const sendToUsers = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: '={{ $json.user }}',
	title: '={{ $json.title }}',
	content: 'World',
};

function rowsOf(count: number, titleOf: (index: number) => string = () => 'Hello') {
	return Array.from({ length: count }, (_, index) => ({
		user: `user-${index}`,
		title: titleOf(index),
	}));
}

function targetsOf({ body }: { body: unknown }): unknown[] {
	if (typeof body !== 'object' || body === null || !('targets' in body)) return [];
	return Array.isArray(body.targets) ? body.targets : [];
}

/** The recipients of the call whose answer did not arrive. */
function lostTargets(): unknown[] {
	const lost = simulator().requests.find(({ weather }) => weather === 'reset');
	return lost === undefined ? [] : targetsOf(lost);
}

describe.each(USER_ID_CASES)('push: sendToUsers, %s', (userIdCase) => {
	beforeEach(() => {
		simulator().settings.userIdCase = userIdCase;
	});

	it('makes the sum of ⌈n/100⌉ calls for 5,000 rows with 4 distinct messages', async () => {
		const shares = [2001, 1500, 1399, 100];
		const titles = shares.flatMap((share, index) =>
			Array.from({ length: share }, () => `Message ${index}`),
		);
		const rows = rowsOf(5000, (index) => titles[(index * 7) % 5000] ?? '');
		simulator().seed({ users: rows.map(({ user }) => user) });

		const { items } = await runNode(simulator(), { parameters: sendToUsers, rows });

		expect(simulator().requests).toHaveLength(21 + 15 + 14 + 1);
		expect(simulator().deliveries).toHaveLength(5000);
		expect(new Set(simulator().deliveries.map(({ userId }) => userId)).size).toBe(5000);
		expect(items.map(({ json }) => json.userId)).toEqual(rows.map(({ user }) => user));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_, item) => ({ item })));
	});

	it('gives 250 items, paired with their row, for a list of 250 users in one row', async () => {
		const user = Array.from({ length: 250 }, (_, index) => `user-${index}`);
		const rows = [
			{ user: 'first', title: 'Hello' },
			{ user: user.join(',\n'), title: 'Hello' },
		];

		const { items } = await runNode(simulator(), { parameters: sendToUsers, rows });

		expect(simulator().requests).toHaveLength(3);
		expect(items.map(({ json }) => json.userId)).toEqual(['first', ...user]);
		expect(items.slice(1).every(({ pairedItem }) => isPairedWith(pairedItem, 1))).toBe(true);
	});

	it('sends once to a user who stands in several rows, and answers each of them', async () => {
		const rows = [
			{ user: ['anna', 'ben', 'anna'], title: 'Hello' },
			{ user: 'ben', title: 'Hello' },
			{ user: 'ben', title: 'Goodbye' },
		];
		const { items } = await runNode(simulator(), { parameters: sendToUsers, rows });

		expect(simulator().requests.map(targetsOf)).toEqual([['anna', 'ben'], ['ben']]);
		expect(items.map(({ json, pairedItem }) => [json.userId, pairedItem])).toEqual([
			['anna', { item: 0 }],
			['ben', { item: 0 }],
			['ben', { item: 1 }],
			['ben', { item: 2 }],
		]);
	});

	it("waits for the provider's result with one call for each user", async () => {
		simulator().seed({ users: [{ id: 'anna' }, { id: 'ben', devices: [] }] });
		const rows = ['anna', 'ben', 'nobody'].map((user) => ({ user, title: 'Hello' }));
		const parameters = { ...sendToUsers, waitForResult: true };

		const { items } = await runNode(simulator(), { parameters, rows });
		expect(items.map(({ json }) => json)).toEqual([
			{ userId: 'anna', pushStatus: 'SUCCESS', data: expect.anything() },
			{ userId: 'ben', pushStatus: 'FAIL', desc: 'no push binding' },
			{ userId: 'nobody', pushStatus: 'FAIL', desc: 'appUser not exists' },
		]);

		const continued = await runNode(simulator(), {
			parameters,
			rows,
			onError: 'continueErrorOutput',
		});
		expect(continued.items.map(({ json }) => json.userId)).toEqual(['anna']);
		expect(continued.errorItems.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				error: expect.stringMatching(
					/^The push to 'ben' ended as FAIL: no push binding \[item 1\]\. No phone of this user is registered for push\. Check .+\.$/,
				),
				details: { userId: 'ben', pushStatus: 'FAIL', desc: 'no push binding' },
			}),
			expect.objectContaining({ details: expect.objectContaining({ userId: 'nobody' }) }),
		]);
	});

	it('calls users uncertain whom the answer does not mention', async () => {
		simulator().weather.add({
			weather: {
				kind: 'body',
				body: { timestamp: 1, duration: 1, data: [{ id: 'anna', pushStatus: 'ASYNC_SUCCESS' }] },
			},
		});
		const rows = [{ user: 'anna, ben', title: 'Hello' }];
		const { items } = await runNode(simulator(), { parameters: sendToUsers, rows });
		expect(items.map(({ json }) => json.pushStatus)).toEqual(['ASYNC_SUCCESS', 'UNCERTAIN']);
	});

	it('stops at a lost answer, and says what became of everyone', async () => {
		simulator().weather.add({ weather: { kind: 'slow', delayMs: 0 } });
		simulator().weather.add({ weather: { kind: 'reset' }, afterEffect: true });
		simulator().weather.add({ weather: { kind: 'slow', delayMs: 100 }, times: 1000 });

		const { error } = await runNode(simulator(), { parameters: sendToUsers, rows: rowsOf(12_000) });

		const { requests } = simulator();
		const [firstLost] = lostTargets();
		expect(error?.message).toBe(
			`The connection broke before the service answered [item ${String(firstLost).slice('user-'.length)}]`,
		);
		const accepted = (requests.length - 1) * 100;
		const notTried = 12_000 - requests.length * 100;
		expect(error?.description).toContain(
			`Of the users: ${accepted} accepted, 100 uncertain (answer lost), ${notTried} not tried.`,
		);
		expect(notTried).toBeGreaterThan(0);
	});

	it('goes on after a lost answer with On Error = continue', async () => {
		simulator().weather.add({ weather: { kind: 'reset' }, afterEffect: true });

		const { items } = await runNode(simulator(), {
			parameters: sendToUsers,
			rows: rowsOf(150),
			onError: 'continueRegularOutput',
		});

		expect(items).toHaveLength(150);
		const lost = new Set(lostTargets());
		expect(lost.size).toBeGreaterThan(0);
		for (const [index, { json }] of items.entries()) {
			const userId = `user-${index}`;
			if (lost.has(userId)) expect(json.details).toEqual({ userId, pushStatus: 'UNCERTAIN' });
			else expect(json).toMatchObject({ userId, pushStatus: 'ASYNC_SUCCESS' });
		}
		expect(simulator().requests).toHaveLength(2);
	});

	it("copies the input row's fields where the row asks for it", async () => {
		const rows = [
			{ user: 'anna', title: 'Hello', city: 'Oslo', include: true },
			{ user: 'ben', title: 'Hello', city: 'Rome', include: false },
		];
		const options = { includeInputFields: '={{ $json.include }}' };
		const { items } = await runNode(simulator(), {
			parameters: { ...sendToUsers, options },
			rows,
		});
		expect(items.map(({ json }) => json.city)).toEqual(['Oslo', undefined]);
		expect(items.map(({ json }) => json.userId)).toEqual(['anna', 'ben']);
	});

	it('takes user IDs as numbers, but none that was rounded', async () => {
		const rows = [
			{ user: 12345, title: 'Hello' },
			{ user: 9007199254740993, title: 'Hello' },
		];
		const settings = { rows, onError: 'continueRegularOutput' } as const;
		const { items } = await runNode(simulator(), { parameters: sendToUsers, ...settings });
		expect(items[0]?.json.userId).toBe('12345');
		expect(items[1]?.json.error).toContain('too large to be exact');
	});
});

function isPairedWith(pairedItem: unknown, row: number): boolean {
	return JSON.stringify(pairedItem) === JSON.stringify({ item: row });
}

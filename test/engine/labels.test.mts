/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

function byName(value: string) {
	return { __rl: true, mode: 'name', value };
}

/** The fewest pages of at most 100 entries; an empty list takes one look. */
function pagesFor(entries: number): number {
	return Math.max(1, Math.ceil(entries / 100));
}

const SIZES = [0, 1, 100, 101, 1000];
const LIMITS = [1, 50, 100, 101, 250];

describe.each([
	{ resource: 'label', parameters: {} },
	{ resource: 'labelMember', parameters: { label: byName('big') } },
])('$resource: getAll', ({ resource, parameters }) => {
	const getAll = { resource, operation: 'getAll', ...parameters };

	function seed(size: number): string[] {
		const names = Array.from({ length: size }, (_, index) => `name-${index}`);
		simulator().seed({
			labels:
				resource === 'label' ? names.map((name) => ({ name })) : [{ name: 'big', members: names }],
		});
		return names;
	}

	const nameKey = resource === 'label' ? 'name' : 'username';

	it.each(SIZES)('Return All gives exactly %i', async (size) => {
		const names = seed(size);
		const { items, error } = await runNode(simulator(), {
			parameters: { ...getAll, returnAll: true },
			rows: [{}],
		});
		expect(error).toBeUndefined();
		expect(items).toHaveLength(size);
		expect(new Set(items.map(({ json }) => json[nameKey]))).toEqual(new Set(names));
		expect(simulator().requests).toHaveLength(pagesFor(size));
	});

	it.each(LIMITS)('Limit %i gives as many, in the fewest pages', async (limit) => {
		seed(1000);
		const { items } = await runNode(simulator(), {
			parameters: { ...getAll, limit },
			rows: [{}],
		});
		expect(items).toHaveLength(limit);
		expect(new Set(items.map(({ json }) => json[nameKey])).size).toBe(limit);
		expect(simulator().requests).toHaveLength(pagesFor(limit));
	});

	it('ends where a full last page carries a cursor to an empty one', async () => {
		simulator().settings.cursorWhenPageIsFull = true;
		seed(200);
		const { items } = await runNode(simulator(), {
			parameters: { ...getAll, returnAll: true },
			rows: [{}],
		});
		expect(items).toHaveLength(200);
	});

	it('ends with a clear error when a cursor repeats', async () => {
		seed(500);
		simulator().weather.add({ weather: { kind: 'repeatCursor' }, times: 50 });
		const { error } = await runNode(simulator(), {
			parameters: { ...getAll, returnAll: true },
			rows: [{}],
		});
		expect(error?.message).toContain('the same cursor twice');
		expect(simulator().requests.length).toBeLessThan(5);
	});

	it('gives all that were wanted, whatever cursor comes with the last of them', async () => {
		seed(500);
		simulator().weather.add({ weather: { kind: 'repeatCursor' }, times: 50 });
		const parameters = { ...getAll, limit: 150 };
		const { items, error } = await runNode(simulator(), { parameters, rows: [{}] });
		expect(error).toBeUndefined();
		expect(items).toHaveLength(150);
	});

	it('reads a list once that several rows ask for, and answers each row', async () => {
		seed(3);
		const { items } = await runNode(simulator(), { parameters: getAll, rows: [{}, {}] });
		expect(simulator().requests).toHaveLength(1);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			...Array.from({ length: 3 }, () => ({ item: 0 })),
			...Array.from({ length: 3 }, () => ({ item: 1 })),
		]);
	});
});

describe('label: create', () => {
	const create = { resource: 'label', operation: 'create', labelName: 'vip' };

	it('says that the label exists already', async () => {
		simulator().seed({ labels: [{ name: 'vip' }] });
		const { error } = await runNode(simulator(), { parameters: create, rows: [{}] });
		expect(error?.message).toBe(
			"A label named 'vip' exists already (400: push label already exists of vip) [item 0]",
		);
		expect(error?.description).toContain("'If Label Exists'");
	});

	it('returns the label that exists, when asked to', async () => {
		simulator().seed({ labels: [{ name: 'vip', description: 'Old', members: ['anna'] }] });
		const { items } = await runNode(simulator(), {
			parameters: { ...create, options: { ifExists: 'return' } },
			rows: [{}],
		});
		expect(items[0]?.json).toMatchObject({ name: 'vip', description: 'Old', count: 1 });
	});

	it("keeps the service's own reason when the label is not there", async () => {
		simulator().settings.labelsPerApp = 1;
		simulator().seed({ labels: [{ name: 'other' }] });
		const { error } = await runNode(simulator(), {
			parameters: { ...create, options: { ifExists: 'return' } },
			rows: [{}],
		});
		expect(error?.message).toBe('The service refused the call (403: limit request) [item 0]');
	});
});

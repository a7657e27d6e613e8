/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, expect, it } from '@jest/globals';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const message = { resource: 'push', title: 'Hello', content: 'World' };
const label = { __rl: true, mode: 'name', value: 'vip' };
const member = { resource: 'labelMember', label, userIds: 'anna, ben, nobody' };

const OPERATIONS: Record<string, INodeParameters> = {
	sendToUsers: { ...message, operation: 'sendToUsers', userIds: 'anna, ben', waitForResult: true },
	sendToLabels: { ...message, operation: 'sendToLabels', labelNames: ['vip'] },
	sendToUnknownLabels: { ...message, operation: 'sendToLabels', labelNames: ['ghost'] },
	sendToAll: { ...message, operation: 'sendToAll' },
	getLabel: { resource: 'label', operation: 'get', label },
	getLabels: { resource: 'label', operation: 'getAll', returnAll: true },
	deleteLabel: { resource: 'label', operation: 'delete', label },
	createLabel: { resource: 'label', operation: 'create', labelName: 'new' },
	add: { ...member, operation: 'add' },
	remove: { ...member, operation: 'remove' },
	getMember: { ...member, operation: 'get', userId: 'anna' },
	getMembers: { ...member, operation: 'getAll', returnAll: true },
	sync: { ...member, operation: 'sync', output: 'all' },
};

/** How often each object stands in the items, themselves included. */
function countObjects(value: unknown, counts = new Map<object, number>()): Map<object, number> {
	if (typeof value !== 'object' || value === null) return counts;
	counts.set(value, (counts.get(value) ?? 0) + 1);
	for (const inner of Object.values(value)) countObjects(inner, counts);
	return counts;
}

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben'],
		labels: [{ name: 'vip', members: ['anna', 'ben', 'gone'] }],
	});
});

it.each(Object.keys(OPERATIONS))('%s gives items that share no object', async (name) => {
	const rows: IDataObject[] = [1, 2, 3].map((row) => ({ row, nested: { list: [{ row }] } }));
	const options = { includeInputFields: true };
	const { items, error } = await runNode(simulator(), {
		parameters: { ...OPERATIONS[name], options },
		rows,
		onError: 'continueRegularOutput',
	});
	expect(error).toBeUndefined();
	const written: INodeExecutionData[] = items;
	expect(written.length).toBeGreaterThan(0);
	const shared = [...countObjects(written)].filter(([, count]) => count > 1);
	expect(shared).toEqual([]);
	const ofInput = countObjects(rows);
	expect([...countObjects(written).keys()].filter((object) => ofInput.has(object))).toEqual([]);
});

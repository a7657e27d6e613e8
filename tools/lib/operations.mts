import type { INodeParameters } from 'n8n-workflow';

const vip = { __rl: true, mode: 'name', value: 'vip' };
const message = { title: 'Hello', content: 'World' };
const users = 'anna, ben';

/** A call of each operation, by short names: what hostile answers and the soak are tried on. */
export const OPERATIONS = {
	sendToUsers: { resource: 'push', operation: 'sendToUsers', userIds: users, ...message },
	sendAndWait: {
		resource: 'push',
		operation: 'sendToUsers',
		userIds: 'anna',
		waitForResult: true,
		...message,
	},
	sendAndAskEach: {
		resource: 'push',
		operation: 'sendToUsers',
		userIds: 'anna',
		waitForResult: true,
		options: { resultEndpoint: 'sync' },
		...message,
	},
	sendToLabels: { resource: 'push', operation: 'sendToLabels', labelNames: ['vip'], ...message },
	sendToAll: { resource: 'push', operation: 'sendToAll', ...message },
	createLabel: { resource: 'label', operation: 'create', labelName: 'vip' },
	deleteLabel: { resource: 'label', operation: 'delete', label: vip },
	getLabel: { resource: 'label', operation: 'get', label: vip },
	listLabels: { resource: 'label', operation: 'getAll', returnAll: true },
	addMembers: { resource: 'labelMember', operation: 'add', label: vip, userIds: users },
	getMember: { resource: 'labelMember', operation: 'get', label: vip, userId: 'anna' },
	listMembers: { resource: 'labelMember', operation: 'getAll', label: vip, returnAll: true },
	removeMembers: { resource: 'labelMember', operation: 'remove', label: vip, userIds: users },
	syncMembers: {
		resource: 'labelMember',
		operation: 'sync',
		label: vip,
		userIds: users,
		options: { maxRemovalPercent: 100 },
	},
	getDevices: { resource: 'user', operation: 'getDevices', userIds: users },
	getLabels: { resource: 'user', operation: 'getLabels', userIds: users },
	getStatus: { resource: 'user', operation: 'getStatus', userIds: users },
} satisfies Record<string, INodeParameters>;

export type OperationName = keyof typeof OPERATIONS;

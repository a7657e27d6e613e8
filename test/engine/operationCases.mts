import { expect } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** One good and one bad row for an operation. */
export interface OperationCase {
	parameters: INodeParameters;
	good: IDataObject;
	/** A row that the node must turn down by itself. */
	bad: IDataObject;
	/** What the good row's item must hold. */
	outcome: IDataObject;
}

const ISO_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);

const message = { title: 'Hello', content: 'World' };
const label = { __rl: true, mode: 'name', value: '={{ $json.label }}' };

/** Every operation of the node, by resource and operation. */
export const OPERATION_CASES: Record<string, OperationCase> = {
	'push sendToUsers': {
		parameters: { ...message, userIds: '={{ $json.user }}' },
		good: { user: 'anna' },
		bad: { user: ' ' },
		outcome: { userId: 'anna', pushStatus: 'ASYNC_SUCCESS' },
	},
	'push sendToLabels': {
		parameters: { ...message, labelNames: '={{ $json.labels }}' },
		good: { labels: ['vip'] },
		bad: { labels: [] },
		outcome: { taskId: expect.stringMatching(/^\d{17,}$/), labels: ['vip'] },
	},
	'push sendToAll': {
		parameters: { title: '={{ $json.title }}', content: 'World' },
		good: { title: 'Hello' },
		bad: { title: 'x'.repeat(33) },
		outcome: { taskId: expect.stringMatching(/^\d{17,}$/), labels: [] },
	},
	'label create': {
		parameters: { labelName: '={{ $json.label }}', additionalFields: { description: 'New' } },
		good: { label: 'fresh' },
		bad: { label: 'not fresh' },
		outcome: { name: 'fresh', description: 'New', createdAt: ISO_TIME },
	},
	'label delete': {
		parameters: { label },
		good: { label: 'vip' },
		bad: { label: '..' },
		outcome: { deleted: true, name: 'vip' },
	},
	'label get': {
		parameters: { label },
		good: { label: 'vip' },
		bad: { label: 'a/b' },
		outcome: { name: 'vip', count: 1, createdAt: ISO_TIME },
	},
	'label getAll': {
		parameters: { limit: '={{ $json.limit }}' },
		good: { limit: 5 },
		bad: { limit: 0 },
		outcome: { name: 'vip', count: 1 },
	},
	'labelMember add': {
		parameters: { label, userIds: '={{ $json.user }}' },
		good: { label: 'vip', user: 'ben' },
		bad: { label: 'vip', user: null },
		outcome: { label: 'vip', username: 'ben', status: 'added' },
	},
	'labelMember get': {
		parameters: { label, userId: '={{ $json.user }}' },
		good: { label: 'vip', user: 'anna' },
		bad: { label: 'vip', user: '..' },
		outcome: { label: 'vip', username: 'anna', isMember: true, created: ISO_TIME },
	},
	'labelMember getAll': {
		parameters: { label, returnAll: true },
		good: { label: 'vip' },
		bad: { label: '' },
		outcome: { label: 'vip', username: 'anna', created: ISO_TIME },
	},
	'labelMember remove': {
		parameters: { label, userIds: '={{ $json.user }}' },
		good: { label: 'vip', user: 'anna' },
		bad: { label: 'vip', user: 'x'.repeat(65) },
		outcome: { label: 'vip', username: 'anna', status: 'removed' },
	},
	'labelMember sync': {
		parameters: { label, userIds: '={{ $json.user }}', output: 'all' },
		good: { label: 'vip', user: 'anna' },
		bad: { label: 'vip', user: 'x'.repeat(65) },
		outcome: { label: 'vip', username: 'anna', status: 'unchanged', dryRun: false },
	},
	'user getDevices': {
		parameters: { userIds: '={{ $json.user }}' },
		good: { user: 'anna' },
		bad: { user: '#REF!' },
		outcome: { userId: 'anna', exists: true, deviceCount: 1 },
	},
	'user getLabels': {
		parameters: { userIds: '={{ $json.user }}' },
		good: { user: 'anna' },
		bad: { user: 'a/b' },
		outcome: { userId: 'anna', labels: ['vip'], labelCount: 1 },
	},
	'user getStatus': {
		parameters: { userIds: '={{ $json.user }}' },
		good: { user: 'anna' },
		bad: { user: ' ' },
		outcome: { userId: 'anna', isOnline: false, status: 'offline' },
	},
};

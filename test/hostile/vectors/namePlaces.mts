import type { INodeParameters } from 'n8n-workflow';

import type { NameVector } from './names.mts';

/** An operation, and where in its call a name from the row goes. */
export interface NamePlace {
	name: string;
	kind: 'asLabel' | 'asUserInBody' | 'asUserInPath' | 'asUser';
	parameters: INodeParameters;
	/** Below org and app, for the call that carries the name; the encoded name is put in for `*`. */
	call: {
		method: string;
		path: string;
		/** The list in the body, where it stands there. */ list?: string;
	};
}

const byName = { __rl: true, mode: 'name', value: '={{ $json.text }}' };
/** A list, so that commas and line breaks within do not part it. */
const byNameInList = { ...byName, value: '={{ [$json.text] }}' };
const vip = { __rl: true, mode: 'name', value: 'vip' };
const message = { title: 'Hello', content: 'World' };
const anyUserId = { options: { allowAnyUserId: true } };
const oneUser = '={{ [$json.text] }}';

export const NAME_PLACES: NamePlace[] = [
	{
		name: 'label get',
		kind: 'asLabel',
		parameters: { resource: 'label', operation: 'get', label: byName },
		call: { method: 'GET', path: 'push/label/*' },
	},
	{
		name: 'label delete',
		kind: 'asLabel',
		parameters: { resource: 'label', operation: 'delete', label: byName },
		call: { method: 'DELETE', path: 'push/label/*' },
	},
	{
		name: 'label create',
		kind: 'asLabel',
		parameters: { resource: 'label', operation: 'create', labelName: '={{ $json.text }}' },
		call: { method: 'POST', path: 'push/label', list: 'name' },
	},
	{
		name: 'labelMember add, the label',
		kind: 'asLabel',
		parameters: { resource: 'labelMember', operation: 'add', label: byNameInList, userIds: 'anna' },
		call: { method: 'POST', path: 'push/label/*/user' },
	},
	{
		name: 'labelMember remove, the label',
		kind: 'asLabel',
		parameters: {
			resource: 'labelMember',
			operation: 'remove',
			label: byNameInList,
			userIds: 'anna',
		},
		call: { method: 'DELETE', path: 'push/label/*/user' },
	},
	{
		name: 'labelMember getAll',
		kind: 'asLabel',
		parameters: { resource: 'labelMember', operation: 'getAll', label: byName },
		call: { method: 'GET', path: 'push/label/*/user' },
	},
	{
		name: 'labelMember get, the label',
		kind: 'asLabel',
		parameters: { resource: 'labelMember', operation: 'get', label: byName, userId: 'anna' },
		call: { method: 'GET', path: 'push/label/*/user/anna' },
	},
	{
		name: 'labelMember sync, the label',
		kind: 'asLabel',
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: byNameInList,
			userIds: 'anna',
		},
		call: { method: 'GET', path: 'push/label/*/user' },
	},
	{
		name: 'push sendToLabels',
		kind: 'asLabel',
		parameters: { resource: 'push', operation: 'sendToLabels', labelNames: oneUser, ...message },
		call: { method: 'POST', path: 'push/list/label', list: 'targets' },
	},
	{
		name: 'labelMember get, the user',
		kind: 'asUserInPath',
		parameters: {
			resource: 'labelMember',
			operation: 'get',
			label: vip,
			userId: '={{ $json.text }}',
			...anyUserId,
		},
		call: { method: 'GET', path: 'push/label/vip/user/*' },
	},
	{
		name: 'user getDevices',
		kind: 'asUserInPath',
		parameters: { resource: 'user', operation: 'getDevices', userIds: oneUser, ...anyUserId },
		call: { method: 'GET', path: 'users/*/push/binding' },
	},
	{
		name: 'user getDevices, without exceptions',
		kind: 'asUser',
		parameters: { resource: 'user', operation: 'getDevices', userIds: oneUser },
		call: { method: 'GET', path: 'users/*/push/binding' },
	},
	{
		name: 'user getStatus',
		kind: 'asUserInBody',
		parameters: { resource: 'user', operation: 'getStatus', userIds: oneUser, ...anyUserId },
		call: { method: 'POST', path: 'users/batch/status', list: 'usernames' },
	},
	{
		name: 'push sendToUsers',
		kind: 'asUserInBody',
		parameters: {
			resource: 'push',
			operation: 'sendToUsers',
			userIds: oneUser,
			...message,
			...anyUserId,
		},
		call: { method: 'POST', path: 'push/single', list: 'targets' },
	},
	{
		name: 'push sendToUsers, without exceptions',
		kind: 'asUser',
		parameters: { resource: 'push', operation: 'sendToUsers', userIds: oneUser, ...message },
		call: { method: 'POST', path: 'push/single', list: 'targets' },
	},
	{
		name: 'labelMember add, the user',
		kind: 'asUserInBody',
		parameters: {
			resource: 'labelMember',
			operation: 'add',
			label: vip,
			userIds: oneUser,
			...anyUserId,
		},
		call: { method: 'POST', path: 'push/label/vip/user', list: 'usernames' },
	},
	{
		name: 'labelMember remove, the user',
		kind: 'asUserInBody',
		parameters: {
			resource: 'labelMember',
			operation: 'remove',
			label: vip,
			userIds: oneUser,
			...anyUserId,
		},
		call: { method: 'DELETE', path: 'push/label/vip/user', list: 'usernames' },
	},
	{
		name: 'labelMember sync, the user',
		kind: 'asUserInBody',
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: vip,
			userIds: oneUser,
			syncMode: 'addMissing',
			...anyUserId,
		},
		call: { method: 'POST', path: 'push/label/vip/user', list: 'usernames' },
	},
	{
		name: 'labelMember sync, the user, without exceptions',
		kind: 'asUser',
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: vip,
			userIds: oneUser,
			syncMode: 'addMissing',
		},
		call: { method: 'POST', path: 'push/label/vip/user', list: 'usernames' },
	},
];

export function refusalIn(vector: NameVector, { kind }: NamePlace): RegExp | undefined {
	if (kind !== 'asUser') return vector[kind];
	return vector.asUser ?? vector.asLabel;
}

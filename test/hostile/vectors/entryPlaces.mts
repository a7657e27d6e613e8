import type { INodeParameters } from 'n8n-workflow';

/** An operation that reads such an entry, and where it stands in the call: for `*`, or in a list. */
export interface EntryPlace {
	name: string;
	kind: 'asUser' | 'asLabel' | 'asLabels';
	parameters(written: string): INodeParameters;
	path: string;
	/** The list or text in the body; in a path stands one after the other. */
	inBody?: string;
}

const byName = (value: string) => ({ __rl: true, mode: 'name', value });
const vip = byName('vip');

const ofLabel = (operation: string): EntryPlace => ({
	name: `label ${operation}`,
	kind: 'asLabel',
	parameters: (written) => ({ resource: 'label', operation, label: byName(written) }),
	path: 'push/label/*',
});

const ofMembers = (
	operation: string,
	more: INodeParameters = {},
	kind: EntryPlace['kind'] = 'asLabel',
): EntryPlace => ({
	name: `labelMember ${operation}, the label`,
	kind,
	parameters: (written) => ({
		resource: 'labelMember',
		operation,
		label: byName(written),
		...more,
	}),
	path: operation === 'get' ? 'push/label/*/user/anna' : 'push/label/*/user',
});

export const ENTRY_PLACES: EntryPlace[] = [
	{
		name: 'labelMember get, the user',
		kind: 'asUser',
		parameters: (userId) => ({ resource: 'labelMember', operation: 'get', label: vip, userId }),
		path: 'push/label/vip/user/*',
	},
	{
		name: 'label create',
		kind: 'asLabel',
		parameters: (labelName) => ({ resource: 'label', operation: 'create', labelName }),
		path: 'push/label',
		inBody: 'name',
	},
	ofLabel('get'),
	ofLabel('delete'),
	ofMembers('add', { userIds: 'anna' }, 'asLabels'),
	ofMembers('remove', { userIds: 'anna' }, 'asLabels'),
	ofMembers('get', { userId: 'anna' }),
	ofMembers('getAll'),
	ofMembers('sync', { userIds: 'anna', syncMode: 'addMissing' }, 'asLabels'),
	{
		name: 'push sendToLabels',
		kind: 'asLabels',
		parameters: (labelNames) => ({
			resource: 'push',
			operation: 'sendToLabels',
			labelNames,
			title: 'Hello',
			content: 'World',
		}),
		path: 'push/list/label',
		inBody: 'targets',
	},
];

import type { INodeParameters } from 'n8n-workflow';

/** An operation that reads a list of user IDs from the field `value` of the row. */
export interface ListPlace {
	name: string;
	parameters: INodeParameters;
	/** The list in the body of its calls. */
	list: 'targets' | 'usernames';
	/** The user in an outcome. */
	subject: 'userId' | 'username';
}

const userIds = '={{ $json.value }}';
const label = { __rl: true, mode: 'name', value: 'vip' };

const ofMembers = (operation: string, more: INodeParameters = {}): ListPlace => ({
	name: `labelMember ${operation}`,
	parameters: { resource: 'labelMember', operation, label, userIds, ...more },
	list: 'usernames',
	subject: 'username',
});

export const LIST_PLACES: ListPlace[] = [
	{
		name: 'push sendToUsers',
		parameters: {
			resource: 'push',
			operation: 'sendToUsers',
			userIds,
			title: 'Hello',
			content: 'World',
		},
		list: 'targets',
		subject: 'userId',
	},
	{
		name: 'user getStatus',
		parameters: { resource: 'user', operation: 'getStatus', userIds },
		list: 'usernames',
		subject: 'userId',
	},
	ofMembers('add'),
	ofMembers('remove'),
	ofMembers('sync', { syncMode: 'addMissing' }),
];

import { changeMembers } from './changeMembers';

export const add = changeMembers('add', {
	name: 'Add',
	value: 'add',
	action: 'Add label members',
	description: 'Add users to a label',
});

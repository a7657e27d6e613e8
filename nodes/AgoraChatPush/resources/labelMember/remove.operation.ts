import { defineOperation } from '../operation';
import { changeMembers } from './changeMembers';

export const remove = defineOperation({
	menu: {
		name: 'Remove',
		value: 'remove',
		action: 'Remove label members',
		description: 'Remove users from a label; 100 users share a call',
	},
	...changeMembers('remove'),
});

import { changeMembers } from './changeMembers';

export const remove = changeMembers('remove', {
	name: 'Remove',
	value: 'remove',
	action: 'Remove label members',
	description: 'Remove users from a label',
});

import { defineOperation } from '../../operation';
import { planForUsers } from '../../planning/planners';
import { label, userId } from '../fields';
import { userOptions } from '../options';
import { readLabel, readUserId } from '../readFields';
import { getMember } from './memberData';

export const get = defineOperation({
	menuEntry: {
		name: 'Get',
		value: 'get',
		action: 'Get label member',
		description: 'Find out whether a user has a label, and since when',
	},
	fields: [label, userId, userOptions],
	outputFields: ['label', 'username', 'isMember', 'created'],
	unit: 'users',

	read: (item) => ({
		shared: readLabel(item),
		userIds: [readUserId(item)],
	}),

	plan: (requests) => planForUsers(requests, () => 1),

	call: async (service, labelName, [member = '']) => await getMember(service, labelName, member),

	outcomesOf(labelName, { isMember, created }) {
		const found = { isMember, ...(isMember ? { created } : {}) };
		return (username) => [{ json: { label: labelName, username, ...found } }];
	},

	errorDetails: (labelName, username) => ({ label: labelName, username }),
});

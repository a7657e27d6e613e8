import { defineOperation } from '../../operation';
import { userIds } from '../fields';
import { userOptions } from '../options';
import { readUserIdsInPath } from '../readFields';
import { planLists, planLookUps, planOutput, readTarget } from './userLabels';

/** The service has no call for it, so that the labels of the app are gone through. */
export const getLabels = defineOperation({
	menuEntry: {
		name: 'Get Labels',
		value: 'getLabels',
		action: 'Get labels of users',
		description:
			'Find out which labels users have; takes about as many calls as the app has labels',
	},
	fields: [userIds, userOptions],
	outputFields: ['userId', 'labels', 'labelCount'],
	unit: 'users',

	read: (item) => ({ userIds: readUserIdsInPath(item), shared: {} }),

	prefetch: { plan: planLists, planMore: planLookUps, call: readTarget },

	plan: planOutput,

	/** All is known by then. */
	call: async () => {
		await Promise.resolve();
	},

	outcomesOf: (labels) => (userId) => [{ json: { userId, labels, labelCount: labels.length } }],

	errorDetails: (_payload, userId) => ({ userId }),
});

import type { INodeProperties } from 'n8n-workflow';

import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage } from '../../message/readMessage';
import { defineOperation } from '../../operation';
import { MAX_USERS_PER_CALL, planForUsers } from '../../planning/planners';
import { commonToRows } from '../../reading/commonToRows';
import { userKey } from '../../userKey';
import { userIds } from '../fields';
import { userPushOptions } from '../options';
import { readUserIds } from '../readFields';
import { isResults, outcomeFor, resultsByUser } from './userResults';

const waitForResult: INodeProperties = {
	displayName: 'Wait for Result',
	name: 'waitForResult',
	type: 'boolean',
	default: false,
	description:
		'Whether to learn at once if the push reached the provider; takes one call for each user instead of one for 100',
};

const readShared = commonToRows((row) => ({
	content: readMessage(row),
	waitForResult: row.boolean(waitForResult),
}));

/** Source: Agora docs, 'Send push notifications by users'. */
export const sendToUsers = defineOperation({
	menu: {
		name: 'Send to Users',
		value: 'sendToUsers',
		action: 'Send push to users',
		description: 'Send a push notification to one or more users by their user IDs',
	},
	fields: [userIds, ...messageEssentials, waitForResult, ...messageExtras, userPushOptions],
	columns: ['userId', 'pushStatus', 'desc', 'data'],
	unit: 'users',
	isPush: true,

	read: (row) => ({
		userIds: readUserIds(row),
		shared: readShared(row),
	}),

	plan: (requests) =>
		planForUsers(requests, (shared) => (shared.waitForResult ? 1 : MAX_USERS_PER_CALL)),

	async call(service, { content, waitForResult: waits }, targets) {
		const response = await service.call({
			method: 'POST',
			path: ['push', 'single'],
			rate: 'push/single',
			body: { targets, async: !waits, ...content },
			ifRepeated: 'pushesAgain',
		});
		return resultsByUser(response.data(isResults, 'a result for each user'), targets);
	},

	outcomesOf: (_payload, userId, results) => [outcomeFor(userId, results.get(userKey(userId)))],

	errorDetails: (_payload, userId) => ({ userId }),
});

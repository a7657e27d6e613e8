import type { IDataObject } from 'n8n-workflow';

import { defineOperation, type Outcome } from '../../operation';
import { planForUsers } from '../../planning/planners';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { isEntries } from '../../service/paging';
import { userKey } from '../../userKey';
import { userIds } from '../fields';
import { userOptions } from '../options';
import { readUserIds } from '../readFields';

/** Source: Agora docs, 'Query the online state of multiple users', which also says that 100 share a call. */
export const getStatus = defineOperation({
	menuEntry: {
		name: 'Get Online Status',
		value: 'getStatus',
		action: 'Get online status of users',
		description:
			'Find out whether users are online; the service says offline for users it does not know',
	},
	fields: [userIds, userOptions],
	outputFields: ['userId', 'isOnline', 'status'],
	unit: 'users',

	read: (item) => ({ userIds: readUserIds(item), shared: {} }),

	plan: (requests) => planForUsers(requests),

	async call(service, _shared, usernames) {
		const response = await service.call({
			method: 'POST',
			path: ['users', 'batch', 'status'],
			rate: 'users/batch/status',
			body: { usernames },
			ifRepeated: 'harmless',
		});
		return statusByUser(response.data(isEntries, 'a list'));
	},

	outcomesOf: (_shared, statuses) => (userId) => [
		outcomeFor(userId, statuses.get(userKey(userId))),
	],

	errorDetails: (_shared, userId) => ({ userId }),
});

/** Each entry is an object with the user's ID for its only name. */
function statusByUser(entries: IDataObject[]): Map<string, string> {
	const statuses = entries.flatMap((entry) => Object.entries(entry));
	return new Map(
		statuses.flatMap(([userId, status]) =>
			typeof status === 'string' ? [[userKey(userId), status] as const] : [],
		),
	);
}

function outcomeFor(userId: string, status: string | undefined): Outcome {
	if (status !== undefined) {
		return { json: { userId, isOnline: status.toLowerCase() === 'online', status } };
	}
	const problem = {
		message: `The service's answer does not mention '${userId}'`,
		description: lostResponseAdvice({ ifRepeated: 'harmless' }),
		isUncertain: false,
	};
	return { json: { userId, isOnline: null, status: 'unknown' }, problem };
}

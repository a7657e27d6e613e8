import type { Action } from '../action.mts';
import { readUsernames } from '../labels.mts';
import { onlineStatus } from '../onlineStatus.mts';

/**
 * Agora docs, "User system registration", "Querying the online state of multiple users": unknown users
 * are offline.
 */
export const getUserStatuses: Action = {
	method: 'POST',
	path: 'users/batch/status',
	takesBody: true,
	rates: ['userStatusCallsPerSecond'],

	run(call, { store }) {
		const data = readUsernames(call).map((username) => ({
			[store.answeredId(username)]: onlineStatus(store.findUser(username)),
		}));
		return { action: 'get batch user status', uri: call.uri, entities: [], data, count: 0 };
	},
};

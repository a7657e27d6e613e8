import type { Action } from '../action.mts';
import { labelInPath } from '../labels.mts';
import { pageAnswer, readPageRequest } from '../paging.mts';

/**
 * Agora docs, "Query the detailed information of users under the specified push label by page".
 * Members come in the order in which they were added, as in its example.
 */
export const listLabelMembers: Action = {
	method: 'GET',
	path: 'push/label/:label/user',
	takesBody: false,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		const { limit, afterRowId = 0n } = readPageRequest(call.query);
		const rows = labelInPath(call, service).members.after(afterRowId, limit + 1);
		return pageAnswer(rows, limit, service.settings, ({ username, createdAt }) => ({
			username,
			created: createdAt,
		}));
	},
};

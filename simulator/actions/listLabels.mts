import type { Action } from '../action.mts';
import { renderLabel } from '../labels.mts';
import { pageAnswer, readPageRequest } from '../paging.mts';

/**
 * Agora docs, "Query the detailed information of push labels by page". The newest label comes
 * first, as in its example.
 */
export const listLabels: Action = {
	method: 'GET',
	path: 'push/label',
	takesBody: false,
	rates: ['labelCallsPerSecond'],

	run(call, { store, settings }) {
		const { limit, afterRowId } = readPageRequest(call.query);
		const rows = [...store.labels.values()]
			.reverse()
			.filter(({ rowId }) => afterRowId === undefined || rowId < afterRowId)
			.slice(0, limit + 1);
		return pageAnswer(rows, limit, settings, renderLabel);
	},
};

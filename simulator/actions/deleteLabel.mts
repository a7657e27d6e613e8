import type { Action } from '../action.mts';
import { labelInPath } from '../labels.mts';

/** Agora docs, "Delete a push label". */
export const deleteLabel: Action = {
	method: 'DELETE',
	path: 'push/label/:label',
	takesBody: false,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		service.deleteLabel(labelInPath(call, service));
		return { data: 'success' };
	},
};

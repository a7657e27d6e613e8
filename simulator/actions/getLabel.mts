import type { Action } from '../action.mts';
import { labelInPath, renderLabel } from '../labels.mts';

/** Agora docs, "Query the detailed information of a push label". */
export const getLabel: Action = {
	method: 'GET',
	path: 'push/label/:label',
	takesBody: false,
	rates: ['labelCallsPerSecond'],

	run(call, service) {
		return { data: renderLabel(labelInPath(call, service)) };
	},
};

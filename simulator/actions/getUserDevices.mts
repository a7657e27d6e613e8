import type { Action } from '../action.mts';
import { renderBindings } from '../bindings.mts';
import { userHasNoName } from '../errors.mts';

/** Shengwang docs, "Query the push information bound to a user". */
export const getUserDevices: Action = {
	method: 'GET',
	path: 'users/:user/push/binding',
	takesBody: false,
	rates: ['userCallsPerSecond'],

	run({ parameters }, { store }) {
		const user = store.findUser(parameters.user ?? '');
		if (user === undefined) throw userHasNoName();
		return { action: 'get', entities: renderBindings(user) };
	},
};

import type { Action } from '../action.mts';
import { userNotFound } from '../errors.mts';
import { onlineStatus } from '../onlineStatus.mts';

/** Agora docs, "User system registration", "Querying the online state of a user". */
export const getUserStatus: Action = {
	method: 'GET',
	path: 'users/:user/status',
	takesBody: false,
	rates: ['userCallsPerSecond'],

	run({ parameters, uri }, { store }) {
		const { user: asked = '' } = parameters;
		const user = store.findUser(asked);
		if (user === undefined) throw userNotFound();
		const data = { [store.answeredId(asked)]: onlineStatus(user) };
		return { action: 'get', uri, entities: [], data, count: 0 };
	},
};

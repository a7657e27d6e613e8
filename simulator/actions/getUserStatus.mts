import type { Action } from '../action.mts';
import { OWN_PROVIDER } from '../delivery.mts';
import { userNotFound } from '../errors.mts';

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
		const isOnline = user.devices.some(({ provider }) => provider === OWN_PROVIDER);
		const data = { [store.answeredId(asked)]: isOnline ? 'online' : 'offline' };
		return { action: 'get', uri, entities: [], data, count: 0 };
	},
};

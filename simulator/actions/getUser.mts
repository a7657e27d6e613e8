import { createHash } from 'node:crypto';
import type { Action } from '../action.mts';
import { renderBindings } from '../bindings.mts';
import { userNotFound } from '../errors.mts';
import type { User } from '../store.mts';
import { uuidOf } from '../snowflake.mts';
import type { WireObject } from '../wire.mts';

/** Agora docs, "User system registration", "Querying a user". */
export const getUser: Action = {
	method: 'GET',
	path: 'users/:user',
	takesBody: false,
	rates: ['userCallsPerSecond'],

	run({ parameters, uri }, { store }) {
		const user = store.findUser(parameters.user ?? '');
		if (user === undefined) throw userNotFound();
		return { action: 'get', path: '/users', uri, entities: [renderUser(user)], count: 1 };
	},
};

/** With `pushInfo`, which only the command-line client `ycj3/agora-chat-cli` tells of. */
function renderUser(user: User): WireObject {
	const digest = createHash('sha256').update(user.id).digest();
	const pushInfo = renderBindings(user).map(({ device_id: deviceId, ...others }) => ({
		device_Id: deviceId,
		...others,
	}));
	return {
		uuid: uuidOf(digest.readBigUInt64BE()),
		type: 'user',
		created: user.createdAt,
		modified: user.createdAt,
		username: user.id,
		activated: true,
		...(pushInfo.length > 0 && { pushInfo }),
	};
}

import type { Action } from '../action.mts';
import { bodyObject } from '../parse.mts';
import { readPush } from '../push.mts';

/** Agora docs, "Send push notifications to all users under the app". */
export const sendToAll: Action = {
	method: 'POST',
	path: 'push/task',
	takesBody: true,
	rates: ['sendToAllPerMinute', 'sendToAllPerDay'],

	run(call, service) {
		const push = readPush(bodyObject(call.body), service);
		const usernames = service.store.users.map(({ id }) => id);
		return { data: service.startTask('sendToAll', usernames, push) };
	},
};

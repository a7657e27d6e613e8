import type { Action } from '../action.mts';
import { bodyObject } from '../parse.mts';
import { readPush } from '../push.mts';
import { readStart } from '../schedule.mts';

/** Agora docs, "Send push notifications to all users under the app". */
export const sendToAll: Action = {
	method: 'POST',
	path: 'push/task',
	takesBody: true,
	rates: ['sendToAllPerMinute', 'sendToAllPerDay'],

	run(call, service) {
		const body = bodyObject(call.body);
		const push = readPush(body, service);
		const startsAt = readStart(body, service.settings);
		const usernames = service.store.users.map(({ id }) => id);
		return { data: service.startTask('sendToAll', usernames, push, startsAt) };
	},
};

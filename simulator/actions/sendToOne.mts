import type { Action } from '../action.mts';
import { bodyObject } from '../parse.mts';
import { pushResults, readPush } from '../push.mts';

/** Agora docs, newer pages, "Send a push notification to a single user" (synchronous). */
export const sendToOne: Action = {
	method: 'POST',
	path: 'push/sync/:target',
	takesBody: true,
	rates: ['sendToOnePerSecond'],

	run(call, service) {
		const push = readPush(bodyObject(call.body), service);
		const deliveries = service.push(call.parameters.target ?? '', push);
		return { data: pushResults(deliveries, service) };
	},
};

import type { Action } from '../action.mts';
import { targetsIllegal } from '../inferred.mts';
import { TARGETS_PER_PUSH } from '../limits.mts';
import { bodyObject, isTextList } from '../parse.mts';
import { readPush } from '../push.mts';
import { readStart } from '../schedule.mts';

/**
 * A push to users as a task. On no page; Easemob's Java SDK for push, `easemob-push-server-sdk`, sends
 * it.
 */
export const sendToUserList: Action = {
	method: 'POST',
	path: 'push/list',
	takesBody: true,
	rates: ['sendToUserListPerMinute'],

	run(call, service) {
		const body = bodyObject(call.body);
		const { targets } = body;
		if (!isTextList(targets) || targets.length === 0) throw targetsIllegal();
		if (targets.length > TARGETS_PER_PUSH) throw targetsIllegal();
		const push = readPush(body, service);
		const startsAt = readStart(body, service.settings);
		return { data: { taskId: service.startTask('sendToUserList', targets, push, startsAt) } };
	},
};

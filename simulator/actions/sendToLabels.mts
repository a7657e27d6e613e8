import type { Action } from '../action.mts';
import { targetsIllegal } from '../inferred.mts';
import { requireLabel } from '../labels.mts';
import { bodyObject, isTextList } from '../parse.mts';
import { readPush } from '../push.mts';
import { readStart } from '../schedule.mts';
import type { Label } from '../store.mts';

/** Agora docs, "Send push notifications by labels". */
export const sendToLabels: Action = {
	method: 'POST',
	path: 'push/list/label',
	takesBody: true,
	rates: ['sendToLabelsPerMinute'],

	run(call, service) {
		const body = bodyObject(call.body);
		const { targets } = body;
		if (!isTextList(targets) || targets.length === 0) throw targetsIllegal();
		if (targets.length > service.settings.labelsPerPush) throw targetsIllegal();
		const push = readPush(body, service);
		const startsAt = readStart(body, service.settings);
		const labels = targets.map((name) => requireLabel(name, service));
		const taskId = service.startTask('sendToLabels', membersOfAll(labels), push, startsAt);
		return { data: { taskId } };
	},
};

/** The users who carry every label; it walks the smallest only. */
function membersOfAll(labels: readonly Label[]): string[] {
	const [smallest, ...others] = labels.toSorted((a, b) => a.members.size - b.members.size);
	if (smallest === undefined) return [];
	return smallest.members
		.usernames()
		.filter((username) => others.every((label) => label.members.has(username)));
}

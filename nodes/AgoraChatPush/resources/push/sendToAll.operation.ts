import type { INodeProperties } from 'n8n-workflow';

import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage } from '../../message/readMessage';
import { defineOperation } from '../../operation';
import { planOneOutput } from '../../planning/planners';
import { pushOptions } from '../options';

const everyoneNotice: INodeProperties = {
	displayName:
		'Every user of the app gets this push. Input items with the same message and options are sent as one push.',
	name: 'everyoneNotice',
	type: 'notice',
	default: '',
};

/** Source: Agora docs, 'Send push notifications to all users under the app'. */
export const sendToAll = defineOperation({
	menuEntry: {
		name: 'Send to All Users',
		value: 'sendToAll',
		action: 'Send push to all users',
		description: 'Send a push notification to every user of the app',
	},
	fields: [everyoneNotice, ...messageEssentials, ...messageExtras, pushOptions],
	outputFields: ['taskId', 'labels'],
	unit: 'tasks',
	isPush: true,

	read: (item) => ({ content: readMessage(item) }),

	plan: (requests) => planOneOutput(requests),

	async call(service, { content }) {
		const response = await service.call({
			method: 'POST',
			path: ['push', 'task'],
			rate: 'push/task',
			body: content,
			ifRepeated: 'pushesAgain',
		});
		return String(response.data(isTaskId, 'a task ID'));
	},

	outcomesOf: (_request, _subject, taskId) => [{ json: { taskId, labels: [] } }],

	errorDetails: () => ({}),
});

/** Here the task ID stands bare in `data`, not in an object as for labels. */
function isTaskId(data: unknown): data is string | number {
	return typeof data === 'string' || typeof data === 'number';
}

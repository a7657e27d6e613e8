import type { INodeProperties } from 'n8n-workflow';

import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage } from '../../message/readMessage';
import { planOneOutput } from '../../planning/planners';
import { guardAudiences } from './guards';
import { allPushOptions, dryRun, maxPushesPerAudience } from './pushFields';
import { definePush } from './pushOperation';
import { readSendAt } from './sendAt';

const everyoneNotice: INodeProperties = {
	displayName:
		'Every user of the app gets this push. Input items with the same message and options are sent as one push; each different message goes to everyone.',
	name: 'everyoneNotice',
	type: 'notice',
	default: '',
};

const EVERYONE = 'all users';

/** Source: Agora docs, 'Send push notifications to all users under the app'. */
export const sendToAll = definePush({
	menuEntry: {
		name: 'Send to All Users',
		value: 'sendToAll',
		action: 'Send push to all users',
		description: 'Send a push notification to every user of the app',
	},
	fields: [everyoneNotice, ...messageEssentials, dryRun, ...messageExtras, allPushOptions],
	outputFields: ['taskId', 'labels'],
	unit: 'tasks',

	read: (item) => ({
		body: { ...readMessage(item), ...readSendAt(item) },
		dryRun: item.explicitBoolean(dryRun),
		maxPushesPerAudience: item.explicitNumberOption(maxPushesPerAudience),
	}),

	plan: (requests, { earlierRuns }) =>
		guardAudiences(planOneOutput(requests), earlierRuns, {
			keyOf: () => EVERYONE,
			nameOf: () => EVERYONE,
		}),

	rateOf: () => 'push/task',

	async send(service, { body }) {
		const response = await service.call({
			method: 'POST',
			path: ['push', 'task'],
			rate: 'push/task',
			body,
			ifRepeated: 'pushesAgain',
		});
		return String(response.data(isTaskId, 'a task ID'));
	},

	outcomeOf: (_payload, taskId) => () => ({ json: { taskId, labels: [] } }),

	plannedFields: () => ({ labels: [] }),

	errorDetails: () => ({}),

	audienceOf: () => EVERYONE,
});

/** Here the task ID stands bare in `data`, not in an object as for labels. */
function isTaskId(data: unknown): data is string | number {
	return typeof data === 'string' || typeof data === 'number';
}

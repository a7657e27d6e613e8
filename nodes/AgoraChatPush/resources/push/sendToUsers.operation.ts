import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage } from '../../message/readMessage';
import { formatCount } from '../../output/wording';
import type { Job } from '../../planning/job';
import { MAX_USERS_PER_CALL, planForUsers } from '../../planning/planners';
import type { InputItem } from '../../reading/inputItem';
import { sharedByItems } from '../../reading/sharedByItems';
import { userKey } from '../../userKey';
import { userIds } from '../fields';
import { readUserIds, readUserIdsInPath } from '../readFields';
import { guardRecipients } from './guards';
import { definePush } from './pushOperation';
import {
	agentNotice,
	dryRun,
	maxRecipients,
	resultEndpoint,
	userPushOptions,
	waitForResult,
} from './pushFields';
import {
	isResults,
	outcomeFor,
	resultsByUser,
	resultsIn,
	type ResultEndpoint,
} from './userResults';

const readShared = sharedByItems((item) => ({
	body: readMessage(item),
	dryRun: item.explicitBoolean(dryRun),
	waitsAt: readResultEndpoint(item),
	maxRecipients: item.explicitNumberOption(maxRecipients),
}));

/** Source: Agora docs, 'Send push notifications by users' and 'Send a push notification to a user'. */
export const sendToUsers = definePush({
	menuEntry: {
		name: 'Send to Users',
		value: 'sendToUsers',
		action: 'Send push to users',
		description: 'Send a push notification to one or more users by their user IDs',
	},
	fields: [
		userIds,
		...messageEssentials,
		waitForResult,
		agentNotice,
		dryRun,
		...messageExtras,
		userPushOptions,
	],
	outputFields: ['userId', 'pushStatus', 'desc', 'data', 'devices'],
	unit: 'users',

	read(item) {
		const shared = readShared(item);
		const read = shared.waitsAt === 'sync' ? readUserIdsInPath : readUserIds;
		return { userIds: read(item), shared };
	},

	plan: (requests) =>
		guardRecipients(
			planForUsers(requests, ({ waitsAt }) => (waitsAt === undefined ? MAX_USERS_PER_CALL : 1)),
			countUsers,
		),

	rateOf: ({ waitsAt }) => (waitsAt === 'sync' ? 'push/sync' : 'push/single'),

	isUnchecked: ({ waitsAt }) => waitsAt === undefined,

	async send(service, { body, waitsAt }, targets) {
		const request = { method: 'POST', ifRepeated: 'pushesAgain' } as const;
		const response = await service.call(
			waitsAt === 'sync'
				? { ...request, path: ['push', 'sync', ...targets], rate: 'push/sync', body }
				: {
						...request,
						path: ['push', 'single'],
						rate: 'push/single',
						body: { targets, async: waitsAt === undefined, ...body },
					},
		);
		return resultsIn(response.data(isResults, 'a result for each user'), targets);
	},

	outcomeOf({ waitsAt }, results) {
		const byUser = resultsByUser(results);
		return (userId) => outcomeFor(userId, byUser.get(userKey(userId)), waitsAt);
	},

	plannedFields: (_payload, userId) => ({ userId, pushStatus: 'DRY_RUN' }),

	errorDetails: (_payload, userId) => ({ userId }),
});

/** Undefined where nobody waits for the result. */
function readResultEndpoint(item: InputItem): ResultEndpoint | undefined {
	return item.boolean(waitForResult) ? item.choiceOption(resultEndpoint) : undefined;
}

/** A user who gets several messages counts once. */
function countUsers(jobs: Job[]): { count: number; text: string } {
	const users = new Set(
		jobs.flatMap(({ expected }) => expected.map(({ subject }) => userKey(subject))),
	);
	return { count: users.size, text: `The input names ${formatCount(users.size)} users` };
}

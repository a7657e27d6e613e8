import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { whatIsKnown } from '../../calling/whatIsKnown';
import { inBrief } from '../../calling/inBrief';
import type { Problem } from '../../calling/serviceFailure';
import type { CallSettings } from '../../calling/serviceRequest';
import { messageEssentials, messageExtras } from '../../message/messageProperties';
import { readMessage, type PushContent } from '../../message/readMessage';
import { MAX_USERS_PER_CALL, planForUsers, type UsersRequest } from '../../planning/planners';
import { isDataObject } from '../../dataObject';
import { commonToRows } from '../../reading/commonToRows';
import { userIds } from '../fields';
import { defineOperation, type Outcome } from '../operation';
import { userPushOptions } from '../options';
import { readCallSettings, readUserIds } from '../readFields';
import { failedPush } from './failedPush';

const waitForResult: INodeProperties = {
	displayName: 'Wait for Result',
	name: 'waitForResult',
	type: 'boolean',
	default: false,
	description:
		'Whether to learn at once if the push reached the provider; takes one call for each user instead of one for 100',
};

interface Shared {
	content: PushContent;
	waitForResult: boolean;
	settings: CallSettings;
}

const readShared = commonToRows<Shared>((row) => ({
	content: readMessage(row),
	waitForResult: row.boolean(waitForResult),
	settings: readCallSettings(row),
}));

/** Source: Agora docs, 'Send push notifications by users'. */
export const sendToUsers = defineOperation<UsersRequest<Shared>, string, Map<string, IDataObject>>({
	menu: {
		name: 'Send to Users',
		value: 'sendToUsers',
		action: 'Send push to users',
		description: 'Send a push notification to one or more users by their user IDs',
	},
	fields: [userIds, ...messageEssentials, waitForResult, ...messageExtras, userPushOptions],
	columns: ['userId', 'pushStatus', 'desc', 'data'],
	unit: 'users',

	read: (row) => ({
		userIds: readUserIds(row),
		shared: readShared(row),
	}),

	plan: (requests) =>
		planForUsers(requests, (shared) => (shared.waitForResult ? 1 : MAX_USERS_PER_CALL)),

	async call(service, { shared }, targets) {
		const answer = await service.call({
			method: 'POST',
			path: ['push', 'single'],
			body: { targets, async: !shared.waitForResult, ...shared.content },
			settings: shared.settings,
			ifRepeated: 'pushesAgain',
		});
		return resultsByUser(answer.data(isResults, 'a result for each user'), targets);
	},

	answer(_request, userId, results) {
		const json = recipientOf(userId, results.get(userId));
		const { pushStatus, desc } = json;
		if (typeof pushStatus !== 'string' || pushStatus === '') return [withoutStatus(json)];
		const isRefused = pushStatus === 'FAIL' || pushStatus === 'ERROR';
		return [isRefused ? { json, problem: refused(userId, pushStatus, desc) } : { json }];
	},

	fail: (_request, userId, failure) => ({ userId, ...failedPush(failure) }),
});

/** The docs' table calls it an object, their examples hold an array. */
function isResults(data: unknown): data is IDataObject | IDataObject[] {
	return Array.isArray(data) ? data.every(isDataObject) : isDataObject(data);
}

/** A result for a single user may come without the user's ID, as that of a synchronous push does. */
function resultsByUser(
	answered: IDataObject | IDataObject[],
	targets: string[],
): Map<string, IDataObject> {
	const results = Array.isArray(answered) ? answered : [answered];
	const [onlyTarget, ...otherTargets] = targets;
	const isAlone = otherTargets.length === 0;
	const byUser = new Map<string, IDataObject>();
	for (const result of results) {
		const { id } = result;
		const userId = typeof id === 'string' ? id : isAlone ? onlyTarget : undefined;
		if (userId !== undefined) byUser.set(userId, result);
	}
	return byUser;
}

/**
 * What the service said of a recipient; never in place of who it is. The provider's nested answer
 * comes last, so that n8n's table shows the reason before it.
 */
function recipientOf(userId: string, result: IDataObject = {}): IDataObject {
	const recipient: IDataObject = { userId };
	for (const name in result) {
		if (name !== 'id' && name !== 'data' && !(name in recipient)) recipient[name] = result[name];
	}
	if (result.data !== undefined) recipient.data = result.data;
	return recipient;
}

function withoutStatus(json: IDataObject): Outcome {
	return {
		json: { ...json, pushStatus: 'UNCERTAIN' },
		problem: {
			message: `The service's answer does not say what became of the push to '${String(json.userId)}'`,
			description: whatIsKnown({ ifRepeated: 'pushesAgain' }),
			isUncertain: true,
		},
	};
}

/** FAIL is the device's or the provider's doing, ERROR the service's own. */
function refused(userId: string, pushStatus: 'FAIL' | 'ERROR', desc: unknown): Problem {
	const reason = typeof desc === 'string' && desc !== '' ? inBrief(desc) : 'no reason given';
	return {
		message: `The push to '${userId}' ended as ${pushStatus}: ${reason}`,
		description:
			pushStatus === 'FAIL'
				? "Check the user ID, whether the user's device is registered for push, and the provider's certificate in the Agora console."
				: 'The service had trouble with this user alone. Send to this user again later.',
		isUncertain: false,
	};
}

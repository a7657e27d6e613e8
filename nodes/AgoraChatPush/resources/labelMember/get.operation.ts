import type { IDataObject } from 'n8n-workflow';

import { CallFailure } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { defineOperation } from '../../operation';
import { planForUsers } from '../../planning/planners';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { singleLine } from '../../service/errors/singleLine';
import { userIdFrom, userKey } from '../../userKey';
import { label, userId } from '../fields';
import { withIsoTime } from '../isoTime';
import { labelCall } from '../label/labelCall';
import { userOptions } from '../options';
import { readLabel, readUserId } from '../readFields';

/** Source: Agora docs, 'Query the specified user under the specified push label'. */
export const get = defineOperation({
	menuEntry: {
		name: 'Get',
		value: 'get',
		action: 'Get label member',
		description: 'Find out whether a user carries a label, and since when',
	},
	fields: [label, userId, userOptions],
	outputFields: ['label', 'username', 'isMember', 'created'],
	unit: 'users',

	read: (item) => ({
		shared: readLabel(item),
		userIds: [readUserId(item)],
	}),

	plan: (requests) => planForUsers(requests, () => 1),

	async call(service, labelName, [member = '']) {
		const response = await service.call({
			method: 'GET',
			...labelCall(labelName, 'user', member),
			ifRepeated: 'harmless',
		});
		const found = response.data(isMemberData, 'a label member') ?? {};
		const username = userIdFrom(found.username);
		if (username !== undefined && userKey(username) !== userKey(member)) {
			throw aboutAnother(username);
		}
		return found;
	},

	/** For a user without the label the service leaves the fields out, or the whole `data`. */
	outcomesOf(labelName, member) {
		const isMember = userIdFrom(member.username) !== undefined;
		const { created } = withIsoTime(member, 'created');
		const found = { isMember, ...(isMember ? { created } : {}) };
		return (username) => [{ json: { label: labelName, username, ...found } }];
	},

	errorDetails: (labelName, username) => ({ label: labelName, username }),
});

function aboutAnother(username: string): CallFailure {
	return new CallFailure({
		message: `The service answered about another user, '${singleLine(username)}'`,
		description: lostResponseAdvice({ ifRepeated: 'harmless' }),
		isUncertain: false,
	});
}

/** A member's fields, or nothing at all. */
function isMemberData(data: unknown): data is IDataObject | null | undefined {
	if (data === null || data === undefined) return true;
	if (!isDataObject(data)) return false;
	return Object.keys(data).length === 0 || userIdFrom(data.username) !== undefined;
}

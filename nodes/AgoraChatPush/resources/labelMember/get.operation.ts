import type { IDataObject } from 'n8n-workflow';

import { whatIsKnown } from '../../calling/whatIsKnown';
import { inBrief } from '../../calling/inBrief';
import { ServiceFailure } from '../../calling/serviceFailure';
import type { CallSettings } from '../../calling/serviceRequest';
import { planShared } from '../../planning/planners';
import { isDataObject } from '../../dataObject';
import { label, userId } from '../fields';
import { defineOperation } from '../operation';
import { userOptions } from '../options';
import { readCallSettings, readLabel, readUserId } from '../readFields';

interface Request {
	label: string;
	userId: string;
	settings: CallSettings;
}

/** Source: Agora docs, 'Query the specified user under the specified push label'. */
export const get = defineOperation<Request, undefined, IDataObject>({
	menu: {
		name: 'Get',
		value: 'get',
		action: 'Get label member',
		description: 'Find out whether a user carries a label, and since when',
	},
	fields: [label, userId, userOptions],
	columns: ['label', 'username', 'isMember', 'created'],
	unit: 'users',

	read: (row) => ({
		label: readLabel(row),
		userId: readUserId(row),
		settings: readCallSettings(row),
	}),

	plan: planShared,

	async call(service, { label: name, userId: member, settings }) {
		const answer = await service.call({
			method: 'GET',
			path: ['push', 'label', name, 'user', member],
			settings,
			ifRepeated: 'harmless',
		});
		const found = answer.data(isMemberData, 'a label member') ?? {};
		const { username } = found;
		if (typeof username === 'string' && username.toLowerCase() !== member.toLowerCase()) {
			throw aboutAnother(username);
		}
		return found;
	},

	/** For a user without the label the service leaves the fields out, or the whole `data`. */
	answer({ label: name, userId: username }, _subject, { created, ...member }) {
		const isMember = typeof member.username === 'string';
		return [
			{
				json: {
					label: name,
					username,
					isMember,
					...(isMember ? { created } : {}),
				},
			},
		];
	},

	fail: ({ label: name, userId: username }) => ({ label: name, username }),
});

function aboutAnother(username: string): ServiceFailure {
	return new ServiceFailure({
		message: `The service answered about another user, '${inBrief(username)}'`,
		description: whatIsKnown({ ifRepeated: 'harmless' }),
		isUncertain: false,
	});
}

function isMemberData(data: unknown): data is IDataObject | null | undefined {
	return data === null || data === undefined || isDataObject(data);
}

import type { IDataObject } from 'n8n-workflow';

import { whatIsKnown } from '../../calling/explanations';
import type { CallSettings } from '../../calling/serviceRequest';
import { planForUsers, type UsersRequest } from '../../planning/planners';
import { isDataObject } from '../../dataObject';
import { label, userIds } from '../fields';
import type { OperationParts } from '../operation';
import { commonOptions } from '../options';
import { readLabel, readCallSettings, readUserIds } from '../readFields';

interface Shared {
	label: string;
	settings: CallSettings;
}

/** The answer to adding and removing: who went through, and why the others did not. */
interface Changed {
	success: unknown[];
	fail: IDataObject;
}

/**
 * Everything that adding and removing have in common; they differ in method and wording alone.
 *
 * Source: Agora docs, 'Add users to a push label' and 'Remove users from a push label'.
 */
export function changeMembers(
	method: 'POST' | 'DELETE',
	done: 'added' | 'removed',
): Omit<OperationParts<UsersRequest<Shared>, string, Changed>, 'menu'> {
	return {
		fields: [label, userIds, commonOptions],
		columns: ['label', 'username', 'status', 'reason'],
		unit: 'users',

		read: (row) => ({
			userIds: readUserIds(row),
			shared: { label: readLabel(row), settings: readCallSettings(row) },
		}),

		plan: (requests) => planForUsers(requests),

		async call(service, { shared }, usernames) {
			const answer = await service.call({
				method,
				path: ['push', 'label', shared.label, 'user'],
				body: { usernames },
				settings: shared.settings,
				ifRepeated: 'harmless',
			});
			const { success, fail = {} } = answer.data(isChanged, "'success' and 'fail'");
			return { success, fail };
		},

		answer({ shared }, username, { success, fail }) {
			const { label: name } = shared;
			if (success.includes(username)) {
				return [{ json: { label: name, username, status: done } }];
			}
			const isMentioned = Object.hasOwn(fail, username);
			const reason = isMentioned
				? reasonText(fail[username])
				: "the service's answer does not mention this user";
			return [
				{
					json: { label: name, username, status: 'failed', reason },
					problem: {
						message: `'${username}' was not ${done}: ${reason}`,
						description: isMentioned
							? 'Check the user ID; the other users of the call are not affected.'
							: whatIsKnown({ ifRepeated: 'harmless' }),
						isUncertain: !isMentioned,
					},
				},
			];
		},

		fail: ({ shared }, username, { message }) => ({
			label: shared.label,
			username,
			status: 'failed',
			reason: message,
		}),
	};
}

function isChanged(data: unknown): data is { success: unknown[]; fail?: IDataObject } {
	return isDataObject(data) && Array.isArray(data.success) && isDataObject(data.fail ?? {});
}

function reasonText(reason: unknown): string {
	return typeof reason === 'string' ? reason : JSON.stringify(reason);
}

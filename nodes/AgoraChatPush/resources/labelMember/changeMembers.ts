import type { IDataObject } from 'n8n-workflow';

import type { Problem } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { defineOperation, type Operation, type Outcome } from '../../operation';
import { planForLabels } from '../../planning/planners';
import { sharedByItems } from '../../reading/sharedByItems';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { singleLine } from '../../service/errors/singleLine';
import type { Service } from '../../service/service';
import { userIdFrom, userKey } from '../../userKey';
import { labels, userIds } from '../fields';
import { labelCall } from '../label/labelCall';
import { userOptions } from '../options';
import { readLabels, readUserIds } from '../readFields';

export type Change = 'add' | 'remove';

/** The answer to adding and removing, by `userKey`: who went through, and why the others did not. */
export interface ChangeResponse {
	success: Set<string>;
	fail: Map<string, unknown>;
}

export const NO_CHANGES: ChangeResponse = { success: new Set(), fail: new Map() };

/** What became of one user. */
export interface UserChange {
	status: 'added' | 'removed' | 'failed' | 'uncertain';
	/** Left out when all went well. */
	notDone?: { reason: string; problem: Problem };
}

const readCommonLabels = sharedByItems(readLabels);

const METHOD = { add: 'POST', remove: 'DELETE' } as const;

const DONE = { add: 'added', remove: 'removed' } as const;

/** All that adding and removing have in common; they differ in method and wording alone. */
export function changeMembers(change: Change, menuEntry: Operation['menuEntry']): Operation {
	return defineOperation({
		menuEntry,
		fields: [labels, userIds, userOptions],
		outputFields: ['label', 'username', 'status', 'reason'],
		unit: 'users',

		read: (item) => ({ userIds: readUserIds(item), labels: readCommonLabels(item) }),

		plan: (requests) => planForLabels(requests),

		call: async (service, labelName, usernames) =>
			await applyChange(service, change, labelName, usernames),

		outcomesOf: (labelName, changed) => (username) => [
			memberOutcome(labelName, username, userChange(username, change, changed)),
		],

		errorDetails: (labelName, username, { message }) => ({
			label: labelName,
			username,
			status: 'failed',
			reason: message,
		}),
	});
}

/**
 * Adds users to a label or removes them from it, at most 100.
 *
 * Source: Agora docs, 'Add users to a push label' and 'Remove users from a push label'.
 *
 * @throws CallFailure
 */
export async function applyChange(
	service: Service,
	change: Change,
	labelName: string,
	usernames: string[],
): Promise<ChangeResponse> {
	const response = await service.call({
		method: METHOD[change],
		...labelCall(labelName, 'user'),
		body: { usernames },
		ifRepeated: 'harmless',
	});
	const data = response.data(isChangeData, "'success' and 'fail'");
	const success = (data.success ?? data.Success ?? []).flatMap((user) => userIdFrom(user) ?? []);
	const fail = Object.entries(data.fail ?? data.Fail ?? {});
	return {
		success: new Set(success.map(userKey)),
		fail: new Map(fail.map(([userId, reason]) => [userKey(userId), reason])),
	};
}

/** Reads from the answer to a change what became of one user. */
export function userChange(
	username: string,
	change: Change,
	{ success, fail }: ChangeResponse,
): UserChange {
	const done = DONE[change];
	const key = userKey(username);
	if (success.has(key)) return { status: done };

	if (!fail.has(key)) return notMentioned(username, done);
	const reason = reasonText(fail.get(key));
	const problem = {
		message: `'${username}' was not ${done}: ${singleLine(reason)}`,
		description: 'Check the user ID; the other users of the call are not affected.',
		isUncertain: false,
	};
	return { status: 'failed', notDone: { reason, problem } };
}

function notMentioned(username: string, done: string): UserChange {
	const reason = "the service's answer does not mention this user";
	const problem = {
		message: `Whether '${username}' was ${done} is not known: ${reason}`,
		description: lostResponseAdvice({ ifRepeated: 'harmless' }),
		isUncertain: true,
	};
	return { status: 'uncertain', notDone: { reason, problem } };
}

export function memberOutcome(
	labelName: string,
	username: string,
	{ status, notDone }: UserChange,
	more: IDataObject = {},
): Outcome {
	const json = { label: labelName, username, status };
	if (notDone === undefined) return { json: { ...json, ...more } };
	const { reason, problem } = notDone;
	return { json: { ...json, reason, ...more }, problem };
}

interface ChangeData {
	success?: unknown[];
	fail?: IDataObject;
	Success?: unknown[];
	Fail?: IDataObject;
}

/** Easemob's table of the same answer writes 'Success', its example 'success'. */
function isChangeData(data: unknown): data is ChangeData {
	if (!isDataObject(data)) return false;
	const { success = data.Success, fail = data.Fail } = data;
	return Array.isArray(success) && isDataObject(fail ?? {});
}

function reasonText(reason: unknown): string {
	if (typeof reason === 'string' && reason.trim() !== '') return reason;
	return isDataObject(reason) ? JSON.stringify(reason) : 'no reason given';
}

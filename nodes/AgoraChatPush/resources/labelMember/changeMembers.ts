import type { IDataObject } from 'n8n-workflow';

import type { Problem } from '../../jobFailure';
import { isDataObject } from '../../json/dataObject';
import { defineOperation, type Operation, type Outcome } from '../../operation';
import { planForUsers } from '../../planning/planners';
import { commonToRows } from '../../reading/commonToRows';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { singleLine } from '../../service/errors/singleLine';
import type { Service } from '../../service/service';
import { userIdFrom, userKey } from '../../userKey';
import { label, userIds } from '../fields';
import { labelCall } from '../label/labelCall';
import { userOptions } from '../options';
import { readLabel, readUserIds } from '../readFields';

export type Change = 'add' | 'remove';

/** The answer to adding and removing, by `userKey`: who went through, and why the others did not. */
export interface Changed {
	success: Set<string>;
	fail: Map<string, unknown>;
}

export const NOTHING_CHANGED: Changed = { success: new Set(), fail: new Map() };

/** What became of one user. */
export interface MemberOutcome {
	status: 'added' | 'removed' | 'failed' | 'uncertain';
	/** Left out when all went well. */
	failed?: { reason: string; problem: Problem };
}

const readCommonLabel = commonToRows(readLabel);

const METHOD = { add: 'POST', remove: 'DELETE' } as const;

const DONE = { add: 'added', remove: 'removed' } as const;

/**
 * Everything that adding and removing have in common; they differ in method and wording alone.
 */
export function changeMembers(change: Change, menu: Operation['menu']): Operation {
	return defineOperation({
		menu,
		fields: [label, userIds, userOptions],
		columns: ['label', 'username', 'status', 'reason'],
		unit: 'users',

		read: (row) => ({ userIds: readUserIds(row), shared: readCommonLabel(row) }),

		plan: (requests) => planForUsers(requests),

		call: async (service, labelName, usernames) =>
			await callChange(service, change, labelName, usernames),

		outcomesOf: (labelName, username, changed) => [
			memberItem(labelName, username, memberOutcome(username, change, changed)),
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
 * @throws JobFailure
 */
export async function callChange(
	service: Service,
	change: Change,
	labelName: string,
	usernames: string[],
): Promise<Changed> {
	const response = await service.call({
		method: METHOD[change],
		...labelCall(labelName, 'user'),
		body: { usernames },
		ifRepeated: 'harmless',
	});
	const data = response.data(isChanged, "'success' and 'fail'");
	const success = (data.success ?? data.Success ?? []).flatMap((user) => userIdFrom(user) ?? []);
	const fail = Object.entries(data.fail ?? data.Fail ?? {});
	return {
		success: new Set(success.map(userKey)),
		fail: new Map(fail.map(([userId, reason]) => [userKey(userId), reason])),
	};
}

/** Reads from the answer to a change what became of one user. */
export function memberOutcome(
	username: string,
	change: Change,
	{ success, fail }: Changed,
): MemberOutcome {
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
	return { status: 'failed', failed: { reason, problem } };
}

function notMentioned(username: string, done: string): MemberOutcome {
	const reason = "the service's answer does not mention this user";
	const problem = {
		message: `Whether '${username}' was ${done} is not known: ${reason}`,
		description: lostResponseAdvice({ ifRepeated: 'harmless' }),
		isUncertain: true,
	};
	return { status: 'uncertain', failed: { reason, problem } };
}

export function memberItem(
	labelName: string,
	username: string,
	{ status, failed }: MemberOutcome,
	more: IDataObject = {},
): Outcome {
	const json = { label: labelName, username, status };
	if (failed === undefined) return { json: { ...json, ...more } };
	const { reason, problem } = failed;
	return { json: { ...json, reason, ...more }, problem };
}

interface ChangedData {
	success?: unknown[];
	fail?: IDataObject;
	Success?: unknown[];
	Fail?: IDataObject;
}

/** Easemob's table of the same answer writes 'Success', its example 'success'. */
function isChanged(data: unknown): data is ChangedData {
	if (!isDataObject(data)) return false;
	const { success = data.Success, fail = data.Fail } = data;
	return Array.isArray(success) && isDataObject(fail ?? {});
}

function reasonText(reason: unknown): string {
	if (typeof reason === 'string' && reason.trim() !== '') return reason;
	return isDataObject(reason) ? JSON.stringify(reason) : 'no reason given';
}

import type { IDataObject } from 'n8n-workflow';

import type { Problem } from '../../jobFailure';
import { isDataObject } from '../../json/dataObject';
import type { Outcome } from '../../operation';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { singleLine } from '../../service/errors/singleLine';
import { userIdFrom, userKey } from '../../userKey';

/** What the answer to a push says of each user. */

/** The docs' table calls it an object, their examples hold an array. */
export function isResults(data: unknown): data is IDataObject | IDataObject[] {
	return Array.isArray(data) ? data.every(isDataObject) : isDataObject(data);
}

/**
 * Results by `userKey`. That for a single user may come without the user's ID, as that of a
 * synchronous push does.
 */
export function resultsByUser(
	response: IDataObject | IDataObject[],
	targets: string[],
): Map<string, IDataObject> {
	const results = Array.isArray(response) ? response : [response];
	const [onlyTarget, ...otherTargets] = targets;
	const isAlone = otherTargets.length === 0;
	const byUser = new Map<string, IDataObject>();
	for (const result of results) {
		const userId = userIdFrom(result.id) ?? (isAlone ? onlyTarget : undefined);
		if (userId !== undefined) byUser.set(userKey(userId), result);
	}
	return byUser;
}

/** Source: Agora docs, 'Send push notifications by users'. */
const PUSH_STATUSES = ['SUCCESS', 'ASYNC_SUCCESS', 'FAIL', 'ERROR'] as const;

/** @param result what the service said of the user; empty when it did not mention the user. */
export function outcomeFor(userId: string, result: IDataObject = {}): Outcome {
	const said = typeof result.pushStatus === 'string' ? singleLine(result.pushStatus) : '';
	if (said === '') {
		return uncertainOutcome(
			recipientOf(userId, { ...result, pushStatus: 'UNCERTAIN' }),
			`The service's answer does not say what became of the push to '${userId}'`,
		);
	}
	const pushStatus = PUSH_STATUSES.find((known) => known === said.toUpperCase());
	if (pushStatus === undefined) return unknownStatus(userId, result, said);
	const json = recipientOf(userId, { ...result, pushStatus });
	const isRefused = pushStatus === 'FAIL' || pushStatus === 'ERROR';
	return isRefused ? { json, problem: refusedProblem(userId, pushStatus, result.desc) } : { json };
}

/**
 * What the service said of a recipient; never in place of who it is. The provider's nested answer
 * comes last, so that n8n's table shows the reason before it.
 */
function recipientOf(userId: string, result: IDataObject): IDataObject {
	const recipient: IDataObject = { userId };
	for (const name in result) {
		if (name !== 'id' && name !== 'data' && !(name in recipient)) recipient[name] = result[name];
	}
	if (result.data !== undefined) recipient.data = result.data;
	return recipient;
}

function unknownStatus(userId: string, result: IDataObject, word: string): Outcome {
	const { desc } = result;
	const reason = typeof desc === 'string' && desc !== '' ? `${word}: ${desc}` : word;
	return uncertainOutcome(
		recipientOf(userId, { ...result, pushStatus: 'UNCERTAIN', desc: reason }),
		`The push to '${userId}' ended as '${word}', a status that Agora does not document`,
	);
}

function uncertainOutcome(json: IDataObject, message: string): Outcome {
	const description = lostResponseAdvice({ ifRepeated: 'pushesAgain' });
	return { json, problem: { message, description, isUncertain: true } };
}

/** FAIL is the device's or the provider's doing, ERROR the service's own. */
function refusedProblem(userId: string, pushStatus: 'FAIL' | 'ERROR', desc: unknown): Problem {
	const reason = typeof desc === 'string' && desc !== '' ? singleLine(desc) : 'no reason given';
	return {
		message: `The push to '${userId}' ended as ${pushStatus}: ${reason}`,
		description:
			pushStatus === 'FAIL'
				? "Check the user ID, whether the user's device is registered for push, and the provider's certificate in the Agora console."
				: 'The service had trouble with this user alone. Send to this user again later.',
		isUncertain: false,
	};
}

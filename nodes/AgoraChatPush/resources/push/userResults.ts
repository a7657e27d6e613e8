import type { IDataObject } from 'n8n-workflow';

import type { Explanation, Problem } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import type { Outcome } from '../../operation';
import { lostResponseAdvice } from '../../service/errors/lostResponse';
import { singleLine } from '../../service/errors/singleLine';
import { userIdFrom, userKey } from '../../userKey';
import { resultEndpoint } from './pushFields';

/** What the answer to a push says of each user. */

/** The docs' table calls it an object, their examples hold an array. */
export function isResults(data: unknown): data is IDataObject | IDataObject[] {
	return Array.isArray(data) ? data.every(isDataObject) : isDataObject(data);
}

/** The results of a response; those for a single user may come without the user's ID. */
export function resultsIn(response: IDataObject | IDataObject[], targets: string[]): IDataObject[] {
	const results = Array.isArray(response) ? response : [response];
	const [onlyTarget, ...otherTargets] = targets;
	if (otherTargets.length > 0) return results;
	return results.map((result) => ({ ...result, id: userIdFrom(result.id) ?? onlyTarget }));
}

/** Results by `userKey`: one for each device, of a synchronous push. */
export function resultsByUser(results: IDataObject[]): Map<string, IDataObject[]> {
	const byUser = new Map<string, IDataObject[]>();
	for (const result of results) {
		const userId = userIdFrom(result.id);
		if (userId === undefined) continue;
		const key = userKey(userId);
		const known = byUser.get(key);
		if (known === undefined) byUser.set(key, [result]);
		else known.push(result);
	}
	return byUser;
}

/** Source: Agora docs, 'Send push notifications by users'. */
const PUSH_STATUSES = ['SUCCESS', 'ASYNC_SUCCESS', 'FAIL', 'ERROR'] as const;

/** Which call is asked for the result of a push. */
export type ResultEndpoint = (typeof resultEndpoint.options)[number]['value'];

/** A push has reached its user when one device took it; one that may have is no refused one. */
const BEST_FIRST = ['SUCCESS', 'ASYNC_SUCCESS', 'UNCERTAIN', 'FAIL', 'ERROR'];

/**
 * @param results what the service said of the user's devices; left out when it did not mention the user.
 * @param waitsAt where a result was asked for, if one was.
 */
export function outcomeFor(
	userId: string,
	results: IDataObject[] = [{}],
	waitsAt?: ResultEndpoint,
): Outcome {
	const outcomes = results.map((result) => deviceOutcome(userId, result));
	const best = outcomes.reduce(better);
	const outcome = outcomes.length > 1 ? withDevices(best, outcomes) : best;
	const isUnanswered = waitsAt !== undefined && outcome.json.pushStatus === 'ASYNC_SUCCESS';
	return isUnanswered ? { ...outcome, warning: didNotWait(waitsAt) } : outcome;
}

function better(a: Outcome, b: Outcome): Outcome {
	return rankOf(b) < rankOf(a) ? b : a;
}

function rankOf({ json }: Outcome): number {
	return Math.min(BEST_FIRST.indexOf(String(json.pushStatus)), 3);
}

function withDevices(best: Outcome, outcomes: Outcome[]): Outcome {
	return { ...best, json: { ...best.json, devices: outcomes.map(deviceOf) } };
}

function deviceOf({ json: { pushStatus, desc, data } }: Outcome): IDataObject {
	return {
		pushStatus,
		...(desc === undefined ? {} : { desc }),
		...(data === undefined ? {} : { data }),
	};
}

function didNotWait(waitsAt: ResultEndpoint): Explanation {
	const other = resultEndpoint.options.find(({ value }) => value !== waitsAt);
	return {
		message: 'The service accepted the push, but did not wait for its result',
		description: `Nobody was pushed to twice to find out. To get results, set '${resultEndpoint.displayName}' under 'Options' to '${other?.name ?? ''}'.`,
	};
}

function deviceOutcome(userId: string, result: IDataObject): Outcome {
	const said = typeof result.pushStatus === 'string' ? singleLine(result.pushStatus) : '';
	if (said === '') {
		return uncertainOutcome(
			recipientOf(userId, 'UNCERTAIN', result),
			`The service's answer does not say what became of the push to '${userId}'`,
		);
	}
	const pushStatus = PUSH_STATUSES.find((known) => known === said.toUpperCase());
	if (pushStatus === undefined) return unknownStatus(userId, result, said);
	const json = recipientOf(userId, pushStatus, result);
	const isRefused = pushStatus === 'FAIL' || pushStatus === 'ERROR';
	return isRefused ? { json, problem: refusedProblem(userId, pushStatus, result.desc) } : { json };
}

/**
 * What the service said of a recipient; never in place of who it is. The provider's nested answer
 * comes last, so that n8n's table shows the reason before it.
 */
function recipientOf(userId: string, pushStatus: string, result: IDataObject): IDataObject {
	const recipient: IDataObject = { userId, pushStatus };
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
		recipientOf(userId, 'UNCERTAIN', { ...result, desc: reason }),
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
	const known = KNOWN_REASONS.find(({ pattern }) => pattern.test(reason));
	return {
		message: `The push to '${userId}' ended as ${pushStatus}: ${reason}`,
		description: known?.advice ?? ADVICE[pushStatus],
		isUncertain: false,
	};
}

/** What some of the service's reasons mean. Source: Agora docs, 'Send a push notification to a user'. */
const KNOWN_REASONS = [
	{
		pattern: /no push binding/i,
		advice:
			"No phone of this user is registered for push. Check the app's sign-in, and the provider's certificate in the Agora console.",
	},
	{
		pattern: /appUser not exists?/i,
		advice: 'The app has no user with this ID. Check the ID, or register the user in Agora Chat.',
	},
];

const ADVICE = {
	FAIL: "Check the user ID, whether the user's device is registered for push, and the provider's certificate in the Agora console.",
	ERROR: 'The service had trouble with this user alone. Send to this user again later.',
};

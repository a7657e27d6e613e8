import type { RecordedRequest } from '../../../simulator/index.mts';
import { keyOf } from '../models/model.mts';
import type { Choices } from '../situations/situation.mts';
import type { Case, Check } from './judge.mts';
import { endingOf } from './recordedOutcomes.mts';

/** More than the node has on their way at once. */
const STILL_ON_THEIR_WAY = 130;

/** Faults, or none, that leave the service's own refusal as it is. */
const KEEP_REFUSALS: RecordedRequest['weather'][] = [
	null,
	'slow',
	'repeatCursor',
	'halfData',
	'labelDeleted',
];

/**
 * No call is repeated more often than 'Max Retries' allows, or after 429 than fits into 'Max Retry Wait', and
 * with 'Stop Workflow' none starts once one has failed for good; a refusal of the service's own that may be
 * an answer, such as that of a user who does not exist, is left out. That a run ends is checked where it is run.
 */
export const bounded: Check = (tried) => [...attempts(tried), ...callsAfterFailure(tried)];

function attempts({ evidence: { situation }, subjects }: Case): string[] {
	return subjects.flatMap(({ key, calls }) => {
		const triesOf = new Map<string, RecordedRequest[]>();
		for (const call of calls) {
			const name = keyOf(call.method, call.rawPath);
			triesOf.set(name, [...(triesOf.get(name) ?? []), call]);
		}
		return [...triesOf].flatMap(([name, tries]) =>
			repeatedTooOften(tries, situation.choices).map((how) => `${name} for ${key} was ${how}`),
		);
	});
}

/** Each repetition after 429 waits for a second or more, whatever the service asks for. */
function repeatedTooOften(
	tries: RecordedRequest[],
	{ maxRetries, maxRetryWait }: Choices,
): string[] {
	const repeated = tries.slice(0, -1);
	const afterTooMany = repeated.filter(({ status }) => status === 429).length;
	const afterOther = repeated.length - afterTooMany;
	const most = maxRetries === 0 ? 0 : maxRetryWait;
	return [
		...(afterTooMany > most
			? [`repeated ${afterTooMany} times after 429, not ${most} at most`]
			: []),
		...(afterOther > maxRetries ? [`repeated ${afterOther} times, not ${maxRetries} at most`] : []),
	];
}

function callsAfterFailure(tried: Case): string[] {
	const {
		evidence: { situation, requests },
		subjects,
	} = tried;
	if (situation.onError !== 'stopWorkflow') return [];
	const firstFailed = subjects
		.flatMap(({ calls, orElse }) => {
			const last = calls.at(-1);
			if (last === undefined) return [];
			const isAnswer = orElse !== undefined && KEEP_REFUSALS.includes(last.weather);
			return isAnswer || mayHaveWaited(last, calls, tried) ? [] : [last];
		})
		.filter(
			(last) => last.status !== null && last.weather !== 'body' && endingOf(last) !== 'answered',
		)
		.map((last) => requests.indexOf(last))
		.sort((a, b) => a - b)[0];
	const after = firstFailed === undefined ? 0 : requests.length - 1 - firstFailed;
	if (after <= STILL_ON_THEIR_WAY) return [];
	return [`${after} calls were made after one that failed for good`];
}

/** Whether a failed call may still have been waiting to be repeated when the run was stopped. */
function mayHaveWaited(
	last: RecordedRequest,
	calls: RecordedRequest[],
	{ evidence, model }: Case,
): boolean {
	const { maxRetries, maxRetryWait } = evidence.situation.choices;
	const status = last.status ?? 0;
	const isFinal = model.isPush && endingOf(last) === 'lost';
	if (maxRetries === 0 || maxRetryWait === 0 || isFinal) return false;
	if (status === 429) return true;
	const name = keyOf(last.method, last.rawPath);
	const tries = calls.filter((call) => keyOf(call.method, call.rawPath) === name).length;
	return (status === 408 || status >= 500) && tries <= maxRetries;
}

import type { RecordedRequest } from '../../../simulator/index.mts';
import { keyOf } from '../models/model.mts';
import type { Case, Check } from './judge.mts';
import { endingOf } from './recordedOutcomes.mts';

/** More than the node has on their way at once. */
const STILL_ON_THEIR_WAY = 130;

/**
 * No call is made more often than 'Max Retries' allows, or after 429 than fits into 'Max Retry Wait', and
 * with 'Stop Workflow' none starts once one has failed for good. That a run ends is checked where it is
 * run.
 */
export const bounded: Check = (tried) => [...attempts(tried), ...callsAfterFailure(tried)];

/** Each repetition after 429 waits for a second or more. */
function attempts({ evidence: { situation }, subjects }: Case): string[] {
	const { maxRetries, maxRetryWait } = situation.choices;
	return subjects.flatMap(({ key, calls }) => {
		const tooMany = calls.filter(({ status }) => status === 429);
		const others = calls.filter(({ status }) => status !== 429);
		return [
			...madeTooOften(key, maxRetries === 0 ? calls : others, maxRetries + 1),
			...madeTooOften(key, tooMany, maxRetryWait + 1),
		];
	});
}

function madeTooOften(key: string, calls: RecordedRequest[], most: number): string[] {
	const times = new Map<string, number>();
	for (const { method, rawPath } of calls) {
		const call = keyOf(method, rawPath);
		times.set(call, (times.get(call) ?? 0) + 1);
	}
	return [...times]
		.filter(([, count]) => count > most)
		.map(([call, count]) => `${call} for ${key} was made ${count} times, not ${most} at most`);
}

function callsAfterFailure({ evidence: { situation, requests }, subjects }: Case): string[] {
	if (situation.onError !== 'stopWorkflow') return [];
	const firstFailed = subjects
		.map(({ calls }) => calls.at(-1))
		.filter((last) => last !== undefined)
		.filter(
			(last) => last.status !== null && last.weather !== 'body' && endingOf(last) !== 'answered',
		)
		.map((last) => requests.indexOf(last))
		.sort((a, b) => a - b)[0];
	const after = firstFailed === undefined ? 0 : requests.length - 1 - firstFailed;
	if (after <= STILL_ON_THEIR_WAY) return [];
	return [`${after} calls were made after one that failed for good`];
}

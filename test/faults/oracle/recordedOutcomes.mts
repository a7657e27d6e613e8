import type { RecordedRequest } from '../../../simulator/index.mts';
import type { OutcomeKind, Subject } from '../models/model.mts';

/** What a caller can know of a call: its answer, that nothing was done, or nothing. */
export type Ending = 'answered' | 'refused' | 'lost';

/** HTTP: 408 and 5xx do not tell what was done, except 503, which like 3xx and 4xx tells: nothing. */
export function endingOf({ status, weather }: RecordedRequest): Ending {
	if (status === null || status === 408) return 'lost';
	if (status >= 300) return status >= 500 && status !== 503 ? 'lost' : 'refused';
	const isUnreadable = ['empty', 'halfJson', 'body'].includes(weather ?? '');
	return isUnreadable ? 'lost' : 'answered';
}

/** What may have become of a subject, by the simulator's record of the calls for it. */
export function recordedOutcomes(
	subject: Pick<Subject, 'calls' | 'answered' | 'decided' | 'orElse' | 'isComplete'>,
): OutcomeKind[] {
	const { calls, decided, isComplete = false } = subject;
	const last = calls.at(-1);
	if (decided !== undefined) return [decided];
	if (last === undefined) return ['not tried'];
	if (!isComplete && calls.some(repeatsItsList)) return ['failed'];
	switch (endingOf(last)) {
		case 'answered':
			return [subject.answered(last)];
		case 'lost':
			return ['uncertain'];
		case 'refused':
			return fatesOfRefused(subject, last);
	}
}

function fatesOfRefused(
	{ calls, orElse }: Pick<Subject, 'calls' | 'orElse'>,
	last: RecordedRequest,
): OutcomeKind[] {
	const tries = calls.filter(({ rawPath }) => rawPath === last.rawPath);
	const wasLost = last.method !== 'GET' && tries.some((call) => endingOf(call) === 'lost');
	const outcome = wasLost ? 'uncertain' : 'failed';
	return orElse === undefined ? [outcome] : [outcome, orElse];
}

function repeatsItsList({ weather, query }: RecordedRequest): boolean {
	return weather === 'repeatCursor' && query.cursor !== undefined;
}

import type { RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import { recordedOutcomes } from '../oracle/recordedOutcomes.mts';
import { pathEndsWith, saysMissing } from './labelModels.mts';
import type { OutcomeKind } from './model.mts';

/** What became of listing the labels. Reading changes nothing, whatever became of its answer. */
export function listingOf({ requests }: Evidence): OutcomeKind {
	const calls = requests.filter(({ action }) => action === 'listLabels');
	const [outcome = 'not tried'] = recordedOutcomes({ calls, answered: () => 'accepted' });
	return outcome === 'uncertain' ? 'failed' : outcome;
}

export function isReadingOf(call: RecordedRequest, label: string): boolean {
	return call.action === 'listLabelMembers' && pathEndsWith(call, `/${label}/user`);
}

/** What became of reading the members of a label. */
export function readingOf(
	label: string,
	{ requests, situation, goodRows }: Evidence,
): { isMissing: boolean; outcome: OutcomeKind } {
	const calls = requests.filter((call) => isReadingOf(call, label));
	const last = calls.at(-1);
	const isMissing = last !== undefined && saysMissing(last);
	const isUnnamed = !goodRows.some(({ tags }) => tags.includes(label));
	if (isMissing && (isUnnamed || situation.choices.createMissingLabel))
		return { isMissing, outcome: 'accepted' };
	const [outcome = 'not tried'] = recordedOutcomes({ calls, answered: () => 'accepted' });
	// Reading changes nothing, whatever became of its answer.
	return { isMissing: false, outcome: outcome === 'uncertain' ? 'failed' : outcome };
}

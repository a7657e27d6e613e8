import { recordedOutcomes } from '../oracle/recordedOutcomes.mts';
import type { Choices } from '../situations/situation.mts';
import { keyOf, type OutcomeKind, type Subject } from './model.mts';
import type { LabelToSync } from './syncModel.mts';

/** The one outcome of a label that was synced, which counts its users. */
export function summaryOf(
	{ label, rows }: LabelToSync,
	users: Subject[],
	{ dryRun }: Pick<Choices, 'dryRun'>,
): Subject {
	const outcomes = users.map((user) => ({ user, outcome: recordedOutcomes(user)[0] }));
	const count = (isCounted: (outcome: OutcomeKind | undefined, user: Subject) => boolean): number =>
		outcomes.filter(({ outcome, user }) => isCounted(outcome, user)).length;
	const counts = {
		added: count((outcome, { change }) => outcome === 'accepted' && change === 'add'),
		removed: count((outcome, { change }) => outcome === 'accepted' && change === 'remove'),
		unchanged: count((outcome) => outcome === 'unchanged'),
		failed: count(
			(outcome) => outcome === 'refused' || outcome === 'failed' || outcome === 'not tried',
		),
		uncertain: count((outcome) => outcome === 'uncertain'),
	};
	return {
		key: keyOf(label, undefined),
		claims: [rows],
		calls: [],
		answered: () => 'accepted',
		decided: 'accepted',
		hasHappened: (reported) =>
			keyOf({ ...counts, dryRun }) ===
			keyOf({
				added: reported.added,
				removed: reported.removed,
				unchanged: reported.unchanged,
				failed: reported.failed,
				uncertain: reported.uncertain,
				dryRun: reported.dryRun,
			}),
		isUncounted: true,
	};
}

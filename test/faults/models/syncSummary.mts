import { fatesOf } from '../oracle/recordedOutcomes.mts';
import type { Choices } from '../situations/situation.mts';
import { keyOf, type Fate, type Subject } from './model.mts';
import type { LabelToSync } from './syncModel.mts';

/** The one outcome of a label that was synced, which counts its users. */
export function summaryOf(
	{ label, rows }: LabelToSync,
	users: Subject[],
	{ dryRun }: Pick<Choices, 'dryRun'>,
): Subject {
	const fates = users.map((user) => ({ user, fate: fatesOf(user)[0] }));
	const count = (isCounted: (fate: Fate | undefined, user: Subject) => boolean): number =>
		fates.filter(({ fate, user }) => isCounted(fate, user)).length;
	const counts = {
		added: count((fate, { change }) => fate === 'accepted' && change === 'add'),
		removed: count((fate, { change }) => fate === 'accepted' && change === 'remove'),
		unchanged: count((fate) => fate === 'unchanged'),
		failed: count((fate) => fate === 'refused' || fate === 'failed' || fate === 'not tried'),
		uncertain: count((fate) => fate === 'uncertain'),
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

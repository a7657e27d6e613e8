import type { Evidence } from '../evidence.mts';
import { answeredFor, changesOf, isChanged, memberKey, type Change } from './memberModels.mts';
import { keyOf, personOf, type OutcomeKind, type Subject } from './model.mts';
import type { LabelToSync } from './syncModel.mts';

/** Nothing in the label was changed, for one reason that all of its users share. */
export function leftAlone(
	{ label, rows, wanted }: LabelToSync,
	evidence: Evidence,
	decided: OutcomeKind,
): Subject[] {
	const nothing = { calls: [], answered: () => decided, decided, hasHappened: () => false };
	const isSummary = evidence.situation.choices.output === 'summary';
	const users = wanted.map((one) => ({
		...nothing,
		key: memberKey({ label, username: one.what }),
		claims: isSummary ? [] : [one.rows],
	}));
	if (!isSummary && wanted.length > 0) return users;
	return [
		...users,
		{ ...nothing, key: keyOf(label, undefined), claims: [rows], isUncounted: true },
	];
}

export function kept(
	label: string,
	user: string,
	rows: number[],
	{ labelChanges }: Evidence,
): Subject {
	return {
		key: memberKey({ label, username: user }),
		claims: [rows],
		calls: [],
		answered: () => 'unchanged',
		decided: 'unchanged',
		hasHappened: () =>
			!labelChanges.some((one) => one.label === label && one.usernames.includes(personOf(user))),
		isUncounted: true,
	};
}

/** @param withoutCalls what has become of the user when no call for him may be made. */
export function changed(
	change: Change,
	label: string,
	user: string,
	rows: number[],
	evidence: Evidence,
	withoutCalls: OutcomeKind | undefined,
): Subject {
	const { dryRun } = evidence.situation.choices;
	const decided = withoutCalls ?? (dryRun ? 'accepted' : undefined);
	const calls = decided === undefined ? changesOf(evidence, change, label, user) : [];
	const done = change === 'add' ? 'added' : 'removed';
	return {
		key: memberKey({ label, username: user }),
		claims: [rows],
		calls,
		answered: (call) => answeredFor(user, call, evidence.situation),
		decided,
		change,
		hasHappened: (reported) =>
			reported.status === done &&
			reported.dryRun === dryRun &&
			(dryRun
				? evidence.labelChanges.every(({ change: kind }) => kind === 'deleted')
				: isChanged(evidence, change, label, user)),
	};
}

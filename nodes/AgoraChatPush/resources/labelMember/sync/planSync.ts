import type { Explanation, CallFailure } from '../../../callFailure';
import type { PlanContext } from '../../../operation';
import type { ExpectedOutcome } from '../../../planning/job';
import { chunk, MAX_USERS_PER_CALL } from '../../../planning/planners';
import { compareMembers } from './compareMembers';
import {
	blockedRemovals,
	dryRunWarning,
	earlierRunsWarning,
	nobodyRemoved,
	tooManyLabels,
	tooManyRemovals,
} from './guards';
import { aboutLabel, removedOutcomes, wantedUsers, type LabelGroup } from './labelGroup';
import {
	labelNames,
	labelStates,
	missingLabels,
	type LabelState,
	type State,
	type Target,
} from './prefetched';
import type { SyncJob, SyncPayload } from './syncJob';

/** Removing goes first, so that a full label has room for those who are added. */
const STAGE = { create: 0, remove: 1, add: 2 };

/** Plans the changes that make each label match its items. */
export function planChanges({
	prefetched,
	unreadableItemIndexes,
	earlierRuns,
}: PlanContext<Target, State>): SyncJob[] {
	const states = labelStates(prefetched);
	const removalsBlockedBy = blockedRemovals(
		states.map(({ group }) => group.label),
		unreadableItemIndexes,
	);
	const names = labelNames(prefetched);
	const namesFailure = names?.result.state === 'succeeded' ? undefined : names?.result.failure;
	const missing = missingLabels(prefetched);
	/** Labels of a dry run take no room of those that are created. */
	const labelLimit = (dryRun: boolean): CallFailure | undefined => {
		if (names?.result.state !== 'succeeded') return undefined;
		const counted = missing.filter(({ rules }) => dryRun || !rules.dryRun);
		const newLabels = counted.map(({ label }) => label);
		return tooManyLabels(newLabels, names.result.value.names);
	};
	const limitOf = { real: labelLimit(false), dryRun: labelLimit(true) };
	const jobs = states.flatMap(({ group, result }) => {
		if (result.state !== 'succeeded') return [leftAlone(group, result.failure)];
		const { value } = result;
		if (value.isMissing && namesFailure !== undefined) return [leftAlone(group, namesFailure)];
		return labelJobs(group, value, {
			removalsBlockedBy: removalsBlockedBy.get(group.label),
			warning: earlierRunsWarning(group.label, earlierRuns),
			allBlockedBy: limitOf[group.rules.dryRun ? 'dryRun' : 'real'],
		});
	});
	const { owned } = names ?? {};
	if (owned === undefined || namesFailure === undefined) return jobs;
	return [...jobs, leftAlone(owned, namesFailure)];
}

/** Why less is done than the items ask for. */
interface Guards {
	removalsBlockedBy?: Explanation;
	warning?: Explanation;
	/** Why no label of the run is changed. */
	allBlockedBy?: CallFailure;
}

function labelJobs(
	group: LabelGroup,
	{ present, isMissing }: LabelState,
	{ removalsBlockedBy, warning, allBlockedBy }: Guards,
): SyncJob[] {
	const { mode, dryRun, output } = group.rules;
	const compared = compareMembers(mode, present, wantedUsers(group));
	const { toAdd, unchanged } = compared;
	const toRemove = warning === undefined ? compared.toRemove : [];
	const stopped = allBlockedBy ?? tooManyRemovals(group, present.size, toRemove);
	if (stopped !== undefined && !dryRun) return [leftAlone(group, stopped)];

	const isSummary = output === 'summary';
	const create = isMissing && {
		...jobFor(group, { kind: 'create' }, toAdd.length > 0 || isSummary ? [] : [aboutLabel(group)]),
		stage: STAGE.create,
	};
	const needs = create || undefined;
	const changes: SyncJob[] = [
		...chunk(removedOutcomes(group, toRemove), MAX_USERS_PER_CALL).map((users) => ({
			...jobFor(group, { kind: 'remove' }, users),
			stage: STAGE.remove,
			blockedReason: dryRun ? undefined : removalsBlockedBy && nobodyRemoved(removalsBlockedBy),
		})),
		...chunk(toAdd, MAX_USERS_PER_CALL).map((users) => ({
			...jobFor(group, { kind: 'add' }, users),
			stage: STAGE.add,
			needs,
		})),
	];
	const realRun = dryRun ? dryRunWarning(group.label, stopped, removalsBlockedBy) : undefined;
	const isHeldUp = compared.toRemove.length > 0 || allBlockedBy !== undefined;
	const shown = { all: unchanged, changes: [], summary: [aboutLabel(group)] }[output];
	return [
		...(create ? [create] : []),
		{
			...jobFor(group, { kind: 'keep', unchanged: unchanged.length, changes }, shown),
			isAlreadyKnown: true,
			warning: isHeldUp ? (warning ?? realRun) : undefined,
			...(isSummary ? { stage: STAGE.add, needs } : {}),
		},
		...changes,
	];
}

/** Says of everyone whom the items name, or of the label, why nothing is changed. */
function leftAlone(group: LabelGroup, reason: CallFailure): SyncJob {
	const blockedReason = reason.isUncertain ? reason.with({ isUncertain: false }) : reason;
	const users = [...wantedUsers(group).values()];
	const isAboutLabel = users.length === 0 || group.rules.output === 'summary';
	const expected = isAboutLabel ? [...users, aboutLabel(group)] : users;
	return { ...jobFor(group, { kind: 'blocked' }, expected), blockedReason };
}

function jobFor(
	{ label, rules, settings }: LabelGroup,
	step: SyncPayload['step'],
	expected: ExpectedOutcome[],
): SyncJob {
	return { payload: { label, rules, step }, settings, expected };
}

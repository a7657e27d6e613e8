import type { Explanation, CallFailure } from '../../../callFailure';
import type { PlanContext } from '../../../operation';
import { contentKey } from '../../../planning/contentKey';
import {
	WHOLE_CALL,
	type ExpectedOutcome,
	type ItemRequest,
	type Job,
} from '../../../planning/job';
import { chunk, groupBy, MAX_USERS_PER_CALL, type NonEmpty } from '../../../planning/planners';
import type { CallSettings } from '../../../service/serviceRequest';
import { userKey } from '../../../userKey';
import { compareMembers } from './compareMembers';
import {
	dryRunWarning,
	nobodyRemoved,
	earlierRunsWarning,
	blockedRemovals,
	rulesDifferFailure,
	tooManyRemovals,
} from './guards';
import type { SyncRequest, SyncRules } from './request';
import type { SyncJob, SyncPayload } from './syncJob';

/** A label with all that the input says of it. */
export interface LabelGroup {
	label: string;
	rules: SyncRules;
	settings: CallSettings;
	/** Indexes of the input items that name the label, ascending. */
	itemIndexes: number[];
	/** By `userKey`, in the order of their first mention. */
	wanted: Map<string, ExpectedOutcome>;
}

/** What reading a label found. */
export interface LabelState {
	/** User IDs as the service spells them. */
	present: Set<string>;
	/** Whether the label has to be created. */
	isMissing: boolean;
}

/** Removing goes first, so that a full label has room for those who are added. */
const STAGE = { create: 0, remove: 1, add: 2 };

/** Plans to read each label once. */
export function planReading(requests: Array<ItemRequest<SyncRequest>>): Array<Job<LabelGroup>> {
	return groupBy(requests, ({ request }) => request.label).map((ofLabel) => {
		const group = groupOf(ofLabel);
		const rules = rulesKey(ofLabel[0]);
		const other = ofLabel.find((one) => rulesKey(one) !== rules);
		return {
			payload: group,
			settings: group.settings,
			expected: [aboutLabel(group)],
			blockedReason: other && rulesDifferFailure(group.label, other.itemIndex),
		};
	});
}

/** Plans the changes that make each label match its items. */
export function planChanges({
	prefetched,
	unreadableItemIndexes,
	earlierRuns,
}: PlanContext<LabelGroup, LabelState>): SyncJob[] {
	const labels = [...prefetched.keys()].map(({ payload }) => payload.label);
	const blocked = blockedRemovals(labels, unreadableItemIndexes);
	return [...prefetched].flatMap(([{ payload: group }, result]) =>
		result.state === 'succeeded'
			? labelJobs(group, result.value, {
					removalsBlockedBy: blocked.get(group.label),
					warning: earlierRunsWarning(group.label, earlierRuns),
				})
			: [leftAlone(group, result.failure.with({ isUncertain: false }))],
	);
}

function labelJobs(
	group: LabelGroup,
	{ present, isMissing }: LabelState,
	{ removalsBlockedBy, warning }: { removalsBlockedBy?: Explanation; warning?: Explanation },
): SyncJob[] {
	const { mode, dryRun, output } = group.rules;
	const compared = compareMembers(mode, present, group.wanted);
	const { toAdd, unchanged } = compared;
	const toRemove = warning === undefined ? compared.toRemove : [];
	const tooMany = tooManyRemovals(group, present.size, toRemove);
	if (tooMany !== undefined && !dryRun) return [leftAlone(group, tooMany)];

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
	const realRun = dryRun ? dryRunWarning(group.label, tooMany, removalsBlockedBy) : undefined;
	const shown = { all: unchanged, changes: [], summary: [aboutLabel(group)] }[output];
	return [
		...(create ? [create] : []),
		{
			...jobFor(group, { kind: 'keep', unchanged: unchanged.length, changes }, shown),
			isAlreadyKnown: true,
			warning: compared.toRemove.length > 0 ? (warning ?? realRun) : undefined,
			...(isSummary ? { stage: STAGE.add, needs } : {}),
		},
		...changes,
	];
}

/** Says of everyone whom the items name, or of the label, why nothing is changed. */
function leftAlone(group: LabelGroup, blockedReason: CallFailure): SyncJob {
	const users = [...group.wanted.values()];
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

/** What is said of the label rather than of a user. */
function aboutLabel({ itemIndexes }: LabelGroup): ExpectedOutcome {
	return { subject: WHOLE_CALL, itemIndexes, position: 0, withoutInputFields: true };
}

/** No item names those who are removed; they come out after the last item of their label. */
function removedOutcomes(
	{ itemIndexes, wanted, rules }: LabelGroup,
	toRemove: string[],
): ExpectedOutcome[] {
	const lastItemIndex = itemIndexes.slice(-1);
	return toRemove.map((subject, index) => ({
		subject,
		itemIndexes: lastItemIndex,
		position: wanted.size + index,
		isHidden: rules.output === 'summary',
		withoutInputFields: true,
	}));
}

/** How an item wants its label synced; equal for all items of a label. */
function rulesKey({ request, settings }: ItemRequest<SyncRequest>): string {
	return `${contentKey(request.rules)} ${contentKey(settings)}`;
}

function groupOf(ofLabel: NonEmpty<ItemRequest<SyncRequest>>): LabelGroup {
	const [{ request, settings }] = ofLabel;
	const { label, rules } = request;
	const isHidden = rules.output === 'summary';
	const wanted = new Map<string, ExpectedOutcome>();
	for (const {
		itemIndex,
		request: { userIds },
	} of ofLabel) {
		for (const subject of userIds) {
			const key = userKey(subject);
			const known = wanted.get(key);
			if (known !== undefined) known.itemIndexes.push(itemIndex);
			else wanted.set(key, { subject, itemIndexes: [itemIndex], position: wanted.size, isHidden });
		}
	}
	return { label, rules, settings, itemIndexes: ofLabel.map(({ itemIndex }) => itemIndex), wanted };
}

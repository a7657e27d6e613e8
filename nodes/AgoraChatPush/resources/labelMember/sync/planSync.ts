import type { Explanation, JobFailure } from '../../../jobFailure';
import type { PlanContext } from '../../../operation';
import { contentKey } from '../../../planning/contentKey';
import { NOBODY, type ExpectedOutcome, type Job, type RowRequest } from '../../../planning/job';
import { chunk, groupBy, MAX_USERS_PER_CALL, type NonEmpty } from '../../../planning/planners';
import type { CallSettings } from '../../../service/serviceRequest';
import { userKey } from '../../../userKey';
import { compareMembers } from './compareMembers';
import {
	dryRunWarning,
	nobodyRemoved,
	nothingChanged,
	partOfRun,
	removalsHeld,
	rulesDiffer,
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
	rows: number[];
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
export function planReading(requests: Array<RowRequest<SyncRequest>>): Array<Job<LabelGroup>> {
	return groupBy(requests, ({ request }) => request.label).map((ofLabel) => {
		const group = groupOf(ofLabel);
		const rules = rulesKey(ofLabel[0]);
		const other = ofLabel.find((one) => rulesKey(one) !== rules);
		return {
			payload: group,
			settings: group.settings,
			expected: [aboutLabel(group)],
			blockedBy: other && rulesDiffer(group.label, other.row),
		};
	});
}

/** Plans the changes that make each label match its rows. */
export function planChanges({
	prefetched,
	unreadableRows,
	earlierRuns,
}: PlanContext<LabelGroup, LabelState>): SyncJob[] {
	const labels = [...prefetched.keys()].map(({ payload }) => payload.label);
	const held = removalsHeld(labels, unreadableRows);
	return [...prefetched].flatMap(([{ payload: group }, ending]) =>
		ending.state === 'succeeded'
			? labelJobs(group, ending.result, {
					removalsHeld: held.get(group.label),
					partOfRun: partOfRun(group.label, earlierRuns),
				})
			: [leftAlone(group, nothingChanged(ending.failure))],
	);
}

function labelJobs(
	group: LabelGroup,
	{ present, isMissing }: LabelState,
	{ removalsHeld, partOfRun }: { removalsHeld?: Explanation; partOfRun?: Explanation },
): SyncJob[] {
	const { mode, dryRun, output } = group.rules;
	const compared = compareMembers(mode, present, group.wanted);
	const { toAdd, unchanged } = compared;
	const toRemove = partOfRun === undefined ? compared.toRemove : [];
	const guard = tooManyRemovals(group, present.size, toRemove);
	if (guard !== undefined && !dryRun) return [leftAlone(group, guard)];

	const heldBack = removalsHeld && nobodyRemoved(removalsHeld);
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
			blockedBy: dryRun ? undefined : heldBack,
		})),
		...chunk(toAdd, MAX_USERS_PER_CALL).map((users) => ({
			...jobFor(group, { kind: 'add' }, users),
			stage: STAGE.add,
			needs,
		})),
	];
	const shown = { all: unchanged, changes: [], summary: [aboutLabel(group)] }[output];
	const warning = partOfRun ?? (dryRun ? dryRunWarning(guard, removalsHeld) : undefined);
	return [
		...(create ? [create] : []),
		{
			...jobFor(group, { kind: 'keep', unchanged: unchanged.length, changes }, shown),
			needsNoCall: true,
			warning: compared.toRemove.length > 0 ? warning : undefined,
			...(isSummary ? { stage: STAGE.add, needs } : {}),
		},
		...changes,
	];
}

/** Says of everyone whom the rows name, or of the label, why nothing is changed. */
function leftAlone(group: LabelGroup, blockedBy: JobFailure): SyncJob {
	const users = [...group.wanted.values()];
	const isAboutLabel = users.length === 0 || group.rules.output === 'summary';
	const expected = isAboutLabel ? [...users, aboutLabel(group)] : users;
	return { ...jobFor(group, { kind: 'leaveAlone' }, expected), blockedBy };
}

function jobFor(
	{ label, rules, settings }: LabelGroup,
	step: SyncPayload['step'],
	expected: ExpectedOutcome[],
): SyncJob {
	return { payload: { label, rules, step }, settings, expected };
}

/** What is said of the label rather than of a user. */
function aboutLabel({ rows }: LabelGroup): ExpectedOutcome {
	return { subject: NOBODY, rows, position: 0, withoutInputFields: true };
}

/** No row names those who are removed; they come out after the last row of their label. */
function removedOutcomes(
	{ rows, wanted, rules }: LabelGroup,
	toRemove: string[],
): ExpectedOutcome[] {
	const lastRow = rows.slice(-1);
	return toRemove.map((subject, index) => ({
		subject,
		rows: lastRow,
		position: wanted.size + index,
		isHidden: rules.output === 'summary',
		withoutInputFields: true,
	}));
}

/** How a row wants its label synced; equal for all rows of a label. */
function rulesKey({ request, settings }: RowRequest<SyncRequest>): string {
	return `${contentKey(request.rules)} ${contentKey(settings)}`;
}

function groupOf(ofLabel: NonEmpty<RowRequest<SyncRequest>>): LabelGroup {
	const [{ request, settings }] = ofLabel;
	const { label, rules } = request;
	const isHidden = rules.output === 'summary';
	const wanted = new Map<string, ExpectedOutcome>();
	for (const {
		row,
		request: { userIds },
	} of ofLabel) {
		for (const userId of userIds) {
			const key = userKey(userId);
			const known = wanted.get(key);
			if (known !== undefined) known.rows.push(row);
			else wanted.set(key, { subject: userId, rows: [row], position: wanted.size, isHidden });
		}
	}
	return { label, rules, settings, rows: ofLabel.map(({ row }) => row), wanted };
}

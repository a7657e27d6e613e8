import type { Explanation, JobFailure } from '../../../jobFailure';
import { compareMembers, type Comparison } from './compareMembers';
import { contentKey } from '../../../planning/contentKey';
import type { Claim, Job, RowRequest } from '../../../planning/job';
import { chunk, groupBy, MAX_USERS_PER_CALL, type NonEmpty } from '../../../planning/planners';
import { userKey } from '../../../userKey';
import type { Known } from '../../../operation';
import {
	dryRunWarning,
	nothingChanged,
	partOfRun,
	removalsHeld,
	rulesDiffer,
	tooManyRemovals,
} from './guards';
import { NOBODY, type SyncRequest, type SyncStep } from './request';

/** What reading a label found. */
export interface LabelState {
	/** User IDs as the service spells them. */
	present: Set<string>;
	/** Whether the label has to be created. */
	isMissing: boolean;
}

type SyncJob = Job<SyncRequest, string>;
type SyncRows = NonEmpty<RowRequest<SyncRequest>>;

/** What is owed for each user whom rows name, by `userKey`, in the order of their first mention. */
type Wanted = Map<string, Claim<string>>;

/** Removing goes first, so that a full label has room for those who are added. */
const STAGE = { prepare: 0, remove: 1, add: 2 };

/** Plans to read each label once. */
export function planReading(
	requests: Array<RowRequest<SyncRequest>>,
): Array<Job<SyncRequest, undefined>> {
	return byLabel(requests).map((rows) => {
		const [{ row, request }] = rows;
		const claims = [{ rows: [row], position: 0, subject: undefined }];
		const rules = contentKey(request.rules);
		const other = rows.find((one) => contentKey(one.request.rules) !== rules);
		const refusal = other === undefined ? {} : { refusal: rulesDiffer(request.label, other.row) };
		return { request, subjects: [undefined], claims, ...refusal };
	});
}

/** Plans the changes that make each label match its rows. */
export function planChanges(
	requests: Array<RowRequest<SyncRequest>>,
	{ findings, unreadableRows, earlierRuns }: Known<SyncRequest, LabelState>,
): SyncJob[] {
	const findingByLabel = new Map(findings.map((one) => [one.job.request.label, one]));
	const labels = byLabel(requests);
	const held = removalsHeld(
		labels.map(([{ request }]) => request.label),
		unreadableRows,
	);
	return labels.flatMap((rows) => {
		const [{ request }] = rows;
		const finding = findingByLabel.get(request.label);
		const wanted = wantedBy(rows);
		switch (finding?.state) {
			case 'answered':
				return labelJobs(rows, wanted, finding.answer, {
					removalsHeld: held.get(request.label),
					partOfRun: partOfRun(request, earlierRuns),
				});
			case 'failed':
			case 'notTried':
				return [refused(rows, wanted, nothingChanged(finding.failure))];
			default:
				return [];
		}
	});
}

function labelJobs(
	rows: SyncRows,
	wanted: Wanted,
	{ present, isMissing }: LabelState,
	{ removalsHeld, partOfRun }: { removalsHeld?: JobFailure; partOfRun?: Explanation },
): SyncJob[] {
	const [{ request }] = rows;
	const { mode, dryRun } = request.rules;
	const compared = compareMembers(mode, present, wanted);
	const comparison = partOfRun === undefined ? compared : { ...compared, toRemove: [] };
	const brake = tooManyRemovals(request, present.size, comparison);
	if (brake !== undefined && !dryRun) return [refused(rows, wanted, brake)];

	const create = isMissing ? createJob(rows, comparison) : undefined;
	const removals = removalClaims(rows, wanted, comparison);
	const warning = partOfRun ?? (dryRun ? dryRunWarning(brake, removalsHeld) : undefined);
	return [
		...(create === undefined ? [] : [create]),
		{
			...keepJob(rows, comparison),
			warning: compared.toRemove.length > 0 ? warning : undefined,
		},
		...chunks(request, { kind: 'remove' }, removals).map((job) => ({
			...job,
			stage: STAGE.remove,
			refusal: dryRun ? undefined : removalsHeld,
		})),
		...chunks(request, { kind: 'add' }, comparison.toAdd).map((job) => ({
			...job,
			stage: STAGE.add,
			needs: create,
		})),
	];
}

/** When it fails, those who were to be added say so; without any, the label itself has to. */
function createJob(rows: SyncRows, { toAdd }: Comparison): SyncJob {
	const [{ request }] = rows;
	return {
		request: { ...request, step: { kind: 'create' } },
		subjects: [],
		claims: toAdd.length > 0 ? [] : [nobody(rows)],
		stage: STAGE.prepare,
	};
}

/** Nothing is called for users who stay; they have outcomes only where the output shows all. */
function keepJob(rows: SyncRows, { unchanged }: Comparison<Claim<string>>): SyncJob {
	const [{ request }] = rows;
	const isShown = request.rules.output === 'all';
	return {
		request: { ...request, step: { kind: 'keep', unchanged: unchanged.length } },
		subjects: [],
		claims: isShown ? unchanged : [nobody(rows)],
		needsNoCall: true,
	};
}

function refused(rows: SyncRows, wanted: Wanted, refusal: JobFailure): SyncJob {
	const [{ request }] = rows;
	const claims = [...wanted.values()];
	const subjects = claims.map(({ subject }) => subject);
	return { request, subjects, claims: claims.length > 0 ? claims : [nobody(rows)], refusal };
}

/** What is said of the label rather than of a user. */
function nobody(rows: SyncRows): Claim<string> {
	return { rows: rows.map(({ row }) => row), position: 0, subject: NOBODY };
}

/** @returns jobs of as many users as a call may carry. */
function chunks(request: SyncRequest, step: SyncStep, claims: Array<Claim<string>>): SyncJob[] {
	return chunk(claims, MAX_USERS_PER_CALL).map((part) => ({
		request: { ...request, step },
		subjects: part.map(({ subject }) => subject),
		claims: part,
	}));
}

/** No row names those who are removed; they come out after the last row of their label. */
function removalClaims(
	rows: SyncRows,
	wanted: Wanted,
	{ toRemove }: Comparison,
): Array<Claim<string>> {
	const { row } = rows.at(-1) ?? rows[0];
	return toRemove.map((subject, index) => ({
		rows: [row],
		position: wanted.size + index,
		subject,
		isUnnamed: true,
	}));
}

function wantedBy(rows: SyncRows): Wanted {
	const wanted: Wanted = new Map();
	for (const { row, request } of rows) {
		for (const userId of request.userIds) {
			const key = userKey(userId);
			const claim = wanted.get(key);
			if (claim === undefined) {
				wanted.set(key, { rows: [row], position: wanted.size, subject: userId });
			} else claim.rows.push(row);
		}
	}
	return wanted;
}

function byLabel(requests: Array<RowRequest<SyncRequest>>): SyncRows[] {
	return groupBy(requests, ({ request }) => request.label);
}

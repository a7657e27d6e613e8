import fc from 'fast-check';

import type { Job, ItemRequest } from '../../nodes/AgoraChatPush/planning/job.ts';
import type { SyncMode } from '../../nodes/AgoraChatPush/resources/labelMember/sync/compareMembers.ts';
import {
	planMoreReading,
	planReading,
} from '../../nodes/AgoraChatPush/resources/labelMember/sync/planReading.ts';
import { planChanges } from '../../nodes/AgoraChatPush/resources/labelMember/sync/planSync.ts';
import type {
	LabelState,
	Prefetched,
	State,
	Target,
} from '../../nodes/AgoraChatPush/resources/labelMember/sync/prefetched.ts';
import type {
	SyncRequest,
	SyncRules,
} from '../../nodes/AgoraChatPush/resources/labelMember/sync/request.ts';
import type { SyncJob } from '../../nodes/AgoraChatPush/resources/labelMember/sync/syncJob.ts';
import type { JobResult } from '../../nodes/AgoraChatPush/runJobs.ts';
import { SETTINGS } from './serviceCall.mts';

export type SyncRow = ItemRequest<SyncRequest>;

/** What the label of a sync holds, by its name. */
export type Labels = Record<string, LabelState>;

export interface Situation {
	rows: SyncRow[];
	labels: Labels;
}

const SYNC_RULES: SyncRules = {
	mode: 'mirror',
	dryRun: false,
	output: 'all',
	createMissingLabel: true,
	maxRemovalPercent: 100,
	owned: undefined,
};

export function syncRow(
	itemIndex: number,
	userIds: string[],
	{ labels = ['vip'], ...rules }: Partial<SyncRules> & { labels?: string[] } = {},
): SyncRow {
	const request: SyncRequest = {
		labels,
		userIds,
		rules: { ...SYNC_RULES, ...rules },
	};
	return { itemIndex, request, settings: SETTINGS };
}

/** As many users as asked for, from a first one on. */
export function usersFrom(first: number, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `user${first + index}`);
}

const anyUserIds = fc
	.record({ first: fc.nat(250), count: fc.nat(250), spell: anySpelling() })
	.map(({ first, count, spell }) => usersFrom(first, count).map(spell));

/** As the service may have registered a user, or as someone may write the ID into a sheet. */
export function anySpelling(): fc.Arbitrary<(userId: string) => string> {
	return fc.constantFrom(
		(userId: string) => userId,
		(userId: string) => userId.toUpperCase(),
		(userId: string) => userId.slice(0, 1).toUpperCase() + userId.slice(1),
	);
}

const LABEL_NAMES = ['vip', 'oslo'];

const anyLabels = fc.shuffledSubarray(LABEL_NAMES, { minLength: 1 });

export const anyMode = fc.constantFrom<SyncMode>('mirror', 'addMissing', 'removeExtra');

/** Rows of one label or two, with overlapping users and gaps between the rows. */
export const anySituation: fc.Arbitrary<Situation> = fc
	.record({
		rows: fc.array(fc.record({ labels: anyLabels, userIds: anyUserIds }), {
			minLength: 1,
			maxLength: 6,
		}),
		rules: fc.record({
			mode: anyMode,
			output: fc.constantFrom<SyncRules['output']>('all', 'changes', 'summary'),
		}),
		present: fc.record({ vip: anyUserIds, oslo: fc.option(anyUserIds, { nil: undefined }) }),
	})
	.map(({ rows, rules, present }) => ({
		rows: rows.map(({ labels, userIds }, index) =>
			syncRow(index * 2 + 1, userIds, { labels, ...rules }),
		),
		labels: { vip: labelOf(present.vip), oslo: labelOf(present.oslo) },
	}));

/** @param members undefined for a label that does not exist. */
export function labelOf(members: string[] | undefined): LabelState {
	return { kind: 'members', present: new Set(members), isMissing: members === undefined };
}

/** Plans all steps, between which labels are read. */
export function planSync(
	{ rows, labels }: Situation,
	unreadableItemIndexes: number[] = [],
	earlierLabels: string[] = [],
): SyncJob[] {
	const stateOf = (target: Target): State =>
		target.kind === 'members'
			? (labels[target.group.label] ?? labelOf([]))
			: { kind: 'names', names: Object.keys(labels).filter((name) => !labels[name]?.isMissing) };
	const read = (jobs: Job<Target>[]): Prefetched =>
		new Map(
			jobs.map((job): [Job<Target>, JobResult<State>] => [
				job,
				job.blockedReason === undefined
					? { state: 'succeeded', value: stateOf(job.payload) }
					: { state: 'failed', failure: job.blockedReason },
			]),
		);
	const first = read(planReading(rows));
	const prefetched = new Map([...first, ...read(planMoreReading(rows, first, []))]);
	const earlierRuns = [{ keys: earlierLabels, hadUnreadableItems: false }];
	return planChanges({ prefetched, unreadableItemIndexes, earlierRuns });
}

export function jobsOf(jobs: SyncJob[], label: string, kind?: string): SyncJob[] {
	return jobs.filter(
		({ payload: { label: name, step } }) => name === label && (kind ?? step.kind) === step.kind,
	);
}

/** Jobs that call the service, unless it is a dry run. */
export function changesOf(jobs: SyncJob[]): SyncJob[] {
	return jobs.filter(({ payload }) => ['add', 'remove'].includes(payload.step.kind));
}

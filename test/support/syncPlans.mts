import fc from 'fast-check';

import type { Job, ItemRequest } from '../../nodes/AgoraChatPush/planning/job.ts';
import type { SyncMode } from '../../nodes/AgoraChatPush/resources/labelMember/sync/compareMembers.ts';
import {
	planChanges,
	planReading,
	type LabelGroup,
	type LabelState,
} from '../../nodes/AgoraChatPush/resources/labelMember/sync/planSync.ts';
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
};

export function syncRow(
	itemIndex: number,
	userIds: string[],
	{ label = 'vip', ...rules }: Partial<SyncRules> & { label?: string } = {},
): SyncRow {
	const request: SyncRequest = {
		label,
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

export const anyMode = fc.constantFrom<SyncMode>('mirror', 'addMissing', 'removeExtra');

/** Rows of up to two labels in turn, with overlapping users and gaps between the rows. */
export const anySituation: fc.Arbitrary<Situation> = fc
	.record({
		rows: fc.array(fc.record({ label: fc.constantFrom(...LABEL_NAMES), userIds: anyUserIds }), {
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
		rows: rows.map(({ label, userIds }, index) =>
			syncRow(index * 2 + 1, userIds, { label, ...rules }),
		),
		labels: { vip: labelOf(present.vip), oslo: labelOf(present.oslo) },
	}));

/** @param members undefined for a label that does not exist. */
export function labelOf(members: string[] | undefined): LabelState {
	return { present: new Set(members), isMissing: members === undefined };
}

/** Plans both steps, between which every label is read. */
export function planSync(
	{ rows, labels }: Situation,
	unreadableItemIndexes: number[] = [],
	earlierLabels: string[] = [],
): SyncJob[] {
	const prefetched = new Map(
		planReading(rows).map((job): [Job<LabelGroup>, JobResult<LabelState>] => [
			job,
			job.blockedReason === undefined
				? { state: 'succeeded', value: labels[job.payload.label] ?? labelOf([]) }
				: { state: 'failed', failure: job.blockedReason },
		]),
	);
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

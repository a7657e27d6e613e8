import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { WHOLE_CALL } from '../../nodes/AgoraChatPush/planning/job.ts';
import { planReading } from '../../nodes/AgoraChatPush/resources/labelMember/sync/planReading.ts';
import type { SyncJob } from '../../nodes/AgoraChatPush/resources/labelMember/sync/syncJob.ts';
import {
	anySituation,
	changesOf,
	jobsOf,
	labelOf,
	planSync,
	syncRow,
	usersFrom,
} from '../support/syncPlans.mts';

/** What is told of the first job that must not be tried. */
function blockedReasonOf(jobs: SyncJob[]): { message: string; description: string } | undefined {
	const failure = jobs.find((job) => job.blockedReason !== undefined)?.blockedReason;
	return failure && { message: failure.message, description: failure.description };
}

function isRemoval({ payload }: SyncJob): boolean {
	return payload.step.kind === 'remove';
}

describe('planReading', () => {
	it('reads each label once', () => {
		fc.assert(
			fc.property(anySituation, ({ rows }) => {
				const jobs = planReading(rows);
				const names = [...new Set(rows.flatMap(({ request }) => request.labels))];
				expect(
					jobs.map(({ payload }) => payload.kind === 'members' && payload.group.label),
				).toEqual(names);
				expect(jobs.filter((job) => job.blockedReason !== undefined)).toEqual([]);
			}),
		);
	});

	it.each([
		{ mode: 'addMissing' as const },
		{ dryRun: true },
		{ output: 'summary' as const },
		{ createMissingLabel: false },
		{ maxRemovalPercent: 99 },
	])('does not read a label that a row wants synced with %j and another without', (other) => {
		const rows = [syncRow(0, ['anna']), syncRow(1, ['anna'], { labels: ['oslo'] })];
		const [vip, oslo] = planReading([...rows, syncRow(4, ['ben'], other)]);
		expect(oslo?.blockedReason).toBeUndefined();
		expect(vip?.blockedReason).toMatchObject({
			message: "Label 'vip' has other sync settings in item 4 than in the items before it",
			description: expect.stringMatching(/^Give 'Sync Mode', 'Dry Run', 'Output' .+\.$/),
		});
	});
});

it('does not read a label whose rows want its calls made in two ways', () => {
	const [one, other] = [syncRow(0, ['anna']), syncRow(1, ['ben'])];
	const [vip] = planReading([one, { ...other, settings: { ...other.settings, maxRetries: 9 } }]);
	expect(vip?.blockedReason?.message).toMatch(/^Label 'vip' has other sync settings in item 1/);
});

describe('planChanges', () => {
	it('makes no other job for a label that is refused, and owes all of its users an outcome', () => {
		const rows = [
			syncRow(0, ['anna', 'ben']),
			syncRow(1, ['carla'], { labels: ['oslo'] }),
			syncRow(2, ['ben', 'dora'], { mode: 'addMissing' }),
		];
		const jobs = planSync({ rows, labels: {} });
		expect(jobsOf(jobs, 'vip')).toEqual([
			expect.objectContaining({
				blockedReason: expect.anything(),
				expected: [
					expect.objectContaining({ subject: 'anna', itemIndexes: [0], position: 0 }),
					expect.objectContaining({ subject: 'ben', itemIndexes: [0, 2], position: 1 }),
					expect.objectContaining({ subject: 'dora', itemIndexes: [2], position: 1 }),
				],
			}),
		]);
		expect(changesOf(jobsOf(jobs, 'oslo'))).toEqual([
			expect.objectContaining({ expected: [expect.objectContaining({ subject: 'carla' })] }),
		]);
	});

	it('owes one outcome for a refused label whose rows name nobody', () => {
		const rows = [syncRow(3, []), syncRow(5, [])];
		const jobs = planSync({
			rows: rows.map(({ itemIndex }) => syncRow(itemIndex, [], { maxRemovalPercent: 0 })),
			labels: { vip: labelOf(['anna']) },
		});
		expect(jobs).toEqual([
			expect.objectContaining({
				expected: [
					expect.objectContaining({ subject: WHOLE_CALL, itemIndexes: [3, 5], position: 0 }),
				],
			}),
		]);
	});

	it('removes up to the share that is allowed, and refuses the label above it', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 300 }),
				fc.nat(100),
				fc.nat(),
				(count, percent, seed) => {
					const removed = seed % (count + 1);
					const jobs = planSync({
						rows: [syncRow(0, usersFrom(removed, count), { maxRemovalPercent: percent })],
						labels: { vip: labelOf(usersFrom(0, count)) },
					});
					const isAllowed = removed * 100 <= percent * count;
					expect(blockedReasonOf(jobs)?.message).toBe(
						isAllowed
							? undefined
							: `${removed} of the ${count} members of label 'vip' would be removed, more than ${percent} %`,
					);
					if (!isAllowed) expect(jobs).toHaveLength(1);
				},
			),
			{
				numRuns: 500,
				examples: [
					[100, 7, 7],
					[100, 14, 14],
					[200, 29, 58],
				],
			},
		);
	});

	it('holds back removals, and nothing else, when rows could not be read', () => {
		fc.assert(
			fc.property(anySituation, fc.uniqueArray(fc.nat(20), { minLength: 1 }), (situation, rows) => {
				const held = planSync(situation, rows);
				const free = planSync(situation);
				const removals = held.filter(isRemoval);
				expect(removals.filter((job) => job.blockedReason === undefined)).toEqual([]);
				expect(removals).toHaveLength(free.filter(isRemoval).length);
				const others = (jobs: SyncJob[]) =>
					jobs
						.filter((job) => !isRemoval(job))
						.map(({ payload, ...job }) => ({ ...job, kind: payload.step.kind }));
				expect(others(held)).toEqual(others(free));
			}),
		);
	});

	it.each([
		[[4], 'item 4 could not be read'],
		[[4, 9], '2 items, the first of them item 4, could not be read'],
	])('names the rows %j that could not be read', (unreadableRows, named) => {
		const labels = { vip: labelOf(['anna', 'ben']) };
		const jobs = planSync({ rows: [syncRow(0, ['anna'])], labels }, unreadableRows);
		expect(blockedReasonOf(jobs)).toEqual({
			message: `Nobody was removed, because ${named} and may name members of the label`,
			description: 'Correct what the other output items report, and run the workflow again.',
		});
	});
});

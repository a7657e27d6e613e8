import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { compareMembers } from '../../nodes/AgoraChatPush/resources/labelMember/sync/compareMembers.ts';
import type { SyncJob } from '../../nodes/AgoraChatPush/resources/labelMember/sync/syncJob.ts';
import {
	anySituation,
	changesOf,
	jobsOf,
	labelOf,
	planSync,
	syncRow,
	usersFrom,
	type Situation,
} from '../support/syncPlans.mts';

/** What a plan should come to for each label, worked out the slow and plain way. */
function comparisonsOf({ rows, labels }: Situation) {
	const names = [...new Set(rows.flatMap(({ request }) => request.labels))];
	return names.map((label) => {
		const ofLabel = rows.filter(({ request }) => request.labels.includes(label));
		const wanted = firstSpellings(ofLabel.flatMap(({ request }) => request.userIds));
		const { present, isMissing } = labels[label] ?? labelOf([]);
		const mode = ofLabel[0]?.request.rules.mode ?? 'mirror';
		const byPerson = new Map([...wanted].map((userId) => [userId.toLowerCase(), userId]));
		return { label, ofLabel, wanted, isMissing, ...compareMembers(mode, present, byPerson) };
	});
}

function firstSpellings(userIds: string[]): Set<string> {
	const isFirst = (userId: string, index: number, all: string[]) =>
		all.findIndex((one) => isSamePerson(one, userId)) === index;
	return new Set(userIds.filter(isFirst));
}

function isSamePerson(userId: string, other: string): boolean {
	return userId.toLowerCase() === other.toLowerCase();
}

describe('planChanges', () => {
	it('owes every wanted user one outcome, which answers all rows that named the user', () => {
		fc.assert(
			fc.property(anySituation, (situation) => {
				const jobs = planSync(situation);
				for (const { label, ofLabel, wanted, unchanged } of comparisonsOf(situation)) {
					const { output } = ofLabel[0]?.request.rules ?? {};
					const owed = jobsOf(jobs, label)
						.flatMap(({ expected }) => expected)
						.filter(({ subject }) => wanted.has(subject));
					const isHidden = output === 'summary';
					expect(owed.filter((one) => one.isHidden !== isHidden)).toEqual([]);
					const expected = [...wanted]
						.filter((userId) => output === 'all' || !unchanged.includes(userId))
						.map((userId) => ({
							subject: userId,
							itemIndexes: ofLabel
								.filter(({ request }) => request.userIds.some((one) => isSamePerson(one, userId)))
								.map(({ itemIndex }) => itemIndex),
						}));
					const bySubject = (a: { subject: string }, b: { subject: string }) =>
						a.subject < b.subject ? -1 : 1;
					expect(
						owed.map(({ subject, itemIndexes }) => ({ subject, itemIndexes })).sort(bySubject),
					).toEqual(expected.sort(bySubject));
				}
			}),
		);
	});

	it('makes the fewest calls, of at most 100 users, for exactly what differs', () => {
		fc.assert(
			fc.property(anySituation, (situation) => {
				const jobs = planSync(situation);
				for (const { label, toAdd, toRemove } of comparisonsOf(situation)) {
					const adding = jobsOf(jobs, label, 'add');
					const removing = jobsOf(jobs, label, 'remove');
					expect(adding.flatMap(subjectsOf)).toEqual(toAdd);
					expect(removing.flatMap(subjectsOf)).toEqual(toRemove);
					expect(adding).toHaveLength(Math.ceil(toAdd.length / 100));
					expect(removing).toHaveLength(Math.ceil(toRemove.length / 100));
				}
				for (const { expected } of changesOf(jobs)) {
					expect(expected.length).toBeLessThanOrEqual(100);
				}
			}),
		);
	});

	it('removes before it adds, and adds to a new label only once it is created', () => {
		fc.assert(
			fc.property(anySituation, (situation) => {
				const jobs = planSync(situation);
				for (const { label, isMissing } of comparisonsOf(situation)) {
					const [create, ...others] = jobsOf(jobs, label, 'create');
					expect(others).toEqual([]);
					expect(create !== undefined).toBe(isMissing);
					for (const { stage = 0, needs } of jobsOf(jobs, label, 'add')) {
						expect(needs).toBe(create);
						expect(stage).toBeGreaterThan(create?.stage ?? 0);
						for (const removal of jobsOf(jobs, label, 'remove')) {
							expect(removal.stage ?? 0).toBeLessThan(stage);
						}
					}
				}
			}),
		);
	});

	it('lets removed users come out after the wanted ones of the last row of their label', () => {
		fc.assert(
			fc.property(anySituation, (situation) => {
				const jobs = planSync(situation);
				for (const { label, ofLabel, wanted } of comparisonsOf(situation)) {
					const lastRow = ofLabel.at(-1)?.itemIndex;
					const named = jobsOf(jobs, label).flatMap(({ expected }) =>
						expected.filter(({ subject }) => wanted.has(subject)),
					);
					const lastPosition = Math.max(-1, ...named.map(({ position }) => position));
					for (const { expected } of jobsOf(jobs, label, 'remove')) {
						for (const { itemIndexes, position, withoutInputFields } of expected) {
							expect(itemIndexes).toEqual([lastRow]);
							expect(position).toBeGreaterThan(lastPosition);
							expect(withoutInputFields).toBe(true);
						}
					}
				}
			}),
		);
	});

	it('plans for a label as if there were no other', () => {
		fc.assert(
			fc.property(anySituation, (situation) => {
				const jobs = planSync(situation);
				for (const { label, ofLabel } of comparisonsOf(situation)) {
					const alone = planSync({ ...situation, rows: ofLabel });
					expect(jobsOf(jobs, label)).toEqual(jobsOf(alone, label));
				}
			}),
		);
	});

	it('does the same in a dry run', () => {
		fc.assert(
			fc.property(anySituation, (situation) => {
				const dry = situation.rows.map(({ request, ...itemIndex }) => ({
					...itemIndex,
					request: { ...request, rules: { ...request.rules, dryRun: true } },
				}));
				const shape = (rows: Situation['rows']) =>
					planSync({ ...situation, rows }).map(({ payload, expected, stage }) => ({
						kind: payload.step.kind,
						expected,
						stage,
					}));
				expect(shape(dry)).toEqual(shape(situation.rows));
			}),
		);
	});
});

it('makes one call for 100 users and two for 101', () => {
	const callsFor = (count: number) =>
		planSync({ rows: [syncRow(0, usersFrom(0, count))], labels: {} });
	expect(changesOf(callsFor(100))).toHaveLength(1);
	expect(changesOf(callsFor(101))).toHaveLength(2);
});

function subjectsOf({ expected }: SyncJob): string[] {
	return expected.map(({ subject }) => subject);
}

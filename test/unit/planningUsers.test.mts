import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { ExpectedOutcome, Job, RowRequest } from '../../nodes/AgoraChatPush/planning/job.ts';
import {
	MAX_USERS_PER_CALL,
	planForUsers,
	type UsersRequest,
} from '../../nodes/AgoraChatPush/planning/planners.ts';
import { SETTINGS } from '../support/serviceCall.mts';
import { anySpelling } from '../support/syncPlans.mts';

interface Shared {
	title: string;
	callSize: number;
}

type Rows = RowRequest<UsersRequest<Shared>>[];

const anyUserIds = fc
	.record({ first: fc.nat(150), count: fc.nat(250) })
	.map(({ first, count }) => userIds(first, count));

/** Rows of few different messages, with overlapping users in any case, gaps between rows and keys in any order. */
const anyRows: fc.Arbitrary<Rows> = fc
	.array(
		fc.record({
			users: anyUserIds,
			title: fc.constantFrom('A', 'B'),
			callSize: fc.constantFrom(1, 7, MAX_USERS_PER_CALL),
			titleFirst: fc.boolean(),
			spell: anySpelling(),
		}),
		{ maxLength: 6 },
	)
	.map((drawn) =>
		drawn.map(({ users, title, callSize, titleFirst, spell }, index) => ({
			row: index * 2 + 1,
			request: {
				userIds: users.map(spell),
				shared: titleFirst ? { title, callSize } : { callSize, title },
			},
			settings: SETTINGS,
		})),
	);

const plan = (rows: Rows) => planForUsers(rows, ({ callSize }) => callSize);

describe('planForUsers', () => {
	it('owes each user of each row one outcome, at its place in the row', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const owed = plan(rows).flatMap(({ expected }) => expected.flatMap(linesOf));
				const asked = rows.flatMap(({ row, request }) =>
					request.userIds.map((userId, position) => line([row], position, userId)),
				);
				expect(owed.sort()).toEqual(asked.sort());
			}),
		);
	});

	it('spells a user of a call as the first of the places does, under the message of their rows', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const sharedByRow = new Map(rows.map(({ row, request }) => [row, request.shared]));
				for (const { payload, expected } of plan(rows)) {
					for (const { subject, rows: named, morePlaces = [] } of expected) {
						const spellings = [subject, ...morePlaces.map(({ spelling }) => spelling)];
						expect(firstSpellings(spellings)).toEqual([subject]);
						for (const row of [...named, ...morePlaces.flatMap((place) => place.rows)]) {
							expect(payload).toEqual(sharedByRow.get(row));
						}
					}
				}
			}),
		);
	});

	it('makes no call that is empty or above its size', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const misfits = plan(rows).filter(
					({ payload, expected }) => expected.length < 1 || expected.length > payload.callSize,
				);
				expect(misfits).toEqual([]);
			}),
		);
	});

	it('makes the fewest calls that hold the distinct users of each message', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const fewest = groupsOf(rows).map(({ callSize, users }) =>
					Math.ceil(users.length / callSize),
				);
				expect(plan(rows)).toHaveLength(fewest.reduce((sum, calls) => sum + calls, 0));
			}),
		);
	});

	it('names each user once for each message, messages and users in the order of the rows', () => {
		fc.assert(
			fc.property(anyRows, (rows) => {
				const planned = new Map<string, string[]>();
				for (const job of plan(rows)) {
					const key = groupName(job.payload);
					planned.set(key, [...(planned.get(key) ?? []), ...subjectsOf(job)]);
				}
				const expected = groupsOf(rows).filter(({ users }) => users.length > 0);
				expect([...planned]).toEqual(expected.map(({ name, users }) => [name, users]));
			}),
		);
	});

	it('fills calls with 100 users unless told otherwise', () => {
		const rows = [
			{ row: 0, request: { userIds: userIds(0, 150), shared: 'message' }, settings: SETTINGS },
			{ row: 1, request: { userIds: userIds(50, 200), shared: 'message' }, settings: SETTINGS },
		];
		const sizes = planForUsers(rows).map(({ expected }) => expected.length);
		expect(sizes).toEqual([100, 100, 50]);
	});

	it('makes one call for 100 users and two for 101', () => {
		const callsFor = (count: number) =>
			planForUsers([
				{ row: 0, request: { userIds: userIds(0, count), shared: 'message' }, settings: SETTINGS },
			]);
		expect(callsFor(100)).toHaveLength(1);
		expect(callsFor(101)).toHaveLength(2);
	});
});

/** What the plan should come to, worked out the slow and plain way. */
function groupsOf(rows: Rows): { name: string; callSize: number; users: string[] }[] {
	const names = [...new Set(rows.map(({ request }) => groupName(request.shared)))];
	return names.map((name) => {
		const requests = rows
			.map(({ request }) => request)
			.filter(({ shared }) => groupName(shared) === name);
		const users = firstSpellings(requests.flatMap((request) => request.userIds));
		return { name, callSize: requests[0]?.shared.callSize ?? 0, users };
	});
}

function firstSpellings(users: string[]): string[] {
	const spellings = new Map<string, string>();
	for (const userId of users.toReversed()) spellings.set(userId.toLowerCase(), userId);
	return [...new Set(users.map((userId) => spellings.get(userId.toLowerCase()) ?? ''))];
}

function groupName({ title, callSize }: Shared): string {
	return `${title} by ${callSize}`;
}

function subjectsOf({ expected }: Job): string[] {
	return expected.map(({ subject }) => subject);
}

function linesOf({ subject, morePlaces = [], ...place }: ExpectedOutcome): string[] {
	return [{ ...place, spelling: subject }, ...morePlaces].map(({ rows, position, spelling }) =>
		line(rows, position, spelling),
	);
}

function line(rows: number[], position: number, userId: string): string {
	return `row ${rows.join('+')} position ${position} ${userId}`;
}

function userIds(first: number, count: number): string[] {
	return Array.from({ length: count }, (_, index) => `user${first + index}`);
}

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
	compareMembers,
	type SyncMode,
} from '../../nodes/AgoraChatPush/resources/labelMember/sync/compareMembers.ts';

/** In either case; from so few that members and wanted users overlap, and one may hold all of the other. */
const anyUser = fc
	.tuple(fc.nat(12), fc.boolean())
	.map(([number, isCapital]) => `${isCapital ? 'USER' : 'user'}-${number}`);

/** As the service has them: where case counts, both spellings of a user may be members. */
const anyMembers = fc.uniqueArray(anyUser, { maxLength: 16 });

/** As rows name them, each user once. */
const anyWanted = fc.uniqueArray(anyUser, { maxLength: 12, selector: personOf });

const anyLabel = fc.record({ present: anyMembers, wanted: anyWanted });

/** What each mode is for: who must be in the label afterwards. */
const PEOPLE_AFTERWARDS: Record<SyncMode, (present: string[], wanted: string[]) => string[]> = {
	mirror: (_present, wanted) => wanted,
	addMissing: (present, wanted) => [...present, ...wanted],
	removeExtra: (present, wanted) => present.filter((member) => holds(wanted, member)),
};

describe.each(['mirror', 'addMissing', 'removeExtra'] as const)('compareMembers: %s', (mode) => {
	it('finds the changes that lead to the people whom the mode is for', () => {
		fc.assert(
			fc.property(anyLabel, ({ present, wanted }) => {
				const { toAdd, toRemove } = compare(mode, present, wanted);
				const afterwards = [...present.filter((member) => !toRemove.includes(member)), ...toAdd];
				expect(peopleIn(afterwards)).toEqual(peopleIn(PEOPLE_AFTERWARDS[mode](present, wanted)));
			}),
		);
	});

	it('finds nothing to change that fits already, in whatever case', () => {
		fc.assert(
			fc.property(anyLabel, ({ present, wanted }) => {
				const { toAdd, toRemove } = compare(mode, present, wanted);
				expect(toAdd.filter((userId) => holds(present, userId))).toEqual([]);
				expect(toRemove.filter((member) => holds(wanted, member))).toEqual([]);
			}),
		);
	});

	it('removes members in the spelling in which they are registered', () => {
		fc.assert(
			fc.property(anyLabel, ({ present, wanted }) => {
				const { toRemove } = compare(mode, present, wanted);
				expect(toRemove).toEqual(present.filter((member) => toRemove.includes(member)));
			}),
		);
	});

	it('says of every wanted user once, as written and in their order, whether something changes', () => {
		fc.assert(
			fc.property(anyLabel, ({ present, wanted }) => {
				const { toAdd, unchanged } = compare(mode, present, wanted);
				expect([...toAdd, ...unchanged].sort()).toEqual(wanted.toSorted());
				expect(toAdd).toEqual(wanted.filter((userId) => toAdd.includes(userId)));
				expect(unchanged).toEqual(wanted.filter((userId) => unchanged.includes(userId)));
			}),
		);
	});

	it('finds nothing to do when done a second time, however the service spells who was added', () => {
		fc.assert(
			fc.property(anyLabel, ({ present, wanted }) => {
				const after = PEOPLE_AFTERWARDS[mode](present, wanted).map((userId) =>
					userId.toUpperCase(),
				);
				const { toAdd, toRemove } = compare(mode, after, wanted);
				expect([...toAdd, ...toRemove]).toEqual([]);
			}),
		);
	});
});

it('is told apart by its modes', () => {
	const present = ['anna', 'ben'];
	const wanted = ['Ben', 'carla'];
	expect(compare('mirror', present, wanted)).toEqual({
		toAdd: ['carla'],
		toRemove: ['anna'],
		unchanged: ['Ben'],
	});
	expect(compare('addMissing', present, wanted)).toEqual({
		toAdd: ['carla'],
		toRemove: [],
		unchanged: ['Ben'],
	});
	expect(compare('removeExtra', present, wanted)).toEqual({
		toAdd: [],
		toRemove: ['anna'],
		unchanged: ['Ben', 'carla'],
	});
});

function compare(mode: SyncMode, present: string[], wanted: string[]) {
	return compareMembers(mode, present, new Map(wanted.map((userId) => [personOf(userId), userId])));
}

function personOf(userId: string): string {
	return userId.toLowerCase();
}

function holds(userIds: string[], userId: string): boolean {
	return userIds.some((one) => personOf(one) === personOf(userId));
}

function peopleIn(userIds: string[]): Set<string> {
	return new Set(userIds.map(personOf));
}

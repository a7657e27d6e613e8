import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import {
	compareMembers,
	type SyncMode,
} from '../../nodes/AgoraChatPush/planning/compareMembers.ts';

/** From so few that members and wanted users overlap, and one may hold all of the other. */
const anyUsers = fc
	.uniqueArray(
		fc.nat(12).map((number) => `user-${number}`),
		{ maxLength: 12 },
	)
	.map((userIds) => new Set(userIds));

/** What each mode is for: who must be in the label afterwards. */
const MEMBERS_AFTERWARDS: Record<SyncMode, (present: Users, wanted: Users) => string[]> = {
	mirror: (_present, wanted) => [...wanted],
	addMissing: (present, wanted) => [...new Set([...present, ...wanted])],
	removeExtra: (present, wanted) => [...present].filter((userId) => wanted.has(userId)),
};

type Users = ReadonlySet<string>;

describe.each(['mirror', 'addMissing', 'removeExtra'] as const)('compareMembers: %s', (mode) => {
	it('finds the changes that lead to the members whom the mode is for', () => {
		fc.assert(
			fc.property(anyUsers, anyUsers, (present, wanted) => {
				const { toAdd, toRemove } = compareMembers(mode, present, wanted);
				const afterwards = new Set(present);
				for (const userId of toRemove) afterwards.delete(userId);
				for (const userId of toAdd) afterwards.add(userId);
				expect(afterwards).toEqual(new Set(MEMBERS_AFTERWARDS[mode](present, wanted)));
			}),
		);
	});

	it('finds nothing to change that fits already', () => {
		fc.assert(
			fc.property(anyUsers, anyUsers, (present, wanted) => {
				const { toAdd, toRemove } = compareMembers(mode, present, wanted);
				expect(toAdd.filter((userId) => present.has(userId))).toEqual([]);
				expect(toRemove.filter((userId) => !present.has(userId))).toEqual([]);
				expect(toRemove.filter((userId) => wanted.has(userId))).toEqual([]);
			}),
		);
	});

	it('says of every wanted user once, in their order, whether something changes', () => {
		fc.assert(
			fc.property(anyUsers, anyUsers, (present, wanted) => {
				const { toAdd, unchanged } = compareMembers(mode, present, wanted);
				const inOrder = [...wanted];
				expect([...toAdd, ...unchanged].sort()).toEqual([...wanted].sort());
				expect(toAdd).toEqual(inOrder.filter((userId) => toAdd.includes(userId)));
				expect(unchanged).toEqual(inOrder.filter((userId) => unchanged.includes(userId)));
			}),
		);
	});

	it('finds nothing to do when done a second time', () => {
		fc.assert(
			fc.property(anyUsers, anyUsers, (present, wanted) => {
				const after = new Set(MEMBERS_AFTERWARDS[mode](present, wanted));
				const { toAdd, toRemove } = compareMembers(mode, after, wanted);
				expect([...toAdd, ...toRemove]).toEqual([]);
			}),
		);
	});

	it('leaves what it was given as it is', () => {
		const present = new Set(['anna', 'ben']);
		const wanted = new Set(['ben', 'carla']);
		compareMembers(mode, present, wanted);
		expect([...present]).toEqual(['anna', 'ben']);
		expect([...wanted]).toEqual(['ben', 'carla']);
	});
});

it('is told apart by its modes', () => {
	const present = new Set(['anna', 'ben']);
	const wanted = new Set(['ben', 'carla']);
	expect(compareMembers('mirror', present, wanted)).toEqual({
		toAdd: ['carla'],
		toRemove: ['anna'],
		unchanged: ['ben'],
	});
	expect(compareMembers('addMissing', present, wanted)).toEqual({
		toAdd: ['carla'],
		toRemove: [],
		unchanged: ['ben'],
	});
	expect(compareMembers('removeExtra', present, wanted)).toEqual({
		toAdd: [],
		toRemove: ['anna'],
		unchanged: ['ben', 'carla'],
	});
});

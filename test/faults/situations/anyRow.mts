import fc from 'fast-check';

import { anySpelling } from '../../support/syncPlans.mts';
import {
	BROKEN_CELLS,
	COLUMN,
	LISTS_IN_OTHER_CLOTHES,
	NUMBERS_WITH_SEPARATORS,
	TOO_LONG,
	UNUSUAL_USER,
	VALUES_THAT_ARE_NO_TEXT,
	type Entry,
} from './entries.mts';
import { LABELS, LARGE_POOL, MESSAGES, SMALL_POOL, type SheetRow } from './situation.mts';

const smallUser = fc.constantFrom(
	...SMALL_POOL.map(({ id }) => id).filter((id) => id !== UNUSUAL_USER),
);

const spelled = (user: fc.Arbitrary<string>): fc.Arbitrary<string> =>
	fc.tuple(user, anySpelling()).map(([id, spell]) => spell(id));

const cellEntry: fc.Arbitrary<Entry> = fc.oneof(
	{ weight: 64, arbitrary: smallUser },
	{ weight: 24, arbitrary: spelled(smallUser) },
	{ weight: 12, arbitrary: smallUser.map((id) => ` ${id} `) },
	{ weight: 8, arbitrary: fc.constantFrom('', '  ', null) },
	{ weight: 4, arbitrary: fc.constantFrom(UNUSUAL_USER, ` ${UNUSUAL_USER} `) },
	{ weight: 3, arbitrary: fc.constantFrom(...BROKEN_CELLS) },
	{ weight: 1, arbitrary: spelled(fc.constant(COLUMN)) },
	{ weight: 1, arbitrary: fc.constant(TOO_LONG) },
	{ weight: 1, arbitrary: fc.constantFrom(...NUMBERS_WITH_SEPARATORS) },
	{ weight: 1, arbitrary: fc.constantFrom(...LISTS_IN_OTHER_CLOTHES) },
	{ weight: 1, arbitrary: fc.constantFrom(...VALUES_THAT_ARE_NO_TEXT) },
);

const manyUsers = (least: number, most: number): fc.Arbitrary<string[]> =>
	fc
		.record({
			first: fc.nat(20),
			count: fc.integer({ min: least, max: most }),
			spell: anySpelling(),
		})
		.map(({ first, count, spell }) => LARGE_POOL.slice(first, first + count).map(spell));

/** A few, doubles and blanks among them, so many that several calls are needed, or the header again. */
const anyUsers = fc.oneof<fc.MaybeWeightedArbitrary<Entry[]>[]>(
	{ weight: 36, arbitrary: fc.array(cellEntry, { maxLength: 4 }) },
	{ weight: 2, arbitrary: manyUsers(1, 90) },
	{ weight: 4, arbitrary: manyUsers(90, 240) },
	{ weight: 1, arbitrary: spelled(fc.constant(COLUMN)).map((header) => [header]) },
);

const anyLabel = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom('vip', 'oslo', 'big') },
	{ weight: 3, arbitrary: fc.constant('ghost') },
	{ weight: 1, arbitrary: fc.constant('no name') },
);

/** Mostly one; that no row names `old` is what makes it a label that nobody names. */
const anyTags = fc.oneof(
	{ weight: 12, arbitrary: anyLabel.map((label) => [label]) },
	{ weight: 6, arbitrary: fc.shuffledSubarray(['vip', 'oslo', 'big', 'ghost']) },
	{ weight: 1, arbitrary: fc.shuffledSubarray([...LABELS], { maxLength: 5 }) },
);

const anyMessage = fc.oneof(
	{ weight: 20, arbitrary: fc.nat(MESSAGES.length - 2) },
	{ weight: 1, arbitrary: fc.constant(MESSAGES.length - 1) },
);

const anyRow: fc.Arbitrary<SheetRow> = fc.record({
	users: anyUsers,
	writtenAs: fc.oneof(
		{ weight: 24, arbitrary: fc.constantFrom<SheetRow['writtenAs'][]>('list', 'commas', 'lines') },
		{ weight: 1, arbitrary: fc.constant<SheetRow['writtenAs']>('json') },
	),
	message: anyMessage,
	label: anyLabel,
	labels: fc.oneof(
		{ weight: 12, arbitrary: fc.subarray([...LABELS.slice(0, 3)], { minLength: 1 }) },
		{ weight: 3, arbitrary: fc.subarray([...LABELS]) },
	),
	tags: anyTags,
});

/** One good row with so many users that, called one by one, some still wait when a call fails. */
const longRow = manyUsers(220, 240).map((users): SheetRow => ({
	users,
	writtenAs: 'list',
	message: 0,
	label: 'big',
	labels: ['big'],
	tags: ['big'],
}));

export const anyRows = fc.oneof(
	{ weight: 6, arbitrary: fc.array(anyRow, { minLength: 1, maxLength: 6 }) },
	{ weight: 1, arbitrary: longRow.map((row) => [row]) },
);

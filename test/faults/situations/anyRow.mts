import fc from 'fast-check';

import { anySpelling } from '../../support/syncPlans.mts';
import { LABELS, LARGE_POOL, MESSAGES, SMALL_POOL, TOO_LONG, type SheetRow } from './situation.mts';

const smallUser = fc.constantFrom(...SMALL_POOL.map(({ id }) => id));

const cellEntry = fc.oneof(
	{ weight: 16, arbitrary: smallUser },
	{ weight: 6, arbitrary: fc.tuple(smallUser, anySpelling()).map(([id, spell]) => spell(id)) },
	{ weight: 3, arbitrary: smallUser.map((id) => ` ${id} `) },
	{ weight: 3, arbitrary: fc.constantFrom('', '  ') },
	{ weight: 1, arbitrary: fc.constant(TOO_LONG) },
);

const manyUsers = (least: number, most: number): fc.Arbitrary<string[]> =>
	fc
		.record({
			first: fc.nat(20),
			count: fc.integer({ min: least, max: most }),
			spell: anySpelling(),
		})
		.map(({ first, count, spell }) => LARGE_POOL.slice(first, first + count).map(spell));

/** A few, doubles and blanks among them, or so many that several calls are needed. */
const anyUsers = fc.oneof(
	{ weight: 18, arbitrary: fc.array(cellEntry, { maxLength: 4 }) },
	{ weight: 1, arbitrary: manyUsers(1, 90) },
	{ weight: 2, arbitrary: manyUsers(90, 240) },
);

const anyLabel = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom('vip', 'oslo', 'big') },
	{ weight: 3, arbitrary: fc.constant('ghost') },
	{ weight: 1, arbitrary: fc.constant('no name') },
);

const anyMessage = fc.oneof(
	{ weight: 20, arbitrary: fc.nat(MESSAGES.length - 2) },
	{ weight: 1, arbitrary: fc.constant(MESSAGES.length - 1) },
);

const anyRow: fc.Arbitrary<SheetRow> = fc.record({
	users: anyUsers,
	writtenAs: fc.constantFrom('list', 'commas', 'lines'),
	message: anyMessage,
	label: anyLabel,
	labels: fc.oneof(
		{ weight: 12, arbitrary: fc.subarray([...LABELS.slice(0, 3)], { minLength: 1 }) },
		{ weight: 3, arbitrary: fc.subarray([...LABELS]) },
	),
});

/** One good row with so many users that, called one by one, some still wait when a call fails. */
const longRow = manyUsers(220, 240).map((users): SheetRow => ({
	users,
	writtenAs: 'list',
	message: 0,
	label: 'big',
	labels: ['big'],
}));

export const anyRows = fc.oneof(
	{ weight: 6, arbitrary: fc.array(anyRow, { minLength: 1, maxLength: 6 }) },
	{ weight: 1, arbitrary: longRow.map((row) => [row]) },
);

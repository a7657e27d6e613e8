import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import type { SyncMode } from '../../nodes/AgoraChatPush/resources/labelMember/sync/compareMembers.ts';
import type { UserIdCase, WeatherRule } from '../../simulator/index.mts';
import { anyMode, anySpelling, usersFrom } from './syncPlans.mts';

/** A label as it is, and a sheet of what it should be. */
export interface LabelAndSheet {
	mode: SyncMode;
	present: string[];
	wanted: string[];
	/**
	 * Name the wanted users, several in a row and some of them twice; in other case than they are
	 * registered in, if the service finds them all the same.
	 */
	rows: IDataObject[];
	userIdCase: UserIdCase;
}

const USERS = 320;

/** Every user whom a situation may be about. */
export const ALL_USERS = usersFrom(0, USERS);

/** A handful, so that any of them may be missing, or enough for several calls. */
const anyUsers = fc.oneof(
	fc.subarray(usersFrom(0, 8)),
	fc
		.record({ first: fc.nat(100), count: fc.nat(USERS - 100) })
		.map(({ first, count }) => usersFrom(first, count)),
);

export const anyLabelAndSheet: fc.Arbitrary<LabelAndSheet> = fc
	.record({
		mode: anyMode,
		present: anyUsers,
		wanted: anyUsers,
		usersInRow: fc.integer({ min: 1, max: 90 }),
		dialect: fc.oneof(
			fc.record({
				userIdCase: fc.constantFrom<UserIdCase>('foldToRegistered', 'foldAndEcho'),
				spell: anySpelling(),
			}),
			fc.record({
				userIdCase: fc.constantFrom<UserIdCase>('refuseCapitals', 'distinct'),
				spell: fc.constant((userId: string) => userId),
			}),
		),
	})
	.map(({ usersInRow, dialect: { userIdCase, spell }, ...situation }) => ({
		...situation,
		rows: rowsOf(situation.wanted, usersInRow, spell),
		userIdCase,
	}));

/** Who must be in the label when all went well. */
export function membersAfter({ mode, present, wanted }: LabelAndSheet): string[] {
	const asked = new Set(wanted);
	switch (mode) {
		case 'mirror':
			return wanted.toSorted();
		case 'addMissing':
			return [...new Set([...present, ...wanted])].sort();
		case 'removeExtra':
			return present.filter((userId) => asked.has(userId)).sort();
	}
}

/** Refusals, breakdowns and lost answers, of which the service passes a few at once. */
const anyRule: fc.Arbitrary<WeatherRule> = fc.record(
	{
		weather: fc.oneof(
			fc.constantFrom<WeatherRule['weather']>(
				{ kind: 'status', status: 429, retryAfter: '0' },
				{ kind: 'status', status: 503, retryAfter: '0' },
				{ kind: 'status', status: 500 },
				{ kind: 'status', status: 502, page: 'html', retryAfter: '0' },
			),
			fc.constantFrom<WeatherRule['weather']>(
				{ kind: 'reset' },
				{ kind: 'empty' },
				{ kind: 'halfJson' },
			),
		),
		method: fc.constantFrom('GET', 'POST', 'DELETE', 'DELETE'),
		times: fc.integer({ min: 1, max: 4 }),
		afterEffect: fc.boolean(),
	},
	{ requiredKeys: ['weather', 'method', 'times', 'afterEffect'] },
);

export const anyWeather = fc.array(anyRule, { maxLength: 4 });

/** The last row names all that the first one names once more; a row that names nobody is fine. */
function rowsOf(
	wanted: string[],
	usersInRow: number,
	spell: (userId: string) => string,
): IDataObject[] {
	const rows: IDataObject[] = [];
	for (let start = 0; start < wanted.length; start += usersInRow) {
		rows.push({ users: wanted.slice(start, start + usersInRow).map(spell) });
	}
	return [...rows, { users: wanted.slice(0, usersInRow) }];
}

import {
	BROKEN_CELLS,
	COLUMN,
	LISTS_IN_OTHER_CLOTHES,
	NUMBERS_WITH_SEPARATORS,
	TOO_LONG,
	UNUSUAL_USER,
	type Entry,
} from '../situations/entries.mts';
import type { Choices, SheetRow } from '../situations/situation.mts';
import { personOf } from './model.mts';

type Cell = Pick<SheetRow, 'users' | 'writtenAs'>;

/** Whom a good row names: trimmed, without blanks, and everyone once, as first written. */
export function usersOf({ users }: Cell): string[] {
	const trimmed = users.map(textOf).filter((user) => user !== '');
	const people = trimmed.map(personOf);
	return trimmed.filter((_user, index) => people.indexOf(people[index] ?? '') === index);
}

export function hasBadUsers(row: Cell, choices: Choices): boolean {
	return namesNobody(row) || namesNoUser(row, choices);
}

export function namesNobody(row: Cell): boolean {
	return writtenIn(row).length === 0;
}

/** No user IDs, whatever is allowed. */
const NEVER_USERS = [TOO_LONG, ...NUMBERS_WITH_SEPARATORS, ...LISTS_IN_OTHER_CLOTHES];

/** User IDs with 'Allow Any User ID' alone. */
const SELDOM_USERS = [UNUSUAL_USER, ...BROKEN_CELLS];

/** Whether a row holds what is no user ID, so that it may name anybody. */
export function namesNoUser(row: Cell, { allowAnyUserId }: Choices): boolean {
	const written = writtenIn(row);
	const isHeader = written.length === 1 && personOf(textOf(written[0] ?? null)) === COLUMN;
	return (
		written.some((entry) => typeof entry !== 'string' || NEVER_USERS.includes(entry)) ||
		(!allowAnyUserId && (isHeader || written.some((entry) => SELDOM_USERS.includes(textOf(entry)))))
	);
}

/** In a list something is missing where nothing stands; among texts it is blank. */
function writtenIn({ users, writtenAs }: Cell): Entry[] {
	const isList = writtenAs === 'list' || writtenAs === 'json';
	return users.filter((entry) => textOf(entry) !== '' || (isList && entry === null));
}

function textOf(entry: Entry): string {
	if (entry === null) return '';
	return typeof entry === 'string' ? entry.trim() : JSON.stringify(entry);
}

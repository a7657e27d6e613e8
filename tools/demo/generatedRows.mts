import type { IDataObject } from 'n8n-workflow';

import type { SeedLabel, SeedUser } from '../../simulator/index.mts';

export const ORDER_STATES = [
	{ status: 'on its way', details: 'It arrives tomorrow between 9 and 12.' },
	{ status: 'ready for pickup', details: 'Come by until Saturday.' },
	{ status: 'delayed', details: 'We expect it two days later.' },
];

/** The tags of the rows, each with the distance of the rows that have it. */
const TAGGED_ROWS = { 'tag-vip': 2, 'tag-berlin': 3, 'tag-yearly': 5 };

/** What the shop sends for the row of that number, from 1. */
export function orderUpdate(rowNumber: number): IDataObject {
	const state = ORDER_STATES[rowNumber % ORDER_STATES.length];
	return {
		headers: { 'content-type': 'application/json' },
		params: {},
		query: {},
		body: { userId: userIdOfRow(rowNumber), orderId: `A-${rowNumber}`, ...state },
	};
}

/** The sheet's row of that number, from 1; the first line of a sheet holds its headings. */
export function sheetRow(rowNumber: number): IDataObject {
	return {
		row_number: rowNumber + 1,
		user_id: userIdOfRow(rowNumber),
		name: `Customer ${rowNumber}`,
		plan: rowNumber % 2 === 0 ? 'yearly' : 'monthly',
	};
}

/** The data table's row of that number, from 1. */
export function tableRow(rowNumber: number): IDataObject {
	const { user_id, name, plan } = sheetRow(rowNumber);
	return { id: rowNumber, user_id, name, plan };
}

/** The row of that number, from 1, of the data table with a column of tags, which may be empty. */
export function tagRow(rowNumber: number): IDataObject {
	const { id, user_id, name } = tableRow(rowNumber);
	return { id, user_id, name, tags: tagsOfRow(rowNumber).join(', ') };
}

/** The users of the app behind so many generated rows. */
export function generatedUsers(rowCount: number): SeedUser[] {
	return Array.from({ length: rowCount }, (_, index) => index + 1)
		.filter((rowNumber) => kindOfRow(rowNumber) === 'user')
		.map((rowNumber) => ({ id: userIdOfRow(rowNumber), devices: devicesOfRow(rowNumber) }));
}

/**
 * The labels before their sync: of two, a tenth of the users is not in them yet; some members are in
 * no row any more; 'tag-winter' has those alone, and 'tag-yearly' is still missing.
 */
export function generatedLabels(rowCount: number): SeedLabel[] {
	const members = generatedUsers(rowCount).map(({ id }) => id);
	const present = members.filter((id) => !id.endsWith('0'));
	const former = Array.from(
		{ length: Math.ceil(rowCount / 50) },
		(_, index) => `former-${index + 1}`,
	);
	return [
		{ name: 'newsletter', members: [...present, ...former] },
		{ name: 'tag-vip', members: present.filter((id) => tagsOfUser(id).includes('tag-vip')) },
		{ name: 'tag-berlin', members: members.filter((id) => tagsOfUser(id).includes('tag-berlin')) },
		{ name: 'tag-winter', members: former },
	];
}

function tagsOfUser(id: string): string[] {
	return tagsOfRow(Number(id.replace('user-', '')));
}

/** The tags of the row of that number; every fourth row or so has none. */
function tagsOfRow(rowNumber: number): string[] {
	return Object.entries(TAGGED_ROWS).flatMap(([tag, every]) =>
		rowNumber % every === 0 ? [tag] : [],
	);
}

/** Of 100 rows, 1 is blank, 1 repeats the row before, 2 name nobody and 4 a user without device. */
function kindOfRow(rowNumber: number): 'blank' | 'repeated' | 'unknown' | 'user' {
	if (rowNumber % 100 === 0) return 'blank';
	if (rowNumber % 100 === 50) return 'repeated';
	return rowNumber % 50 === 25 ? 'unknown' : 'user';
}

function userIdOfRow(rowNumber: number): string {
	switch (kindOfRow(rowNumber)) {
		case 'blank':
			return '';
		case 'repeated':
			return userIdOfRow(rowNumber - 1);
		case 'unknown':
			return `unknown-${rowNumber}`;
		case 'user':
			return `user-${rowNumber}`;
	}
}

function devicesOfRow(rowNumber: number): string[] {
	if (rowNumber % 20 === 10) return [];
	return rowNumber % 3 === 0 ? ['apns'] : ['fcm'];
}

import type { IDataObject } from 'n8n-workflow';

import type { SeedLabel, SeedUser } from '../../simulator/index.mts';

const ORDER_STATES = [
	{ status: 'on its way', details: 'It arrives tomorrow between 9 and 12.' },
	{ status: 'ready for pickup', details: 'Come by until Saturday.' },
	{ status: 'delayed', details: 'We expect it two days later.' },
];

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

/** The users of the app behind so many generated rows. */
export function generatedUsers(rowCount: number): SeedUser[] {
	return Array.from({ length: rowCount }, (_, index) => index + 1)
		.filter((rowNumber) => kindOfRow(rowNumber) === 'user')
		.map((rowNumber) => ({ id: userIdOfRow(rowNumber), devices: devicesOfRow(rowNumber) }));
}

/** The label before its sync: a tenth of the users is not in it yet, and some are in no row any more. */
export function generatedLabel(rowCount: number): SeedLabel {
	const present = generatedUsers(rowCount).filter(({ id }) => !id.endsWith('0'));
	const former = Array.from(
		{ length: Math.ceil(rowCount / 50) },
		(_, index) => `former-${index + 1}`,
	);
	return { name: 'newsletter', members: [...present.map(({ id }) => id), ...former] };
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

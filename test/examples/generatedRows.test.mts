import { describe, expect, it } from '@jest/globals';

import {
	generatedLabel,
	generatedUsers,
	orderUpdate,
	sheetRow,
} from '../../tools/demo/generatedRows.mts';

const rowNumbers = Array.from({ length: 1000 }, (_, index) => index + 1);
const userIds = rowNumbers
	.map((rowNumber) => sheetRow(rowNumber).user_id)
	.filter((id) => typeof id === 'string');

describe('generated rows', () => {
	it('are the same in every run and for every number of rows', () => {
		expect(rowNumbers.map(sheetRow)).toEqual(rowNumbers.map(sheetRow));
		expect(generatedUsers(1000).slice(0, 20)).toEqual(generatedUsers(21).slice(0, 20));
		expect(sheetRow(7)).toEqual({
			row_number: 8,
			user_id: 'user-7',
			name: 'Customer 7',
			plan: 'monthly',
		});
	});

	it('hold a few blank, repeated and unknown users among many known ones', () => {
		const known = new Set(generatedUsers(1000).map(({ id }) => id));
		const unknown = userIds.filter((id) => id !== '' && !known.has(id));

		expect(userIds).toHaveLength(1000);
		expect(userIds.filter((id) => id === '')).toHaveLength(10);
		expect(unknown).toHaveLength(20);
		expect(known.size).toBe(960);
		expect(userIds.length - new Set(userIds).size).toBe(9 + 10);
	});

	it('hold some users without a device', () => {
		const withoutDevice = generatedUsers(1000).filter(({ devices }) => devices?.length === 0);

		expect(withoutDevice).toHaveLength(40);
	});

	it.each([1, 2, 10, 1000, 10_000])(
		'leave of %i rows at least half of the label as it is, which is what the brake allows',
		(rowCount) => {
			const { members = [] } = generatedLabel(rowCount);
			const users = new Set(generatedUsers(rowCount).map(({ id }) => id));
			const leaving = members.filter((member) => !users.has(member));

			expect(leaving.length).toBeGreaterThan(0);
			expect(leaving.length).toBeLessThanOrEqual(members.length / 2);
		},
	);

	it('name the same user in the shop and in the sheet', () => {
		expect(orderUpdate(7)).toMatchObject({
			body: { userId: 'user-7', orderId: 'A-7', status: 'ready for pickup' },
		});
		expect(orderUpdate(100)).toMatchObject({ body: { userId: '' } });
	});
});

import { usersOf } from '../models/cells.mts';
import { personOf } from '../models/model.mts';
import type { Check } from './judge.mts';

/** Outcomes spell a user as their first row does, and one whom no row names as he is registered. */
export const spelling: Check = ({ evidence: { goodRows, situation }, reports }) => {
	if (situation.operation === 'labelMember getAll') return [];
	return reports.flatMap(({ fields: { userId, username = userId }, rows }) => {
		const row = goodRows.find((one) => one.row === rows[0]);
		if (typeof username !== 'string' || row === undefined) return [];
		const person = personOf(username);
		const written = usersOf(row).find((user) => personOf(user) === person) ?? person;
		return username === written ? [] : [`${written} is told of as ${username}`];
	});
};

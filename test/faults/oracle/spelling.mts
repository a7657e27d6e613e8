import { usersOf } from '../models/cells.mts';
import { personOf } from '../models/model.mts';
import type { Check } from './judge.mts';

/**
 * Outcomes spell a user as their first row does, and one whom no row of the label names as he is
 * registered.
 */
export const spelling: Check = ({ evidence: { goodRows, situation }, reports }) => {
	if (situation.operation === 'labelMember getAll') return [];
	const isSync = situation.operation === 'labelMember sync';
	return reports.flatMap(({ fields: { userId, username = userId, label }, rows }) => {
		const row = goodRows.find((one) => one.row === rows[0]);
		if (typeof username !== 'string' || row === undefined) return [];
		const person = personOf(username);
		const isOfLabel = !isSync || row.tags.some((tag) => tag === label);
		const named = isOfLabel ? usersOf(row) : [];
		const written = named.find((user) => personOf(user) === person) ?? person;
		return username === written ? [] : [`${written} is told of as ${username}`];
	});
};

import { groupBy } from '../../../tools/lib/groups.mts';
import { bodyList, keyOf, type Subject } from '../models/model.mts';
import type { Case, Check } from './judge.mts';
import { endingOf, recordedOutcomes } from './recordedOutcomes.mts';
import type { Report } from './reports.mts';

/**
 * What is reported as done is on the simulator's record; what is reported as refused, failed or not
 * tried is not; what nobody can know is uncertain, and nothing else is. Nothing happened that no row
 * asked for, and nothing is said to have happened for a row that cannot be read.
 */
export const reportedOutcomes: Check = (tried) => {
	const bad = new Set(tried.evidence.badRows.map(({ row }) => row));
	const isOfBadRow = ({ rows }: Report) => rows.some((row) => bad.has(row));
	const reports = tried.reports.filter((report) => !isOfBadRow(report));
	const reportsByPlace = groupBy(reports, ({ key, rows }) => keyOf(key, rows));
	return [
		...tried.subjects.flatMap((subject) =>
			subject.claims.flatMap((rows) =>
				(reportsByPlace.get(keyOf(subject.key, rows)) ?? []).flatMap((report) =>
					compare(subject, report),
				),
			),
		),
		...tried.subjects.flatMap(untoldEffect),
		...tried.reports.filter(isOfBadRow).flatMap(notAnError),
		...uncalledFor(tried),
	];
};

function compare(subject: Subject, { outcome, fields, text }: Report): string[] {
	const outcomes = recordedOutcomes(subject);
	if (!outcomes.includes(outcome)) {
		return [`${subject.key} is reported as ${outcome}, and is ${outcomes.join(' or ')}: ${text}`];
	}
	const isDone = outcome === 'accepted' || outcome === 'unchanged';
	if (!isDone || subject.hasHappened(fields)) return [];
	return [
		`${subject.key} is reported as ${outcome}, of which there is no record: ${keyOf(fields)}`,
	];
}

function notAnError({ isError, rows, outcome }: Report): string[] {
	return isError ? [] : [`row ${rows.join()} cannot be read, and is reported as ${outcome}`];
}

/** What took effect must not be told as if nothing had been done. */
function untoldEffect(subject: Subject): string[] {
	const [outcome] = recordedOutcomes(subject);
	if (outcome !== 'failed' && outcome !== 'not tried') return [];
	const acted = subject.calls.filter(({ method, tookEffect }) => tookEffect && method !== 'GET');
	return acted
		.filter((call) => endingOf(call) !== 'answered')
		.map(({ path }) => `${subject.key} is ${outcome}, and ${path} took effect`);
}

/** Calls that change something are for subjects, and every user in them is one. */
function uncalledFor({ evidence: { requests }, subjects }: Case): string[] {
	return requests
		.filter(({ method }) => method !== 'GET')
		.flatMap((call) => {
			const asking = subjects.filter(({ calls }) => calls.includes(call)).length;
			const isForUsers = call.action !== 'sendToLabels';
			const users = isForUsers
				? [...bodyList(call, 'usernames'), ...bodyList(call, 'targets')]
				: [];
			const least = Math.max(1, users.length);
			return asking === least
				? []
				: [`${call.method} ${call.path} is for ${least}, and ${asking} of them are asked for`];
		});
}

import { keyOf } from '../models/model.mts';
import type { Case, Check } from './judge.mts';
import { recordedOutcomes } from './recordedOutcomes.mts';
import type { Report } from './reports.mts';

/**
 * Every row ends in exactly one outcome for each user that it names, paired with its row, in the
 * order of the rows, and on the output that On Error names. An execution that stops gives none.
 */
export const conservation: Check = (tried) => {
	const { evidence, reports } = tried;
	if (evidence.error !== undefined) {
		return reports.length === 0 ? [] : ['the run stopped, and items came out all the same'];
	}
	return [
		...balance(owedBy(tried), reports.map(nameOf(tried))),
		...order(reports),
		...outputs(tried),
	];
};

/** A line for each outcome that is owed, equal to `nameOf` the report that pays it. */
function owedBy({ evidence, subjects }: Case): string[] {
	const forBadRows = evidence.badRows.map(({ row }) => keyOf('bad row', [row]));
	const forSubjects = subjects.flatMap((subject) => {
		const hasEntries =
			subject.entries !== undefined && recordedOutcomes(subject).includes('accepted');
		const keys = hasEntries ? (subject.entries ?? []) : [subject.key];
		return subject.claims.flatMap((rows) => keys.map((key) => keyOf(key, rows)));
	});
	return [...forBadRows, ...forSubjects];
}

function nameOf({ evidence: { badRows } }: Case): (report: Report) => string {
	const bad = new Set(badRows.map(({ row }) => row));
	return ({ rows, key }) => keyOf(rows.some((row) => bad.has(row)) ? 'bad row' : key, rows);
}

function balance(owed: string[], given: string[]): string[] {
	const counts = new Map<string, number>();
	for (const name of given) counts.set(name, (counts.get(name) ?? 0) + 1);
	for (const name of owed) counts.set(name, (counts.get(name) ?? 0) - 1);
	return [...counts]
		.filter(([, surplus]) => surplus !== 0)
		.map(([name, surplus]) =>
			surplus < 0
				? `${-surplus} outcome of ${name} is missing`
				: `${surplus} outcome of ${name} is one too many`,
		);
}

function order(reports: Report[]): string[] {
	return ([0, 1] as const).flatMap((output) => {
		const rows = reports.filter((one) => one.output === output).map((one) => one.rows[0] ?? -1);
		const misplaced = rows.find((row, at) => row < (rows[at - 1] ?? 0));
		return misplaced === undefined ? [] : [`row ${misplaced} comes after a later row`];
	});
}

function outputs({ evidence: { situation }, reports }: Case): string[] {
	const errorOutput = situation.onError === 'continueErrorOutput' ? 1 : 0;
	return reports
		.filter(({ isError, output }) => output !== (isError ? errorOutput : 0))
		.map(({ key, output }) => `the outcome of ${key} came out of output ${output}`);
}

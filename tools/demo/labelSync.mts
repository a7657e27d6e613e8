import type { INodeExecutionData } from 'n8n-workflow';

/** What an example does that makes a label match its rows. */
export interface LabelSync {
	label: string;
	/** The column with the user IDs. */
	column: string;
}

export type Change = 'added' | 'removed';

/** Who was added or removed, or would have been in a dry run, by the items that came out. */
export function readChanges(items: readonly INodeExecutionData[]): Map<string, Change> {
	return new Map(
		items.flatMap(({ json: { username, status } }) =>
			typeof username === 'string' && isChange(status) ? [[username, status]] : [],
		),
	);
}

/** The members who stay, of whom nothing comes out as long as only changes do. */
export function staying(
	membersBefore: readonly string[],
	changes: ReadonlyMap<string, Change>,
): Set<string> {
	return new Set(membersBefore.filter((member) => changes.get(member) !== 'removed'));
}

/** Where a label does not fit to what came out, a sentence each; none when all fits. */
export function mismatches({ isDryRun, changes, before, after }: SyncedLabel): string[] {
	const expected = new Set(before);
	for (const [user, change] of isDryRun ? [] : changes) {
		if (change === 'added') expected.add(user);
		else expected.delete(user);
	}
	const actual = new Set(after);
	const users = [...new Set([...before, ...after, ...changes.keys()])];
	return users
		.filter((user) => actual.has(user) !== expected.has(user))
		.map(
			(user) =>
				`${user} is ${actual.has(user) ? '' : 'not '}in the label, which is not what came out.`,
		);
}

interface SyncedLabel {
	isDryRun: boolean;
	changes: ReadonlyMap<string, Change>;
	/** User IDs of its members. */
	before: readonly string[];
	after: readonly string[];
}

function isChange(status: unknown): status is Change {
	return status === 'added' || status === 'removed';
}

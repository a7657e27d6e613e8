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

function isChange(status: unknown): status is Change {
	return status === 'added' || status === 'removed';
}

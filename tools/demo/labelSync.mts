import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** What an example does that makes labels match its rows. */
export interface LabelSync {
	/** All labels that the rows decide about. */
	labels: readonly string[];
	/** The column with the user IDs. */
	column: string;
	/** The column with the labels of each user; left out where there is one label. */
	labelColumn?: string;
}

/** That a user carries a label. */
export interface Membership {
	user: string;
	label: string;
}

/** A membership that came or went, or would have in a dry run. */
export interface Change extends Membership {
	status: 'added' | 'removed';
}

export function membershipName({ user, label }: Membership): string {
	return `${user} in ${label}`;
}

/** Who was added or removed, by the items that came out and under the name of each membership. */
export function readChanges(items: readonly INodeExecutionData[]): Map<string, Change> {
	const changes = items.flatMap(({ json }) => readChange(json) ?? []);
	return new Map(changes.map((change) => [membershipName(change), change]));
}

/** What an item says that was changed; undefined when it says something else. */
export function readChange({ username, label, status }: IDataObject): Change | undefined {
	if (typeof username !== 'string' || typeof label !== 'string') return undefined;
	if (status !== 'added' && status !== 'removed') return undefined;
	return { user: username, label, status };
}

/** Those who stay in their label, of whom nothing comes out as long as only changes do. */
export function staying(
	membersBefore: readonly Membership[],
	changes: ReadonlyMap<string, Change>,
): Membership[] {
	return membersBefore.filter((one) => changes.get(membershipName(one))?.status !== 'removed');
}

/** The memberships that a row asks for. */
export function membershipsOf(
	row: IDataObject,
	{ labels, column, labelColumn }: LabelSync,
): Membership[] {
	const user = textIn(row, column);
	if (labelColumn === undefined) return labels.map((label) => ({ user, label }));
	const named = textIn(row, labelColumn).split(',');
	return named.flatMap((name) => (name.trim() === '' ? [] : [{ user, label: name.trim() }]));
}

function textIn(row: IDataObject, column: string): string {
	const value = row[column];
	return typeof value === 'string' ? value : '';
}

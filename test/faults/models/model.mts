import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { ActionName, RecordedRequest } from '../../../simulator/index.mts';
import type { Evidence } from '../evidence.mts';
import { COLUMN } from '../situations/entries.mts';
import type { Choices, NumberedRow, SheetRow, Situation } from '../situations/situation.mts';

/** How someone or something that rows name has fared. */
export type OutcomeKind =
	'accepted' | 'unchanged' | 'refused' | 'failed' | 'uncertain' | 'not tried';

/** Somebody or something that outcomes are owed for, and that may be called for once. */
export interface Subject {
	/** What `keyOf` reads from an outcome about it. */
	key: string;
	/** The rows of each outcome that is owed. */
	claims: number[][];
	/** The calls about it, in the order of their arrival. */
	calls: RecordedRequest[];
	/** What the service's true answer to a call says of it. */
	answered(call: RecordedRequest): OutcomeKind;
	/** What has become of it when its calls do not decide that. */
	decided?: OutcomeKind;
	/** What may have become of it as well when its last call was refused. */
	orElse?: OutcomeKind;
	/** Whether what an outcome reports as done is on the simulator's record. */
	hasHappened(reported: IDataObject): boolean;
	/** For a list: what `keyOf` reads from the outcomes that stand in place of one. */
	entries?: string[];
	/** For a user of a sync: which way. */
	change?: 'add' | 'remove';
	/** Whether all entries that were wanted of a list have come, whatever cursor came with the last. */
	isComplete?: boolean;
	/** Set when the run's error does not count it. */
	isUncounted?: boolean;
}

/** What an operation owes, by its contract alone. */
export interface OperationModel {
	/** The calls that it makes. */
	actions: ActionName[];
	/** Whether more than one call for a subject could reach someone twice. */
	isPush: boolean;
	/** What the run's error calls the subjects. */
	unit: string;
	parameters(choices: Choices): INodeParameters;
	options?(choices: Choices): INodeParameters;
	/** Whether the node has to turn the row down before any call. */
	isBad: (row: SheetRow, choices: Choices) => boolean;
	subjects(rows: NumberedRow[], evidence: Evidence): Subject[];
	/** Whom an outcome is about, from its fields or an error item's `details`. */
	keyOf: (fields: IDataObject) => string;
}

/** The same for every spelling of a user ID, and the one in which users of the pools are registered. */
export function personOf(user: string): string {
	return user.toLowerCase();
}

/** Whom the service takes a user ID for. */
export function userFor(user: string, { world }: Situation): string {
	const folds = ['foldToRegistered', 'foldAndEcho'].includes(world.userIdCase);
	return folds ? personOf(user) : user;
}

export function hasBadLabel({ label }: SheetRow): boolean {
	return isBadLabel(label);
}

export function hasBadTags({ tags }: SheetRow): boolean {
	return tags.some(isBadLabel);
}

function isBadLabel(label: string): boolean {
	return label.includes(' ');
}

/**
 * What rows ask for, each with the numbers of the rows that ask for it; things of the same key are
 * one, as the first row has it.
 */
export function askedFor<What>(
	rows: NumberedRow[],
	read: (row: NumberedRow) => What[],
	keyFor: (what: What) => string = keyOf,
): { what: What; rows: number[] }[] {
	const asked = new Map<string, { what: What; rows: number[] }>();
	for (const row of rows) {
		for (const what of read(row)) {
			const known = asked.get(keyFor(what));
			if (known === undefined) asked.set(keyFor(what), { what, rows: [row.row] });
			else known.rows.push(row.row);
		}
	}
	return [...asked.values()];
}

/** Equal for equal parts alone. */
export function keyOf(...parts: unknown[]): string {
	return JSON.stringify(parts);
}

/** An outcome of its own for each row. */
export function oneForEach(rows: number[]): number[][] {
	return rows.map((row) => [row]);
}

export const byName = { __rl: true, mode: 'name', value: '={{ $json.label }}' };

export const byTags = { __rl: true, mode: 'name', value: '={{ $json.tags }}' };

export const byColumn = `={{ $json.${COLUMN} }}`;

/** The second half of a list is what weather of the kind `halfData` leaves out. */
export function isInFirstHalf<Entry>(list: Entry[], entry: Entry): boolean {
	return list.indexOf(entry) < Math.floor(list.length / 2);
}

/** The list of texts under a key of a request's body. */
export function bodyList({ body }: RecordedRequest, key: 'targets' | 'usernames'): string[] {
	const list = isRecord(body) ? body[key] : undefined;
	return Array.isArray(list) ? list.map(String) : [];
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null;
}

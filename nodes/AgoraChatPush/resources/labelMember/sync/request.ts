import { commonToRows } from '../../../reading/commonToRows';
import type { Row } from '../../../reading/row';
import { userIds } from '../../fields';
import { noUserIds, readAnyUserIds, readCallSettings, readLabel } from '../../readFields';
import {
	allowEmpty,
	createMissingLabel,
	dryRun,
	maxRemovalPercent,
	output,
	syncMode,
} from './fields';

/** How a label is synced; one for all rows that name the label. */
export type SyncRules = ReturnType<typeof readRules>;

export interface SyncRequest {
	label: string;
	userIds: string[];
	rules: SyncRules;
	step: SyncStep;
}

/** What a job does for its label. */
export type SyncStep =
	| { kind: 'read' | 'create' | 'add' | 'remove' }
	| { kind: 'keep'; unchanged: number }
	| { kind: 'summary'; counts: SyncCounts };

/** Stands for the label in an outcome that is about no user; no user ID is blank. */
export const NOBODY = '';

export interface SyncCounts {
	added: number;
	removed: number;
	unchanged: number;
	failed: number;
	uncertain: number;
}

/** What tells a later run that a label was synced; one for all spellings of a label. */
export function markOf({ label }: SyncRequest): string {
	return label.toLowerCase();
}

const READ: SyncStep = { kind: 'read' };

const readRules = commonToRows((row) => ({
	mode: row.choice(syncMode),
	dryRun: row.explicitBoolean(dryRun),
	output: row.choice(output),
	createMissingLabel: row.hasOption(createMissingLabel),
	maxRemovalPercent: row.explicitNumberOption(maxRemovalPercent),
	settings: readCallSettings(row),
}));

/**
 * The users are read first, so that a row that names nobody is known as such, whatever else is wrong
 * with it.
 *
 * @throws UserError when the row cannot take part in a sync.
 */
export function readSync(row: Row): SyncRequest {
	const wanted = readWanted(row);
	return {
		label: readLabel(row),
		userIds: wanted,
		rules: readRules(row),
		step: READ,
	};
}

function readWanted(row: Row): string[] {
	const named = readAnyUserIds(row);
	if (named.length > 0) return named;
	if (row.hasOption(allowEmpty) && !row.isMisspelled(userIds)) return named;
	throw noUserIds(
		row,
		`Give at least one user ID, leave the row out with a Filter node, or switch on '${allowEmpty.displayName}' under 'Options'.`,
	);
}

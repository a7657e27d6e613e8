import { commonToRows } from '../../../reading/commonToRows';
import type { Row } from '../../../reading/row';
import { userIds } from '../../fields';
import { noUserIds, readAnyUserIds, readLabel } from '../../readFields';
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
}

/** What tells a later run that a label was synced; one for all spellings of a label. */
export function memoryKeyOf(label: string): string {
	return label.toLowerCase();
}

const readRules = commonToRows((row) => ({
	mode: row.choice(syncMode),
	dryRun: row.explicitBoolean(dryRun),
	output: row.choice(output),
	createMissingLabel: row.hasOption(createMissingLabel),
	maxRemovalPercent: row.explicitNumberOption(maxRemovalPercent),
}));

/**
 * The users are read first, so that a row that names nobody is known as such, whatever else is wrong
 * with it.
 *
 * @throws UserError when the row cannot take part in a sync.
 */
export function readSync(row: Row): SyncRequest {
	const wanted = readWanted(row);
	return { label: readLabel(row), userIds: wanted, rules: readRules(row) };
}

function readWanted(row: Row): string[] {
	const named = readAnyUserIds(row);
	if (named.length > 0) return named;
	if (row.hasOption(allowEmpty) && !row.isMisspelled(userIds)) return named;
	throw noUserIds(
		row,
		`Give at least one user ID, leave the item out with a Filter node, or switch on '${allowEmpty.displayName}' under 'Options'.`,
	);
}

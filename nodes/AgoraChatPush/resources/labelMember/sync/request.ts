import type { INodeProperties } from 'n8n-workflow';

import type { CallSettings } from '../../../calling/serviceRequest';
import type { SyncMode } from '../../../planning/compareMembers';
import { commonToRows } from '../../../reading/commonToRows';
import type { Row } from '../../../reading/row';
import { userIds } from '../../fields';
import {
	checkNumber,
	noUserIds,
	readAnyUserIds,
	readCallSettings,
	readLabel,
} from '../../readFields';
import {
	allowEmpty,
	createMissingLabel,
	dryRun,
	maxRemovalPercent,
	output,
	syncMode,
} from './fields';

/** How a label is synced; one for all rows that name the label. */
export interface SyncRules {
	mode: SyncMode;
	dryRun: boolean;
	output: 'all' | 'changes' | 'summary';
	createMissingLabel: boolean;
	/** 0 to 100. */
	maxRemovalPercent: number;
	settings: CallSettings;
}

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

const readRules = commonToRows<SyncRules>((row) => ({
	mode: oneOf(row, syncMode, ['mirror', 'addMissing', 'removeExtra']),
	dryRun: row.explicitBoolean(dryRun),
	output: oneOf(row, output, ['changes', 'all', 'summary']),
	createMissingLabel: row.hasOption(createMissingLabel),
	maxRemovalPercent: checkNumber(maxRemovalPercent, row.explicitNumberOption(maxRemovalPercent), {
		least: 0,
		most: 100,
	}),
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

/** A choice of the field's menu, by its type; the menu's default comes first. */
function oneOf<Choice extends string>(
	row: Row,
	field: INodeProperties,
	choices: [Choice, ...Choice[]],
): Choice {
	const chosen = row.choice(field);
	return choices.find((choice) => choice === chosen) ?? choices[0];
}

import type { InputItem } from '../../../reading/inputItem';
import { sharedByItems } from '../../../reading/sharedByItems';
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

/** How a label is synced; one for all items that name the label. */
export type SyncRules = ReturnType<typeof readRules>;

export interface SyncRequest {
	label: string;
	userIds: string[];
	rules: SyncRules;
}

/** What tells a later run that a label was synced; one for all spellings of a label. */
export function earlierRunKeyOf(label: string): string {
	return label.toLowerCase();
}

const readRules = sharedByItems((item) => ({
	mode: item.choice(syncMode),
	dryRun: item.explicitBoolean(dryRun),
	output: item.choice(output),
	createMissingLabel: item.hasOption(createMissingLabel),
	maxRemovalPercent: item.explicitNumberOption(maxRemovalPercent),
}));

/**
 * The users are read first, so that an item that names nobody is known as such, whatever else is wrong
 * with it.
 *
 * @throws UserError when the item cannot take part in a sync.
 */
export function readSync(item: InputItem): SyncRequest {
	const wanted = readWanted(item);
	return { label: readLabel(item), userIds: wanted, rules: readRules(item) };
}

function readWanted(item: InputItem): string[] {
	const named = readAnyUserIds(item);
	if (named.length > 0) return named;
	if (item.hasOption(allowEmpty) && !item.isMisspelled(userIds)) return named;
	throw noUserIds(
		item,
		`Give at least one user ID, leave the item out with a Filter node, or switch on '${allowEmpty.displayName}' under 'Options'.`,
	);
}

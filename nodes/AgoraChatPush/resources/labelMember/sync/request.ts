import type { LabelsRequest } from '../../../planning/planners';
import type { InputItem } from '../../../reading/inputItem';
import { sharedByItems } from '../../../reading/sharedByItems';
import { UserError } from '../../../userError';
import { label, userIds } from '../../fields';
import { noUserIds, readAnyLabels, readAnyUserIds, readLabels } from '../../readFields';
import {
	allowEmpty,
	createMissingLabel,
	dryRun,
	maxRemovalPercent,
	output,
	ownedLabels,
	syncMode,
} from './fields';
import { isOwned, readOwnedLabels } from './ownedLabels';

/** How a label is synced; one for all items that name the label. */
export type SyncRules = ReturnType<typeof readRules>;

export interface SyncRequest extends LabelsRequest {
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
	owned: readOwnedLabels(item),
}));

/**
 * The users are read first, so that an item that names nobody is known as such, whatever else is wrong
 * with it; except with its labels, where the input decides about all of a kind.
 *
 * @throws UserError when the item cannot take part in a sync.
 */
export function readSync(item: InputItem): SyncRequest {
	const wanted = readWanted(item);
	const rules = readRules(item);
	const labels = rules.owned === undefined ? readLabels(item) : readOwned(item, rules.owned);
	return { labels, userIds: wanted, rules };
}

/** Where the input decides about all labels of a kind, a user may have none of them. */
function readOwned(item: InputItem, owned: string[]): string[] {
	const labels = item.isMisspelled(label) ? readLabels(item) : readAnyLabels(item);
	const other = labels.find((name) => !isOwned(owned, name));
	if (other === undefined) return labels;
	throw new UserError(
		`'${label.displayName}' holds '${other}', which '${ownedLabels.displayName}' does not cover`,
		{
			description: `Correct the name, or add it to '${ownedLabels.displayName}' under 'Options'.`,
		},
	);
}

function readWanted(item: InputItem): string[] {
	const named = readAnyUserIds(item);
	if (named.length > 0) return named;
	if (item.hasOption(allowEmpty) && !item.isMisspelled(userIds)) return named;
	throw noUserIds(
		item,
		`Give at least one user ID, leave the item out with a Filter node, or switch on '${allowEmpty.displayName}' under 'Options'.`,
		readLabelsWithoutUser(item),
	);
}

/** Where the input decides about all labels of a kind, one that is named for nobody is named all the same. */
function readLabelsWithoutUser(item: InputItem): string[] {
	const owned = readOwnedLabels(item);
	return owned === undefined ? [] : readOwned(item, owned);
}

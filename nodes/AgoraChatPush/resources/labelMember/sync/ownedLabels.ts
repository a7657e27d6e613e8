import { fieldName } from '../../../reading/fieldName';
import type { InputItem } from '../../../reading/inputItem';
import { checkLabelCharacters, checkLabelName } from '../../../reading/labelName';
import { readList } from '../../../reading/list';
import { quoteText } from '../../../reading/quote';
import { UserError } from '../../../userError';
import { ownedLabels } from './fields';

const FIELD = { ...ownedLabels, within: 'Options' };

/** At the end of a name, it stands for any rest of one. */
const STAR = '*';

/**
 * The labels that the input alone decides about, as names and beginnings of names.
 *
 * @returns undefined where the option was not added.
 * @throws UserError for an entry that is neither, and when there is none.
 */
export function readOwnedLabels(item: InputItem): string[] | undefined {
	const added = item.addedOption(ownedLabels);
	if (added === undefined) return undefined;
	const entries = readList(FIELD, added.value);
	for (const entry of entries) checkEntry(entry);
	if (entries.length > 0) return [...new Set(entries)].sort();
	throw new UserError(item.whyBlank(ownedLabels, { name: 'options', displayName: 'Options' }), {
		description: `Give names of labels, or beginnings such as 'crm-${STAR}', or remove the option.`,
	});
}

export function isOwned(owned: string[], name: string): boolean {
	return owned.some((entry) =>
		entry.endsWith(STAR) ? name.startsWith(entry.slice(0, -1)) : name === entry,
	);
}

function checkEntry(entry: string): void {
	if (!entry.endsWith(STAR)) {
		checkStars(entry, entry);
		checkLabelName(ownedLabels.displayName, entry, true);
		return;
	}
	const beginning = entry.slice(0, -1);
	checkStars(entry, beginning);
	checkLabelCharacters(ownedLabels.displayName, beginning, true);
}

function checkStars(entry: string, beginning: string): void {
	const index = beginning.indexOf(STAR);
	if (index === -1) return;
	throw new UserError(
		`${fieldName(FIELD)} holds '${STAR}' as character ${index + 1} of ${quoteText(entry)}`,
		{
			description: `One star at the end stands for any rest of a name, as in 'crm-${STAR}'; it cannot stand elsewhere.`,
		},
	);
}

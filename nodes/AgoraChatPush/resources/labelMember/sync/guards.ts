import { CallFailure, type Explanation } from '../../../callFailure';
import type { EarlierRun } from '../../../earlierRuns';
import { quantity } from '../../../output/wording';
import { groupBy } from '../../../planning/planners';
import { joinNames } from '../../../reading/describe';
import {
	createMissingLabel,
	dryRun,
	maxRemovalPercent,
	output,
	ownedLabels,
	syncMode,
} from './fields';
import type { LabelGroup } from './labelGroup';
import { earlierRunKeyOf } from './request';

/** Why a label is left as it is, rather than changed in a way that nobody may have meant. */

/** The limit on removals; undefined when it is kept. */
export function tooManyRemovals(
	{ label, rules, requests }: LabelGroup,
	presentCount: number,
	toRemove: string[],
): CallFailure | undefined {
	if (toRemove.length * 100 <= rules.maxRemovalPercent * presentCount) return undefined;
	if (requests.length === 0) {
		return labelUnchanged(
			`No item names label '${label}', so that its ${quantity(presentCount, 'members')} would be removed, more than ${rules.maxRemovalPercent} %`,
			`If the label shall become empty, set '${maxRemovalPercent.displayName}' under 'Options' to 100. If not, check the items, and what '${ownedLabels.displayName}' covers.`,
		);
	}
	return labelUnchanged(
		`${toRemove.length} of the ${presentCount} members of label '${label}' would be removed, more than ${rules.maxRemovalPercent} %`,
		`Check that the input holds everyone who should have the label; if it does, raise '${maxRemovalPercent.displayName}' under 'Options'.`,
	);
}

/** Source: Agora docs, 'Create a push label': an app has 100 labels at most. */
const MAX_LABELS = 100;

const MAX_NAMES_SHOWN = 10;

/** The limit on labels, for those that are to be created; undefined when it is kept. */
export function tooManyLabels(newLabels: string[], present: string[]): CallFailure | undefined {
	const known = new Set(present);
	const added = newLabels.filter((label) => !known.has(label));
	if (added.length === 0 || known.size + added.length <= MAX_LABELS) return undefined;
	return labelUnchanged(
		`The app has ${quantity(known.size, 'labels')} and may have ${MAX_LABELS}, but the input names ${added.length} more: ${joinNames(added, MAX_NAMES_SHOWN)}`,
		`Correct names that are misspelled, delete labels that are no longer used, or switch off '${createMissingLabel.displayName}' under 'Options'.`,
	);
}

/** Why nobody may be removed from some labels, although users may be added to them. */
export function blockedRemovals(
	labels: string[],
	unreadableItemIndexes: number[],
): Map<string, Explanation> {
	if (unreadableItemIndexes.length > 0) {
		const reason = unreadable(unreadableItemIndexes);
		return new Map(labels.map((label) => [label, reason]));
	}
	const blocked = new Map<string, Explanation>();
	for (const spellings of groupBy(labels, (label) => label.toLowerCase())) {
		for (const label of spellings) {
			const other = spellings.find((spelling) => spelling !== label);
			if (other !== undefined) blocked.set(label, spelledTwice(label, other));
		}
	}
	return blocked;
}

/** Removing would be a guess while it is unknown whom some items name. */
function unreadable(itemIndexes: number[]): Explanation {
	const which =
		itemIndexes.length === 1
			? `item ${itemIndexes.join()}`
			: `${itemIndexes.length} items, the first of them item ${itemIndexes.slice(0, 1).join()},`;
	return {
		message: `${which} could not be read and may name members of the label`,
		description: 'Correct what the other output items report, and run the workflow again.',
	};
}

/**
 * Agora's documentation says both that names of labels differ by case and that they do not; where
 * they do not, the items of each spelling would have those of the other removed.
 */
function spelledTwice(label: string, otherSpelling: string): Explanation {
	return {
		message: `label '${label}' is also written '${otherSpelling}', in other items or in the app, which may be the same label`,
		description:
			'Write it in one way in all items, as the app has it; if these are two labels, sync each with a node of its own.',
	};
}

/** Two rules for one label would undo each other's work. */
export function rulesDifferFailure(
	{ label, requests }: LabelGroup,
	itemIndex: number,
): CallFailure {
	const isNamed = requests.length > 0;
	return labelUnchanged(
		isNamed
			? `Label '${label}' has other sync settings in item ${itemIndex} than in the items before it`
			: `No item names label '${label}', and item ${itemIndex} has other sync settings than the items before it`,
		`Give '${syncMode.displayName}', '${dryRun.displayName}', '${output.displayName}' and the options the same values for all items${isNamed ? ' of a label' : ''}.`,
	);
}

/**
 * Why a run removes nobody that holds a part of the users only; undefined for the first run of a
 * label in an execution, if nothing in earlier runs was unreadable.
 */
export function earlierRunsWarning(
	label: string,
	earlierRuns: EarlierRun[],
): Explanation | undefined {
	const nobody = `Nobody was removed from label '${label}', because`;
	if (earlierRuns.some(({ keys }) => keys.includes(earlierRunKeyOf(label)))) {
		return {
			message: `${nobody} this node synced it before in this execution, as in a loop`,
			description:
				'Users of the other runs would lose the label. Bring all items of a label into one run: sync after the loop, or put a Merge node before this node.',
		};
	}
	if (!earlierRuns.some(({ hadUnreadableItems }) => hadUnreadableItems)) return undefined;
	return {
		message: `${nobody} an item of an earlier run in this execution could not be read and may name its members`,
		description: 'Correct what that run reports, and run the workflow again.',
	};
}

/** What a dry run, which shows all who would go, has to say of a real one that lets them stay. */
export function dryRunWarning(
	label: string,
	tooMany: CallFailure | undefined,
	removalsBlockedBy: Explanation | undefined,
): Explanation | undefined {
	if (tooMany !== undefined) {
		const { message, description } = tooMany;
		return { message: `The real run would stop: ${message}`, description };
	}
	return (
		removalsBlockedBy && because(`Nobody would be removed from label '${label}'`, removalsBlockedBy)
	);
}

/** The failure of those who stay in their label. */
export function nobodyRemoved(reason: Explanation): CallFailure {
	return new CallFailure({ ...because('Nobody was removed', reason), isUncertain: false });
}

function because(consequence: string, { message, description }: Explanation): Explanation {
	return { message: `${consequence}, because ${message}`, description };
}

function labelUnchanged(message: string, description: string): CallFailure {
	return new CallFailure({ message, description, isUncertain: false });
}

import { CallFailure, type Explanation } from '../../../callFailure';
import type { EarlierRun } from '../../../earlierRuns';
import { groupBy } from '../../../planning/planners';
import { dryRun, maxRemovalPercent, output, syncMode } from './fields';
import { earlierRunKeyOf, type SyncRequest } from './request';

/** Why a label is left as it is, rather than changed in a way that nobody may have meant. */

/** The limit on removals; undefined when it is kept. */
export function tooManyRemovals(
	{ label, rules }: Pick<SyncRequest, 'label' | 'rules'>,
	presentCount: number,
	toRemove: string[],
): CallFailure | undefined {
	if (toRemove.length * 100 <= rules.maxRemovalPercent * presentCount) return undefined;
	return labelUnchanged(
		`${toRemove.length} of the ${presentCount} members of label '${label}' would be removed, more than ${rules.maxRemovalPercent} %`,
		`Check that the input holds everyone who should have the label; if it does, raise '${maxRemovalPercent.displayName}' under 'Options'.`,
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
		message: `other items write label '${label}' as '${otherSpelling}', which may be the same label`,
		description:
			'Write it in one way in all items; if these are two labels, sync each with a node of its own.',
	};
}

/** Two rules for one label would undo each other's work. */
export function rulesDifferFailure(label: string, itemIndex: number): CallFailure {
	return labelUnchanged(
		`Label '${label}' has other sync settings in item ${itemIndex} than in the items before it`,
		`Give '${syncMode.displayName}', '${dryRun.displayName}', '${output.displayName}' and the options the same values for all items of a label.`,
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

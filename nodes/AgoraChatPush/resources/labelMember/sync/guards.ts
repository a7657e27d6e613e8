import type { RunTrace } from '../../../executionMemory';
import { JobFailure, type Explanation } from '../../../jobFailure';
import { groupBy } from '../../../planning/planners';
import { dryRun, maxRemovalPercent, output, syncMode } from './fields';
import { memoryKeyOf, type SyncRequest } from './request';

/** Why a label is left as it is, rather than changed in a way that nobody may have meant. */

/** The brake on removals; undefined when it holds nothing back. */
export function tooManyRemovals(
	{ label, rules }: Pick<SyncRequest, 'label' | 'rules'>,
	presentCount: number,
	toRemove: string[],
): JobFailure | undefined {
	if (toRemove.length * 100 <= rules.maxRemovalPercent * presentCount) return undefined;
	return changesHeld(
		`${toRemove.length} of the ${presentCount} members of label '${label}' would be removed, more than ${rules.maxRemovalPercent} %`,
		`Check that the input holds everyone who should have the label; if it does, raise '${maxRemovalPercent.displayName}' under 'Options'.`,
	);
}

/** Why nobody may be removed from some labels, although users may be added to them. */
export function removalsHeld(labels: string[], unreadableRows: number[]): Map<string, Explanation> {
	if (unreadableRows.length > 0) {
		const reason = unreadable(unreadableRows);
		return new Map(labels.map((label) => [label, reason]));
	}
	const held = new Map<string, Explanation>();
	for (const spellings of groupBy(labels, (label) => label.toLowerCase())) {
		for (const label of spellings) {
			const other = spellings.find((spelling) => spelling !== label);
			if (other !== undefined) held.set(label, spelledTwice(label, other));
		}
	}
	return held;
}

/** Removing would be a guess while it is unknown whom some rows name. */
function unreadable(rows: number[]): Explanation {
	const which =
		rows.length === 1
			? `item ${rows.join()}`
			: `${rows.length} items, the first of them ${rows.slice(0, 1).join()},`;
	return {
		message: `${which} could not be read and may name this user`,
		description: 'Correct what the other output items report, and run it again.',
	};
}

/**
 * Agora's documentation says both that names of labels differ by case and that they do not; where
 * they do not, the rows of each spelling would have those of the other removed.
 */
function spelledTwice(label: string, otherSpelling: string): Explanation {
	return {
		message: `other items write label '${label}' as '${otherSpelling}', which may be the same label`,
		description:
			'Write it in one way in all items; if these are two labels, sync each with a node of its own.',
	};
}

/** Two rules for one label would undo each other's work. */
export function rulesDiffer(label: string, row: number): JobFailure {
	return changesHeld(
		`Item ${row} asks for another sync of label '${label}' than the items before it`,
		`Give '${syncMode.displayName}', '${dryRun.displayName}', '${output.displayName}' and the options the same values for all items of a label.`,
	);
}

/**
 * Why a run removes nobody that holds a part of the users only; undefined for the first run of a
 * label in an execution, if nothing in earlier runs was unreadable.
 */
export function partOfRun(label: string, earlierRuns: RunTrace[]): Explanation | undefined {
	const nobody = `Nobody was removed from label '${label}', because`;
	if (earlierRuns.some(({ keys }) => keys.includes(memoryKeyOf(label)))) {
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
	guard: JobFailure | undefined,
	held: Explanation | undefined,
): Explanation | undefined {
	if (guard !== undefined) {
		const { message, description } = guard;
		return { message: `The real run would stop: ${message}`, description };
	}
	return held && because('The real run would remove nobody', held);
}

/** The failure of those who stay in their label. */
export function nobodyRemoved(held: Explanation): JobFailure {
	return new JobFailure({ ...because('Nobody was removed', held), isUncertain: false });
}

function because(consequence: string, { message, description }: Explanation): Explanation {
	return { message: `${consequence}, because ${message}`, description };
}

/** The same failure of a call that only read. */
export function nothingChanged({ message, description, isTransient, response }: JobFailure) {
	return new JobFailure({ message, description, isUncertain: false, isTransient }, response);
}

function changesHeld(message: string, description: string): JobFailure {
	return new JobFailure({ message, description, isUncertain: false });
}

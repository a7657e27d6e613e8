import { ServiceFailure, type Explanation } from '../../../calling/serviceFailure';
import type { Comparison } from '../../../planning/compareMembers';
import { groupBy } from '../../../planning/planners';
import { dryRun, maxRemovalPercent, output, syncMode } from './fields';
import type { SyncRequest } from './request';

/** Why a label is left as it is, rather than changed in a way that nobody may have meant. */

/** The brake on removals; undefined when it holds nothing back. */
export function tooManyRemovals(
	{ label, rules }: SyncRequest,
	presentCount: number,
	{ toRemove }: Comparison,
): ServiceFailure | undefined {
	if (toRemove.length * 100 <= rules.maxRemovalPercent * presentCount) return undefined;
	return leftAlone(
		`${toRemove.length} of the ${presentCount} members of label '${label}' would be removed, more than ${rules.maxRemovalPercent} %`,
		`Check that the input holds everyone who should have the label; if it does, raise '${maxRemovalPercent.displayName}' under 'Options'.`,
	);
}

/** Why nobody may be removed from some labels, although users may be added to them. */
export function removalsHeld(
	labels: string[],
	unreadableRows: number[],
): Map<string, ServiceFailure> {
	if (unreadableRows.length > 0) {
		const refusal = unreadable(unreadableRows);
		return new Map(labels.map((label) => [label, refusal]));
	}
	const held = new Map<string, ServiceFailure>();
	for (const spellings of groupBy(labels, (label) => label.toLowerCase())) {
		for (const label of spellings) {
			const other = spellings.find((spelling) => spelling !== label);
			if (other !== undefined) held.set(label, spelledTwice(label, other));
		}
	}
	return held;
}

/** Removing would be a guess while it is unknown whom some rows name. */
function unreadable(rows: number[]): ServiceFailure {
	const which =
		rows.length === 1
			? `item ${rows.join()}`
			: `${rows.length} items, the first of them ${rows.slice(0, 1).join()},`;
	return leftAlone(
		`Nobody was removed, because ${which} could not be read and may name this user`,
		'Correct what the other output items report, and run it again.',
	);
}

/**
 * Agora's documentation says both that names of labels differ by case and that they do not; where
 * they do not, the rows of each spelling would have those of the other removed.
 */
function spelledTwice(label: string, otherSpelling: string): ServiceFailure {
	return leftAlone(
		`Nobody was removed, because other items write label '${label}' as '${otherSpelling}', which may be the same label`,
		'Write it in one way in all items; if these are two labels, sync each with a node of its own.',
	);
}

/** Two rules for one label would undo each other's work. */
export function rulesDiffer(label: string, row: number): ServiceFailure {
	return leftAlone(
		`Item ${row} wants label '${label}' synced in another way than the items before it`,
		`Give '${syncMode.displayName}', '${dryRun.displayName}', '${output.displayName}' and the options the same values for all items of a label.`,
	);
}

/**
 * What a user has to know of removals although the run goes on: nobody is removed by a later run,
 * which holds a part of the users only, and a dry run shows what a real one would refuse.
 */
export function warningFor(
	{ label, rules }: SyncRequest,
	{ brake, removalsHeld: held, isLaterRun }: RemovalLimits,
): Explanation | undefined {
	if (isLaterRun) {
		return {
			message: `Nobody was removed from label '${label}', because this node synced it before in this execution, as in a loop`,
			description:
				'Users of the other runs would lose the label. Bring all items of a label into one run: sync after the loop, or put a Merge node before this node.',
		};
	}
	const reason = rules.dryRun ? (brake ?? held) : undefined;
	if (reason === undefined) return undefined;
	const consequence = brake === undefined ? 'remove nobody' : 'stop';
	return {
		message: `The real run would ${consequence}: ${reason.message}`,
		description: reason.description,
	};
}

interface RemovalLimits {
	brake?: ServiceFailure;
	removalsHeld?: ServiceFailure;
	isLaterRun: boolean;
}

/** The same failure of a call that only read. */
export function nothingChanged({ message, description, isPassing, answer }: ServiceFailure) {
	return new ServiceFailure({ message, description, isUncertain: false, isPassing }, answer);
}

function leftAlone(message: string, description: string): ServiceFailure {
	return new ServiceFailure({ message, description, isUncertain: false });
}

import { ServiceFailure } from '../../../calling/serviceFailure';
import type { Comparison } from '../../../planning/compareMembers';
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
		`Check that the input holds everyone who belongs into the label; if it does, raise '${maxRemovalPercent.displayName}' under 'Options'.`,
	);
}

/** Removing would be a guess while it is unknown whom some rows name. */
export function unreadable(rows: number[]): ServiceFailure {
	const which =
		rows.length === 1
			? `item ${rows.join()}`
			: `${rows.length} items, the first of them ${rows.slice(0, 1).join()},`;
	return leftAlone(
		`Nobody was removed, because ${which} could not be read and may name this user`,
		'Correct what the other output items report, and run it again.',
	);
}

/** Two rules for one label would undo each other's work. */
export function rulesDiffer(label: string, row: number): ServiceFailure {
	return leftAlone(
		`Item ${row} wants label '${label}' synced in another way than the items before it`,
		`Give '${syncMode.displayName}', '${dryRun.displayName}', '${output.displayName}' and the options the same values for all items of a label.`,
	);
}

function leftAlone(message: string, description: string): ServiceFailure {
	return new ServiceFailure({ message, description, isUncertain: false });
}

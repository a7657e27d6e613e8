import { UserError } from 'n8n-workflow';

import { checkLabelName, checkUserIds } from '../reading/names';
import type { Row } from '../reading/row';
import { label, limit, returnAll, userIds } from './fields';
import { timeout } from './options';

export function readLabel(row: Row): string {
	return checkLabelName(label.displayName, row.locator(label));
}

export function readUserIds(row: Row): string[] {
	return checkUserIds(userIds.displayName, row.list(userIds));
}

/** How many entries of a list are wanted; `Infinity` for all. */
export function readLimit(row: Row): number {
	if (row.boolean(returnAll)) return Infinity;
	return wholePositive(limit.displayName, row.number(limit));
}

export function readTimeoutMs(row: Row): number {
	return wholePositive(timeout.displayName, row.numberOption(timeout));
}

function wholePositive(displayName: string, value: number): number {
	if (Number.isInteger(value) && value > 0) return value;
	throw new UserError(`'${displayName}' is ${value}, not a whole number above 0`, {
		description: `Give a whole number of 1 or more in '${displayName}'.`,
	});
}

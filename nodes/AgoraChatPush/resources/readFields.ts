import type { INodeProperties } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { checkCalculatedName, checkLabelName, LABEL_NAME_RULE } from '../reading/labelName';
import { checkLimits } from '../reading/numberLimits';
import type { Row } from '../reading/row';
import { BlankField, checkPathUserId, checkUserIds, type UserIdRules } from '../reading/userIds';
import type { CallSettings } from '../service/serviceRequest';
import { label, limit, returnAll, userId, userIds } from './fields';
import { allowAnyUserId, maxRetries, maxRetryWait, requestsPerSecond, timeout } from './options';

export function readLabel(row: Row): string {
	return readLabelName(row, label);
}

/** The name of a label from a field that holds one. */
export function readLabelName(row: Row, field: INodeProperties): string {
	const name = row.name(field);
	if (name.trim() !== '') return checkedLabelName(row, field, name);
	throw new UserError(row.whyBlank(field), {
		description: `Give the name of a label. ${LABEL_NAME_RULE}.`,
	});
}

/** Checks one name of a label in a field that may hold several. */
export function checkedLabelName(row: Row, field: INodeProperties, name: string): string {
	const checked = checkLabelName(field.displayName, name);
	return row.isCalculated(field) ? checkCalculatedName(field.displayName, checked) : checked;
}

export function readUserIds(row: Row): string[] {
	const named = readAnyUserIds(row);
	if (named.length > 0) return named;
	throw noUserIds(row, 'Give at least one user ID, or leave this item out with a Filter node.');
}

/** A misspelled field is not blank: nobody knows whom the row would have named. */
export function noUserIds(row: Row, description: string): UserError {
	const message = row.whyBlank(userIds);
	if (!row.isMisspelled(userIds)) return new BlankField(message, { description });
	return new UserError(message, {
		description: `Correct the name in '${userIds.displayName}', or leave such items out with a Filter node.`,
	});
}

/** The same where a row may name nobody. */
export function readAnyUserIds(row: Row): string[] {
	const listed = row.list(userIds);
	if (listed.length === 0) return listed;
	return checkUserIds(userIds.displayName, listed, rulesFor(row, userIds));
}

export function readUserId(row: Row): string {
	const written = row.entry(userId);
	if (written !== '') return checkPathUserId(userId.displayName, written, rulesFor(row, userId));
	throw new UserError(row.whyBlank(userId), {
		description: 'Give a user ID, or leave this item out with a Filter node.',
	});
}

function rulesFor(row: Row, field: INodeProperties): UserIdRules {
	return {
		allowsAny: () => row.hasOption(allowAnyUserId),
		column: row.columnIn(field),
	};
}

/** How many entries of a list are wanted; `Infinity` for all. */
export function readLimit(row: Row): number {
	return row.boolean(returnAll) ? Infinity : row.number(limit);
}

export function readCallSettings(row: Row): CallSettings {
	return {
		timeoutMs: row.numberOption(timeout),
		maxRetries: row.numberOption(maxRetries),
		maxRetryWaitMs: row.numberOption(maxRetryWait) * 1000,
		...readRate(row),
	};
}

/** The least that is a rate; 0 keeps to the service's own. */
const MIN_REQUESTS_PER_SECOND = 0.01;

function readRate(row: Row): Pick<CallSettings, 'requestsPerSecond'> {
	const rate = row.isOptionBlank(requestsPerSecond) ? 0 : row.numberOption(requestsPerSecond);
	if (rate === 0) return {};
	checkLimits(requestsPerSecond, rate, { minValue: MIN_REQUESTS_PER_SECOND });
	return { requestsPerSecond: rate };
}

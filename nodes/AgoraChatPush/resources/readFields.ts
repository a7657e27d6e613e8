import type { INodeProperties } from 'n8n-workflow';

import { isBlank } from '../reading/describe';
import type { InputItem } from '../reading/inputItem';
import { checkNameFromExpression, checkLabelName, LABEL_NAME_RULE } from '../reading/labelName';
import { checkLimits } from '../reading/numberLimits';
import {
	NoUserNamed,
	checkPathSegment,
	checkPathUserId,
	checkUserIds,
	type UserIdRules,
} from '../reading/userIds';
import type { CallSettings } from '../service/serviceRequest';
import { UserError } from '../userError';
import { label, limit, returnAll, userId, userIds } from './fields';
import { allowAnyUserId, maxRetries, maxRetryWait, requestsPerSecond, timeout } from './options';

export function readLabel(item: InputItem): string {
	return readLabelName(item, label);
}

/** The names of labels, each once; several only where an expression gives them. */
export function readLabels(item: InputItem): string[] {
	const named = readAnyLabels(item);
	if (named.length > 0) return named;
	throw noLabelName(item, label);
}

/** The same where an item may name none. */
export function readAnyLabels(item: InputItem): string[] {
	if (!item.hasExpression(label)) return [readLabel(item)];
	const names = item.names(label);
	const checked = names.map((name) => checkedLabelName(item, label, name, names.length > 1));
	return [...new Set(checked)];
}

/** The name of a label from a field that holds one. */
export function readLabelName(item: InputItem, field: INodeProperties): string {
	const name = item.name(field);
	if (name.trim() !== '') return checkedLabelName(item, field, name);
	throw noLabelName(item, field);
}

function noLabelName(item: InputItem, field: INodeProperties): UserError {
	return new UserError(item.whyBlank(field), {
		description: `Give the name of a label. ${LABEL_NAME_RULE}.`,
	});
}

/** Checks one name of a label in a field that may hold several. */
export function checkedLabelName(
	item: InputItem,
	field: INodeProperties,
	name: string,
	isOneOfSeveral = false,
): string {
	const checked = checkLabelName(field.displayName, name, isOneOfSeveral);
	return item.hasExpression(field) ? checkNameFromExpression(field.displayName, checked) : checked;
}

export function readUserIds(item: InputItem): string[] {
	const named = readAnyUserIds(item);
	if (named.length > 0) return named;
	throw noUserIds(item, 'Give at least one user ID, or leave this item out with a Filter node.');
}

/** The same for calls that carry a user ID in their path. */
export function readUserIdsInPath(item: InputItem): string[] {
	return readUserIds(item).map((userId) => checkPathSegment(userIds.displayName, userId));
}

/** A misspelled field is not blank: nobody knows whom the item would have named. */
export function noUserIds(item: InputItem, description: string, labels: string[] = []): UserError {
	const message = item.whyBlank(userIds);
	if (!item.isMisspelled(userIds)) return new NoUserNamed(message, description, labels);
	return new UserError(message, {
		description: `Correct the name in '${userIds.displayName}', or leave such items out with a Filter node.`,
	});
}

/** The same where an item may name nobody. */
export function readAnyUserIds(item: InputItem): string[] {
	const listed = item.list(userIds);
	if (listed.length === 0) return listed;
	return checkUserIds(userIds.displayName, listed, rulesFor(item, userIds));
}

export function readUserId(item: InputItem): string {
	const written = item.entry(userId);
	if (written !== '') return checkPathUserId(userId.displayName, written, rulesFor(item, userId));
	throw new UserError(item.whyBlank(userId), {
		description: 'Give a user ID, or leave this item out with a Filter node.',
	});
}

function rulesFor(item: InputItem, field: INodeProperties): UserIdRules {
	return {
		allowsAny: () => item.hasOption(allowAnyUserId),
		column: item.columnIn(field),
	};
}

/** How many entries of a list are wanted; `Infinity` for all. */
export function readLimit(item: InputItem): number {
	return item.boolean(returnAll) ? Infinity : item.number(limit);
}

export function readCallSettings(item: InputItem): CallSettings {
	return {
		timeoutMs: item.numberOption(timeout),
		maxRetries: item.numberOption(maxRetries),
		maxRetryWaitMs: item.numberOption(maxRetryWait) * 1000,
		...readRate(item),
	};
}

/** The least that is a rate; 0 keeps to the service's own. */
const MIN_REQUESTS_PER_SECOND = 0.01;

function readRate(item: InputItem): Pick<CallSettings, 'requestsPerSecond'> {
	if (isBlank(item.addedOption(requestsPerSecond)?.value)) return {};
	const rate = item.numberOption(requestsPerSecond);
	if (rate === 0) return {};
	checkLimits(requestsPerSecond, rate, { minValue: MIN_REQUESTS_PER_SECOND });
	return { requestsPerSecond: rate };
}

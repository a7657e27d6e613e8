import type { IDataObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { describe } from '../reading/describe';
import { MIN_UNIX_MILLISECONDS } from '../reading/values';
import { valueAt, type NameOfPath } from './path';

const BADGES = [
	'config.badge.addNum',
	'config.badge.setNum',
	'agora.badge.addNum',
	'agora.badge.setNum',
	'apns.badge',
];

const ADDRESSES = ['config.clickAction.url', 'agora.operation.openUrl'];

const EXPIRY = 'agora.expiresTime';

/** Any scheme, but not a host with its port, such as `localhost:3000` or `example.com:80`. */
const HAS_SCHEME = /^(?!(?:localhost|[^:/]*\.[^:/]*):\d{1,5}(?:[/?#]|$))[a-z][a-z\d+.-]*:/i;

/**
 * Checks values that a device could not use.
 *
 * @throws UserError for the first one.
 */
export function checkValues(message: IDataObject, nameOf: NameOfPath, nowMs: number): void {
	for (const path of BADGES) checkBadge(valueAt(message, path), () => nameOf(path));
	for (const path of ADDRESSES) checkAddress(valueAt(message, path), () => nameOf(path));
	checkExpiry(valueAt(message, EXPIRY), () => nameOf(EXPIRY), nowMs);
}

function checkBadge(value: unknown, name: () => string): void {
	if (value === undefined || value === null) return;
	const count = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (Number.isInteger(count) && Number(count) >= 0) return;
	throw new UserError(`${name()} is ${describe(value)}, not a whole number of 0 or more`, {
		description: `Give a whole number of 0 or more in ${name()}.`,
	});
}

function checkAddress(value: unknown, name: () => string): void {
	if (typeof value !== 'string' || value.trim() === '' || HAS_SCHEME.test(value.trim())) return;
	throw new UserError(`${name()} is ${describe(value)}, which does not begin like an address`, {
		description: 'Write https:// before it, or the scheme of your app, such as myapp://.',
	});
}

/** Smaller numbers are not dates: Agora's own sample has 3600000, which looks like a duration. */
function checkExpiry(value: unknown, name: () => string, nowMs: number): void {
	if (typeof value !== 'number' || value < MIN_UNIX_MILLISECONDS || value >= nowMs) return;
	throw new UserError(`${name()} is ${new Date(value).toISOString()}, which is in the past`, {
		description: 'Give a date and time in the future, or leave the field out.',
	});
}

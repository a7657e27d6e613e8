import type { IDataObject } from 'n8n-workflow';

import { describe, isBlank } from '../reading/describe';
import { MIN_UNIX_MILLISECONDS } from '../reading/values';
import { UserError } from '../userError';
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

const COLOR = 'fcm.notification.color';

const TIME_TO_LIVE = 'fcm.timeToLive';

/** Four weeks. Source: Agora docs, 'Push notification management', mapping of field names to FCM. */
const MAX_TIME_TO_LIVE_SECONDS = 2_419_200;

/** Any scheme, but not a host with its port, such as `localhost:3000` or `example.com:80`. */
const HAS_SCHEME = /^(?!(?:localhost|[^:/]*\.[^:/]*):\d{1,5}(?:[/?#]|$))[a-z][a-z\d+.-]*:/i;

/**
 * Checks values that a device could not use.
 *
 * @throws UserError for the first one.
 */
export function checkValues(message: IDataObject, nameOf: NameOfPath, nowUnixMs: number): void {
	for (const path of BADGES) checkBadge(valueAt(message, path), () => nameOf(path));
	for (const path of ADDRESSES) checkAddress(valueAt(message, path), () => nameOf(path));
	checkExpiry(valueAt(message, EXPIRY), () => nameOf(EXPIRY), nowUnixMs);
	checkColor(valueAt(message, COLOR), () => nameOf(COLOR));
	checkTimeToLive(valueAt(message, TIME_TO_LIVE), () => nameOf(TIME_TO_LIVE));
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
function checkExpiry(value: unknown, name: () => string, nowUnixMs: number): void {
	if (typeof value !== 'number' || value < MIN_UNIX_MILLISECONDS || value >= nowUnixMs) return;
	throw new UserError(`${name()} is ${new Date(value).toISOString()}, which is in the past`, {
		description: 'Give a date and time in the future, or leave the field out.',
	});
}

/** Source: Firebase docs, 'REST Resource: projects.messages', AndroidNotification. */
function checkColor(value: unknown, name: () => string): void {
	if (isBlank(value) || (typeof value === 'string' && /^#[\da-f]{6}$/i.test(value.trim()))) return;
	throw new UserError(`${name()} is ${describe(value)}, not a color as #RRGGBB`, {
		description: 'Write it with six digits, such as #1E88E5, or leave the field out.',
	});
}

function checkTimeToLive(value: unknown, name: () => string): void {
	const isCount =
		typeof value === 'number' || (typeof value === 'string' && /^\s*\d+\s*$/.test(value));
	const seconds = isCount ? Number(value) : Number.NaN;
	const fits = Number.isInteger(seconds) && seconds >= 0 && seconds <= MAX_TIME_TO_LIVE_SECONDS;
	if (isBlank(value) || fits) return;
	throw new UserError(`${name()} is ${describe(value)}, not a number of seconds up to 4 weeks`, {
		description: 'Give a whole number from 0 to 2419200, such as 86400 for a day.',
	});
}

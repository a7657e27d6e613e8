/**
 * What no public page tells and a simulator has to choose. A client must depend on none of it.
 *
 * Choices that are no value or function, and stand in the actions:
 * - the app is checked first, then token, path, method, rate, media type, JSON and content.
 * - a wrong App ID in `/app-id/{app_id}` is refused as a wrong organization or app is.
 * - a synchronous push/single answers what push/sync answers, each entry with the target's `id`.
 * - a user who has a device gets an entry for each one tried. Where a second channel reached him, the
 *   refusals of the first are left out; where none did, all of them stand there.
 * - Agora's own channel answers what a client of it reads, `{ result, msg_id }`; the values are made
 *   up, as are those of vivo's success and of a refusal of Huawei's.
 * - a push that Agora keeps for later, with no vendor asked, is a SUCCESS.
 * - `startDate` is checked as the page words it, and ignored where no page has it. A task that waits is
 *   none of the three that may be running. Its receivers are those of the moment of the call.
 * - an ID with capitals, where none may hold any, is that of a user who does not exist.
 * - a list of labels carries a cursor as a list of users does.
 * - adding a member, or removing a user who is none, succeeds and changes nothing.
 * - a blank title or content is a missing one, and a missing one is refused, as the
 *   official SDKs do, although the page names defaults.
 */
import { illegalArgument, ServiceError } from './errors.mts';
import type { WireObject } from './wire.mts';

/** Built as the documented "push label not exists of XXX". */
export const labelExists = (name: string): ServiceError =>
	illegalArgument(`push label already exists of ${name}`);

/** The words with which the official Java SDK refuses the same input. */
export const labelNameIllegal = (): ServiceError => illegalArgument('label name illegal');
export const labelDescriptionIllegal = (): ServiceError =>
	illegalArgument('label description illegal');
export const userNameListIllegal = (): ServiceError => illegalArgument('user name list illegal');

/** Agora's Chinese page says that this is an error; the words of that error are unknown. */
export const syncPushTakesOneTarget = (): ServiceError =>
	illegalArgument('sync push only supports one target');
export const targetsIllegal = (): ServiceError => illegalArgument('targets illegal');
export const startDateIllegal = (): ServiceError => illegalArgument('startDate illegal');
export const strategyIllegal = (): ServiceError => illegalArgument('strategy illegal');
export const asyncIllegal = (): ServiceError => illegalArgument('async illegal');

/** The range of `limit` is documented, the answer outside it is not. */
export const pageLimitIllegal = (): ServiceError => illegalArgument('limit illegal');
export const cursorIllegal = (): ServiceError => illegalArgument('cursor illegal');

/** The page lists 405 without error or words. */
export const methodNotAllowed = (): ServiceError =>
	new ServiceError({ status: 405, description: 'Method Not Allowed' });

/** Error and words are documented; the exception is not. */
export const bodyIsNotJson = (): ServiceError =>
	new ServiceError({
		status: 400,
		error: 'json_parse',
		exception: 'JsonParseException',
		description: 'Unexpected character.',
	});

/** Exception and words are documented; the error follows the rule of the other services. */
export const serviceNotOpen = (): ServiceError =>
	new ServiceError({
		status: 403,
		error: 'service_not_open',
		exception: 'ServiceNotOpenException',
		description: 'push service not open',
	});

/** Reason texts of `fail` are undocumented; this one is documented for a push. */
export const UNKNOWN_USER = 'appUser not exists';

/** Strategies 1 and 4 name no words for a user who is offline. */
export const USER_OFFLINE = 'user offline';
export const RETAINED = 'user offline, push retained';

/** A label created without a description shows an empty one. */
export const NO_DESCRIPTION = '';

/**
 * What stands in `data` of a synchronous success in Agora docs. The page does not say whose answer
 * it is; it looks like that of Huawei's or Honor's, and stands in for every vendor whose own is
 * unknown.
 */
export function publishedVendorAnswer(requestId: string): WireObject {
	return {
		code: 200,
		data: { expireTokens: [], sendResult: true, requestId, failTokens: [], msgCode: 200 },
		message: 'Success',
	};
}

/** The same with a refusal, which no page shows; the code is Huawei's for tokens that are invalid. */
export function vendorRefusal(requestId: string, deviceToken: string, reason: string): WireObject {
	const code = 80300007;
	return {
		code,
		data: {
			expireTokens: [],
			sendResult: false,
			requestId,
			failTokens: [deviceToken],
			msgCode: code,
		},
		message: reason,
	};
}

/** No page tells how a token is refused. The error is OAuth's. */
export const clientUnknown = (): ServiceError =>
	new ServiceError({
		status: 401,
		error: 'invalid_grant',
		exception: 'EasemobSecurityException',
		description: 'client_id or client_secret is wrong',
	});
export const grantTypeIllegal = (): ServiceError => illegalArgument('grant_type illegal');
export const ttlIllegal = (): ServiceError => illegalArgument('ttl illegal');

/** How far ahead of the service's clock a token may have been issued. */
export const TOKEN_CLOCK_SKEW_SECONDS = 60;

/**
 * §2.1: "the total length of key-value pairs" counts keys and values, not JSON's punctuation;
 * a character is a Unicode code point.
 */
export function extLength(ext: Readonly<Record<string, unknown>>): number {
	return Object.entries(ext).reduce((total, [key, value]) => {
		const text = typeof value === 'string' ? value : JSON.stringify(value);
		return total + Array.from(key).length + Array.from(text).length;
	}, 0);
}

import type { IDataObject } from 'n8n-workflow';

import { UserError } from '../userError';

/** Names that belong to a call of Agora's API, beside the message. */
const CALL_FIELDS = ['pushMessage', 'targets', 'strategy', 'async', 'startDate'];

/** Names that a message for FCM or APNs begins with, when it is written for them directly. */
const FCM_AND_APNS_FIELDS = ['notification', 'message', 'aps'];

/**
 * @param whatToGive how the advice begins.
 * @throws UserError for JSON that belongs to a call as a whole.
 */
export function rejectWholeCall(json: IDataObject, displayName: string, whatToGive: string): void {
	const ofCall = CALL_FIELDS.find((name) => Object.hasOwn(json, name));
	if (ofCall === undefined) return;
	throw new UserError(`'${displayName}' holds '${ofCall}', which is not part of a message`, {
		description: `${whatToGive}: users, labels and 'Strategy' have fields of their own.`,
	});
}

/**
 * Checks that a whole message, given as JSON, is one of Agora's, and no more than that.
 *
 * @throws UserError for a whole call, and for a message as another service takes it.
 */
export function checkShape(
	message: IDataObject,
	displayName: string,
	hint: (message: string, description: string) => void,
): void {
	rejectWholeCall(message, displayName, "Give only what is in 'pushMessage'");
	const isAgoras = Object.hasOwn(message, 'title') || Object.hasOwn(message, 'content');
	const ofProvider = FCM_AND_APNS_FIELDS.find((name) => Object.hasOwn(message, name));
	if (ofProvider !== undefined && !isAgoras) {
		throw new UserError(
			`'${displayName}' holds '${ofProvider}', like a message for FCM or APNs, but no 'title' and 'content'`,
			{
				description:
					'Write it as {"title": "…", "content": "…"}; what is for one provider alone goes into "fcm" or "apns".',
			},
		);
	}
	if (!Object.hasOwn(message, 'sub_title')) return;
	hint(
		`'${displayName}' holds 'sub_title'`,
		"Write it as 'subTitle', which is the name in the service's list of fields.",
	);
}

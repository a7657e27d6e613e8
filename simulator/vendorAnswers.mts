import { publishedVendorAnswer, vendorRefusal } from './inferred.mts';
import type { JsonObject } from './parse.mts';
import { uuidOf } from './snowflake.mts';
import type { WireObject } from './wire.mts';

/** A push that was handed to a vendor. */
export interface HandedOver {
	/** The vendor's own id of the message is made from it. */
	readonly id: bigint;
	readonly deviceToken: string;
	readonly message: JsonObject;
	readonly atMs: number;
	/** The vendor's word for why it refused the push. */
	readonly refusal: string | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

type Answerer = (push: HandedOver) => WireObject;

/**
 * What each vendor answers to a push, by its provider key. Those of FCM and APNs are what the
 * command-line client `ycj3/agora-chat-cli` shows, with the numbers as in Easemob docs, "Offline push
 * callbacks"; vivo's refusal stands there too.
 */
const ANSWERS: Readonly<Record<string, Answerer>> = {
	fcm: ({ id, refusal }) =>
		refusal === undefined
			? { name: `projects/simulator/messages/${id}` }
			: {
					error: {
						code: 404,
						status: 'NOT_FOUND',
						message: 'Requested entity was not found.',
						details: [{ errorCode: refusal }],
					},
				},
	apns: (push) => ({
		accepted: push.refusal === undefined,
		apnsId: uuidOf(push.id),
		apnsUniqueId: push.refusal === undefined ? uuidOf(push.id) : null,
		statusCode: push.refusal === undefined ? 200 : 400,
		rejectionReason: push.refusal ?? null,
		tokenInvalidationTimestamp: null,
		pushNotification: {
			payload: apnsPayload(push.message),
			topic: 'com.example.simulator',
			expiration: push.atMs + DAY_MS,
			priority: 'IMMEDIATE',
			token: push.deviceToken,
		},
	}),
	vivo: ({ id, refusal }) =>
		refusal === undefined
			? { result: 0, desc: 'success', taskId: id.toString() }
			: { result: 10206, desc: 'Incorrect sign' },
	agora: ({ id, refusal }) => ({
		result: refusal ?? 'success',
		msg_id: refusal === undefined ? [id.toString()] : [],
	}),
};

/** What stands in `data` of a synchronous push for one device. */
export function vendorAnswer(provider: string, push: HandedOver): WireObject {
	const answerer = ANSWERS[provider];
	if (answerer !== undefined) return answerer(push);
	const { id, deviceToken, refusal } = push;
	return refusal === undefined
		? publishedVendorAnswer(id.toString())
		: vendorRefusal(id.toString(), deviceToken, refusal);
}

function apnsPayload({ title, subTitle, content }: JsonObject): string {
	return JSON.stringify({ aps: { alert: { title, subtitle: subTitle, body: content } } });
}

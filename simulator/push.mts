import { type Delivery, isStrategy, OWN_PROVIDER, type Push } from './delivery.mts';
import { RETAINED, strategyIllegal } from './inferred.mts';
import { PushMessage } from './message.mts';
import type { JsonObject } from './parse.mts';
import type { Service } from './service.mts';
import { deviceIdentity } from './store.mts';
import { vendorAnswer } from './vendorAnswers.mts';
import type { WireObject } from './wire.mts';

const DEFAULT_STRATEGY = 2;

/** Reads the members that all pushes share: `strategy` and `pushMessage`. */
export function readPush(body: JsonObject, service: Service): Push {
	const { strategy = DEFAULT_STRATEGY, pushMessage } = body;
	const { settings } = service;
	if (!isStrategy(strategy)) throw strategyIllegal();
	return { strategy, message: new PushMessage(pushMessage, settings), at: settings.now() };
}

/**
 * What a synchronous push answers for one user: an entry for each device that was tried. Without any
 * it is one entry: SUCCESS when Agora keeps the push, else FAIL with the reason.
 */
export function pushResults(deliveries: readonly Delivery[], service: Service): WireObject[] {
	const tried = deliveries.filter(({ deviceIndex }) => deviceIndex !== undefined);
	if (tried.length > 0) return tried.map((delivery) => deviceResult(delivery, service));
	const refused = deliveries.find(({ reason }) => reason !== RETAINED);
	if (refused !== undefined) return [{ pushStatus: 'FAIL', desc: refused.reason }];
	return deliveries.map((delivery) => deviceResult(delivery, service));
}

function deviceResult(delivery: Delivery, { store }: Service): WireObject {
	const { userId, provider, deviceIndex = 0, message, at, reason } = delivery;
	const refusal = reason === RETAINED ? undefined : reason;
	const user = store.registeredUser(userId);
	const device = user?.devices[deviceIndex];
	const deviceToken =
		user === undefined || device === undefined
			? ''
			: deviceIdentity(user, device, deviceIndex).deviceToken;
	const push = { id: store.ids.next(), deviceToken, message, atMs: at, refusal };
	const data = vendorAnswer(provider ?? OWN_PROVIDER, push);
	return refusal === undefined
		? { pushStatus: 'SUCCESS', data }
		: { pushStatus: 'FAIL', desc: refusal, data };
}

import { type Delivery, isStrategy, type Push } from './delivery.mts';
import { illegalArgument } from './errors.mts';
import { RETAINED, strategyIllegal, vendorResult } from './inferred.mts';
import { PushMessage } from './message.mts';
import type { JsonObject } from './parse.mts';
import type { Service } from './service.mts';
import type { WireObject } from './wire.mts';

const DEFAULT_STRATEGY = 2;

/** Reads the members that all pushes share: `strategy` and `pushMessage`. */
export function readPush(body: JsonObject, service: Service): Push {
	const { strategy = DEFAULT_STRATEGY, pushMessage, startDate } = body;
	const { settings } = service;
	if (!isStrategy(strategy)) throw strategyIllegal();
	if (startDate !== undefined) throw illegalArgument('startDate is not simulated');
	return { strategy, message: new PushMessage(pushMessage, settings), at: settings.now() };
}

/**
 * What a synchronous push answers for one user: SUCCESS when a device was reached or Agora keeps
 * the push, FAIL when a provider refused it, even if Agora keeps it then.
 */
export function pushResult(deliveries: readonly Delivery[], service: Service): WireObject {
	const refused = deliveries.find(({ reason }) => reason !== undefined && reason !== RETAINED);
	const reached = deliveries.some((delivery) => delivery.reached);
	if (refused !== undefined && !reached) return { pushStatus: 'FAIL', desc: refused.reason };
	const requestId = service.store.ids.next().toString();
	return { pushStatus: 'SUCCESS', data: vendorResult(requestId) };
}

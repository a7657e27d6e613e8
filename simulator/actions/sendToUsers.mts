import type { Action } from '../action.mts';
import type { Push } from '../delivery.mts';
import { asyncIllegal, syncPushTakesOneTarget, targetsIllegal } from '../inferred.mts';
import { TARGETS_PER_PUSH } from '../limits.mts';
import { bodyObject, isTextList, type JsonObject } from '../parse.mts';
import { pushResults, readPush } from '../push.mts';
import type { Service } from '../service.mts';
import type { SimulatorSettings } from '../settings.mts';
import type { WireObject } from '../wire.mts';

/** Agora docs, "Send push notifications by users". */
export const sendToUsers: Action = {
	method: 'POST',
	path: 'push/single',
	takesBody: true,
	rates: ['sendToUsersPerMinute'],

	run(call, service) {
		const body = bodyObject(call.body);
		const isAsync = readAsync(body, service.settings);
		const targets = readTargets(body, isAsync);
		const push = readPush(body, service);
		const send = isAsync ? sendAsync : sendSync;
		return {
			data: targets.flatMap((target) => {
				const id = service.store.answeredId(target);
				return send(target, push, service).map((result) => ({ id, ...result }));
			}),
		};
	},
};

function readAsync(
	{ async: isAsync = true }: JsonObject,
	{ asyncFalseIgnored }: SimulatorSettings,
): boolean {
	if (asyncFalseIgnored) return true;
	if (typeof isAsync !== 'boolean') throw asyncIllegal();
	return isAsync;
}

function readTargets({ targets }: JsonObject, isAsync: boolean): string[] {
	if (!isTextList(targets) || targets.length === 0) throw targetsIllegal();
	if (!isAsync && targets.length > 1) throw syncPushTakesOneTarget();
	if (targets.length > TARGETS_PER_PUSH) throw targetsIllegal();
	return targets;
}

function sendSync(target: string, push: Push, service: Service): WireObject[] {
	return pushResults(service.push(target, push), service);
}

function sendAsync(target: string, push: Push, service: Service): WireObject[] {
	const deliveries = service.push(target, push);
	if (service.settings.asyncChecksTargets) {
		const results = pushResults(deliveries, service);
		const [failed] = results;
		if (failed !== undefined && results.every(isFailed)) return [failed];
	}
	return [{ pushStatus: 'ASYNC_SUCCESS', desc: 'async success.' }];
}

function isFailed({ pushStatus }: WireObject): boolean {
	return pushStatus !== 'SUCCESS';
}

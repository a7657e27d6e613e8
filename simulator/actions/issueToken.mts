import type { Action } from '../action.mts';
import { clientUnknown, grantTypeIllegal, ttlIllegal } from '../inferred.mts';
import { bodyObject, type JsonObject } from '../parse.mts';
import type { Service } from '../service.mts';
import type { SimulatorSettings } from '../settings.mts';

/** Sixty days; with a `ttl` of 0 a token lives for ever, as near as an integer of 32 bits comes. */
const CLIENT_TOKEN_SECONDS = 5_184_000;
const FOREVER_SECONDS = 2 ** 31 - 1;

/**
 * A token for later calls. The grant `agora` exchanges a Token007 (Agora's pages until 2022);
 * `client_credentials` is Easemob's, and its answer stands for both. Its SDKs send the JSON under a
 * form's content type.
 */
export const issueToken: Action = {
	method: 'POST',
	path: 'token',
	takesBody: true,
	anyMediaType: true,
	authenticates: true,
	answersBare: true,
	rates: ['tokenCallsPerSecond'],

	run({ body, authorization }, service) {
		const { token, lifeSeconds } = grant(bodyObject(body), authorization, service);
		const application = applicationUuid(service.settings);
		return { access_token: token, expires_in: lifeSeconds, application };
	},
};

function grant(body: JsonObject, authorization: string | undefined, service: Service) {
	const { tokens, settings } = service;
	switch (body.grant_type) {
		case 'agora':
			return tokens.exchange(authorization);
		case 'client_credentials':
			if (body.client_id !== settings.clientId) throw clientUnknown();
			if (body.client_secret !== settings.clientSecret) throw clientUnknown();
			return tokens.issue(readLifeSeconds(body));
		default:
			throw grantTypeIllegal();
	}
}

function readLifeSeconds({ ttl = CLIENT_TOKEN_SECONDS }: JsonObject): number {
	if (typeof ttl !== 'number' || !Number.isSafeInteger(ttl) || ttl < 0) throw ttlIllegal();
	return ttl === 0 ? FOREVER_SECONDS : ttl;
}

/** The App ID in the form of a UUID, as an application has one besides. */
function applicationUuid({ appId }: SimulatorSettings): string {
	return appId.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

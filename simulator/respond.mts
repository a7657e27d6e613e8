import type { Action } from './action.mts';
import { type ActionName, actions } from './actions/index.mts';
import { applicationNotFound, ServiceError, unsupportedMediaType } from './errors.mts';
import { bodyIsNotJson, serviceNotOpen } from './inferred.mts';
import { parseJson } from './parse.mts';
import type { Service } from './service.mts';
import { renderAnswer, stringifyWire } from './wire.mts';

/** A request as the service sees it. */
export interface ServiceRequest {
	/** What the address means: an action, or the error that it deserves. */
	readonly route: ActionName | (() => ServiceError);
	readonly orgName: string;
	readonly appName: string;
	readonly method: string;
	readonly rawPath: string;
	/** Without query, percent-encoding taken away. */
	readonly path: string;
	readonly parameters: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	readonly headers: Readonly<Record<string, string | string[] | undefined>>;
	readonly authorization: string | undefined;
	readonly contentType: string | undefined;
	/** Undefined without a body. */
	readonly bodyText: string | undefined;
	readonly receivedAtMs: number;
}

/** An answer as it goes onto the wire. */
export interface WireResponse {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

export const JSON_TYPE = 'application/json;charset=UTF-8';

/** Does what the request asks and answers it. Effects take place only with status 200. */
export function respond(request: ServiceRequest, service: Service): WireResponse {
	try {
		const body = run(request, service);
		return { status: 200, headers: { 'content-type': JSON_TYPE }, body };
	} catch (error) {
		if (error instanceof ServiceError) return renderError(error, request, service);
		throw error;
	}
}

/** An error of the service as it goes onto the wire. */
export function renderError(
	error: ServiceError,
	{ receivedAtMs }: Pick<ServiceRequest, 'receivedAtMs'>,
	{ settings }: Service,
): WireResponse {
	return {
		status: error.status,
		headers: { 'content-type': JSON_TYPE },
		body: error.render(settings, settings.now() - receivedAtMs),
	};
}

function run(request: ServiceRequest, service: Service): string {
	const { route, authorization } = request;
	checkApplication(request, service);
	if (typeof route === 'function') {
		service.tokens.authenticate(authorization);
		throw route();
	}
	const action = actions[route];
	if (action.authenticates !== true) service.tokens.authenticate(authorization);
	return runAction(action, request, service);
}

function runAction(action: Action, request: ServiceRequest, service: Service): string {
	const { parameters, query, headers, path, authorization, receivedAtMs } = request;
	const { settings } = service;
	if (action.path.startsWith('push/') && !settings.pushServiceOpen) throw serviceNotOpen();
	service.rates.take(action.rates);
	const uri = `http://${String(headers.host)}${path}`;
	const body = readBody(request, action);
	const answer = action.run({ parameters, query, body, uri, authorization }, service);
	if (action.answersBare === true) return stringifyWire(answer);
	const nowMs = settings.now();
	return renderAnswer(answer, nowMs, nowMs - receivedAtMs);
}

/** Source: Agora docs since v1.4.0, in all REST pages: `/app-id/{app_id}/…`. */
const APP_ID_SEGMENT = 'app-id';

function checkApplication({ orgName, appName, path }: ServiceRequest, { settings }: Service): void {
	const isByName = orgName === settings.orgName && appName === settings.appName;
	const isById = orgName === APP_ID_SEGMENT && appName === settings.appId;
	if (isByName || isById) return;
	throw applicationNotFound(orgName, appName, path.slice(1));
}

function readBody({ contentType, bodyText = '' }: ServiceRequest, action: Action): unknown {
	if (!action.takesBody) return undefined;
	const mediaType = contentType?.split(';')[0]?.trim().toLowerCase();
	const isJson = action.anyMediaType === true || mediaType === 'application/json';
	if (!isJson) throw unsupportedMediaType();
	const body = parseJson(bodyText);
	if (body === undefined) throw bodyIsNotJson();
	return body;
}

import type { RecordedRequest } from './requests.mts';
import { isObject, parseJson } from './parse.mts';
import { respond, type ServiceRequest, type WireResponse } from './respond.mts';
import type { Service } from './service.mts';
import type { WeatherRule } from './weather.mts';
import {
	bendsAnswer,
	bentAnswer,
	happens,
	letHappen,
	madeUpAnswer,
	type Outcome,
} from './weatherAnswers.mts';

/** One request from arrival to answer: recorded, served, and subject to the weather. */
export async function exchange(request: ServiceRequest, service: Service): Promise<Outcome> {
	service.deliverDue();
	const record = startRecord(request, service);
	const rule = service.weather.take(record);
	record.weather = rule?.weather.kind ?? null;

	const serve = (): WireResponse => {
		const answer = respond(request, service);
		record.tookEffect = answer.status === 200;
		return answer;
	};
	const outcome = await serveUnder(rule, serve, request, service);
	record.status = typeof outcome === 'string' ? null : outcome.status;
	service.events.emit('request', record);
	return outcome;
}

async function serveUnder(
	rule: WeatherRule | undefined,
	serve: () => WireResponse,
	request: ServiceRequest,
	service: Service,
): Promise<Outcome> {
	if (rule === undefined) return serve();
	const { weather, afterEffect = false } = rule;
	if (happens(weather)) {
		letHappen(weather, request, service);
		return serve();
	}
	if (bendsAnswer(weather)) return bentAnswer(weather, serve(), request);
	if (afterEffect) serve();
	return madeUpAnswer(weather, request, service);
}

function startRecord(request: ServiceRequest, service: Service): RecordedRequest {
	const { route, method, rawPath, path, query, headers, authorization, bodyText } = request;
	const record: RecordedRequest = {
		action: typeof route === 'function' ? null : route,
		method,
		rawPath,
		path,
		query,
		headers,
		token: service.tokens.kindOf(authorization),
		body: bodyText === undefined ? undefined : withoutSecret(parseJson(bodyText) ?? bodyText),
		at: request.receivedAtMs,
		status: null,
		tookEffect: false,
		weather: null,
	};
	service.record(record);
	service.tokens.keep(authorization);
	return record;
}

/** Records may be looked at by anyone. */
function withoutSecret(body: unknown): unknown {
	if (!isObject(body) || !('client_secret' in body)) return body;
	return { ...body, client_secret: 'not recorded' };
}

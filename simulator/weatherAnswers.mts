import { STATUS_CODES } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { rateExceeded, ServiceError, staleToken } from './errors.mts';
import { isObject } from './parse.mts';
import { JSON_TYPE, renderError, type ServiceRequest, type WireResponse } from './respond.mts';
import type { Service } from './service.mts';
import type { BentAnswer, Happening, MadeUpAnswer, Weather } from './weather.mts';

/** What goes onto the wire: an answer, a reset of the connection, or nothing. */
export type Outcome = WireResponse | 'reset' | 'hang';

export function bendsAnswer(weather: Weather): weather is BentAnswer {
	return ['halfJson', 'slow', 'repeatCursor', 'halfData'].includes(weather.kind);
}

export function happens(weather: Weather): weather is Happening {
	return ['tokenExpires', 'labelDeleted'].includes(weather.kind);
}

/** Lets it happen; the service is not asked yet. */
export function letHappen(
	weather: Happening,
	{ authorization }: ServiceRequest,
	service: Service,
): void {
	switch (weather.kind) {
		case 'tokenExpires':
			service.tokens.expireThatOf(authorization);
			return;
		case 'labelDeleted': {
			const label = service.store.findLabel(weather.label);
			if (label !== undefined) service.deleteLabel(label);
		}
	}
}

/** The service's own answer, changed. */
export async function bentAnswer(
	weather: BentAnswer,
	answer: WireResponse,
	{ query }: ServiceRequest,
): Promise<WireResponse> {
	switch (weather.kind) {
		case 'halfJson':
			return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
		case 'slow':
			// A timer that keeps nothing alive, so that a closing simulator need not wait for it.
			await delay(weather.delayMs, undefined, { ref: false });
			return answer;
		case 'repeatCursor':
			return { ...answer, body: withCursor(answer.body, query.cursor) };
		case 'halfData':
			return { ...answer, body: withHalfData(answer.body) };
	}
}

/** What comes in place of the service's own answer. */
export function madeUpAnswer(
	weather: MadeUpAnswer,
	request: ServiceRequest,
	service: Service,
): Outcome {
	switch (weather.kind) {
		case 'hang':
		case 'reset':
			return weather.kind;
		case 'status':
			return statusAnswer(weather, request, service);
		case 'body': {
			const { body, status = 200, contentType = JSON_TYPE } = weather;
			const text = typeof body === 'string' ? body : JSON.stringify(body);
			return { status, headers: { 'content-type': contentType }, body: text };
		}
		case 'empty':
			return { status: 200, headers: {}, body: '' };
		case 'redirect': {
			const { location, status = 302 } = weather;
			return { status, headers: { location }, body: '' };
		}
	}
}

function statusAnswer(
	{ status, retryAfter, page = 'json' }: Extract<MadeUpAnswer, { kind: 'status' }>,
	request: ServiceRequest,
	service: Service,
): WireResponse {
	const answer =
		page === 'html'
			? { status, headers: { 'content-type': 'text/html' }, body: proxyPage(status) }
			: renderError(serviceErrorFor(status), request, service);
	if (retryAfter === undefined) return answer;
	return { ...answer, headers: { ...answer.headers, 'retry-after': retryAfter } };
}

function serviceErrorFor(status: number): ServiceError {
	if (status === 429) return rateExceeded();
	if (status === 401) return staleToken();
	return new ServiceError({ status, description: reasonPhrase(status) });
}

/** The page that a proxy in front of the service would show. */
function proxyPage(status: number): string {
	const title = `${status} ${reasonPhrase(status)}`;
	return `<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

function reasonPhrase(status: number): string {
	return STATUS_CODES[status] ?? 'Unknown';
}

/** Lists hold no integers above 2^53 but as texts; an answer without a list stays as it is. */
function withHalfData(body: string): string {
	const answer: unknown = JSON.parse(body);
	if (!isObject(answer)) return body;
	const { data } = answer;
	if (Array.isArray(data)) return JSON.stringify({ ...answer, data: firstHalf(data) });
	if (!isObject(data) || !Array.isArray(data.success)) return body;
	return JSON.stringify({ ...answer, data: { ...data, success: firstHalf(data.success) } });
}

function firstHalf(list: unknown[]): unknown[] {
	return list.slice(0, Math.floor(list.length / 2));
}

/** Pages hold no integers above 2^53, so reading and writing them as JSON changes nothing else. */
function withCursor(body: string, cursor: string | undefined): string {
	const page: unknown = JSON.parse(body);
	return cursor === undefined || !isObject(page) ? body : JSON.stringify({ ...page, cursor });
}

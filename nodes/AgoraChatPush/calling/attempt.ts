import type { IHttpRequestOptions } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { readAnswer, type ServiceAnswer } from './answer';
import { deadlineOf, type Deadline } from './deadline';
import { readBody } from './download';
import { networkFailure } from './networkFailure';
import { encodePath, type Call, type HttpAnswer } from './serviceRequest';

/**
 * Hands a request to n8n's HTTP helper, which adds the token.
 *
 * It reads `abortSignal` when it has the credential, and not before.
 */
export type Transport = (options: IHttpRequestOptions) => Promise<unknown>;

/**
 * Makes a call once; its connection is closed when its time is over.
 *
 * @throws ServiceFailure when no usable answer comes back.
 */
export async function attempt(
	call: Call,
	transport: Transport,
	cancelSignal: AbortSignal | undefined,
): Promise<ServiceAnswer> {
	const deadline = deadlineOf(call.settings.timeoutMs, cancelSignal);
	let isHandedOver = false;
	const options: IHttpRequestOptions = {
		...toHttp(call),
		get abortSignal() {
			isHandedOver = true;
			return deadline.signal;
		},
		// n8n's helper puts the execution's signal here, which knows nothing of the call's end.
		set abortSignal(_ofExecution) {
			return;
		},
	};
	try {
		const arriving = transport(options).then(async (answer) => await receive(answer, deadline));
		return readAnswer(await Promise.race([arriving, deadline.passing]), call);
	} catch (error) {
		throw networkFailure(error, call, { isHandedOver, cutOffBy: deadline.cutOffBy() });
	} finally {
		deadline.done();
	}
}

/** Bytes in both directions: n8n would drop an empty body, and round large integers in an answer. */
function toHttp({ credential, method, path, query, body, settings }: Call): IHttpRequestOptions {
	return {
		method,
		url: credential.origin + encodePath([credential.orgName, credential.appName, ...path]),
		qs: query,
		headers: {
			Accept: 'application/json',
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		body: body === undefined ? undefined : JSON.stringify(body),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: settings.timeoutMs,
	};
}

async function receive(answer: unknown, deadline: Deadline): Promise<HttpAnswer> {
	const { statusCode, body, headers } = isDataObject(answer) ? answer : {};
	const { 'retry-after': retryAfter, date } = isDataObject(headers) ? headers : {};
	return {
		statusCode: Number(statusCode),
		body: await readBody(body, deadline),
		retryAfter,
		date,
	};
}

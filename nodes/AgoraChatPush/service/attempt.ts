import type { IHttpRequestOptions } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { networkFailure } from './errors/networkFailure';
import { deadlineOf, type Deadline } from './limits/deadline';
import { readBody } from './readBody';
import { readResponse, type ServiceResponse } from './response';
import { encodePath, type Call, type HttpResponse } from './serviceRequest';

/**
 * Hands a request to n8n's HTTP helper, which adds the token.
 *
 * It reads `abortSignal` once it has read the credential, just before it sends the request.
 */
export type Transport = (options: IHttpRequestOptions) => Promise<unknown>;

/**
 * Makes a call once; its connection is closed when its time is over.
 *
 * @throws CallFailure when no usable response comes back.
 */
export async function attempt(
	call: Call,
	transport: Transport,
	cancelSignal: AbortSignal | undefined,
): Promise<ServiceResponse> {
	const deadline = deadlineOf(call.settings.timeoutMs, cancelSignal);
	let isCredentialRead = false;
	const options: IHttpRequestOptions = {
		...toHttp(call),
		// n8n's helper reads it only after it has read the credential: from then on the request may go out.
		get abortSignal() {
			isCredentialRead = true;
			return deadline.signal;
		},
		// n8n's helper puts the execution's signal here, which knows nothing of the call's end.
		set abortSignal(_ofExecution) {
			return;
		},
	};
	try {
		const arriving = transport(options).then(async (response) => await receive(response, deadline));
		return readResponse(await Promise.race([arriving, deadline.expiry]), call);
	} catch (error) {
		throw networkFailure(error, call, { isCredentialRead, cutOffBy: deadline.cutOffBy() });
	} finally {
		deadline.dispose();
	}
}

/** As text both ways: n8n would drop an empty body, and round large integers in a response. */
function toHttp({ credential, method, path, query, body, settings }: Call): IHttpRequestOptions {
	return {
		method,
		url: credential.origin + encodePath([...credential.appPath, ...path]),
		qs: query,
		headers: {
			Accept: 'application/json',
			...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
		},
		body: JSON.stringify(body),
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
		timeout: settings.timeoutMs,
	};
}

async function receive(response: unknown, deadline: Deadline): Promise<HttpResponse> {
	const { statusCode, body, headers } = isDataObject(response) ? response : {};
	const { 'retry-after': retryAfter, date } = isDataObject(headers) ? headers : {};
	return {
		statusCode: Number(statusCode),
		body: await readBody(body, deadline),
		retryAfter,
		date,
	};
}

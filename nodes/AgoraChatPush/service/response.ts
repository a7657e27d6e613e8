import { CallFailure } from '../callFailure';
import { isDataObject } from '../json/dataObject';
import { parseExact } from '../json/exactJson';
import { isNestedTooDeeply } from '../json/nesting';
import {
	explainCursor,
	explainResponse,
	explainShape,
	explainUnreadable,
} from './errors/responseErrors';
import { httpDateUnixMs, retryAfterMs } from './limits/retryDelay';
import { withoutTokensInResponse } from './redaction';
import type { CallContext, HttpResponse } from './serviceRequest';

/** The JSON object of a successful answer, integers above 2^53 as strings. */
export class ServiceResponse {
	constructor(
		private readonly fields: Record<string, unknown>,
		private readonly call: CallContext,
	) {}

	/**
	 * The answer's `data`, once it has the shape that the operation needs.
	 *
	 * @param wanted how the shape is called in the error, such as 'a list'.
	 * @param name of the member that holds it; answers about users have 'entities'.
	 * @throws CallFailure when it has another shape.
	 */
	data<Data>(isData: (data: unknown) => data is Data, wanted: string, name = 'data'): Data {
		const { [name]: data, error } = this.fields;
		const isComplete = data !== undefined || error === undefined;
		if (isComplete && isData(data)) return data;
		throw new CallFailure({
			...explainShape(wanted, name, this.fields, this.call),
			isUncertain: true,
		});
	}

	/**
	 * Where the next page begins; empty on the last one.
	 *
	 * @throws CallFailure for a cursor that cannot be sent back: the list would seem to end here.
	 */
	get cursor(): string {
		const { cursor } = this.fields;
		if (cursor === undefined || cursor === null) return '';
		const text = typeof cursor === 'number' ? String(cursor) : cursor;
		if (
			typeof text === 'string' &&
			text.length <= MAX_CURSOR_LENGTH &&
			!/\p{Surrogate}/u.test(text)
		) {
			return text;
		}
		throw new CallFailure({ ...explainCursor(this.call), isUncertain: false });
	}
}

/** Fits into a URL with everything else, at any web server. */
const MAX_CURSOR_LENGTH = 4000;

/** @throws CallFailure unless the status is 2xx and the body a JSON object that can be handled. */
export function readResponse(response: HttpResponse, call: CallContext): ServiceResponse {
	const { statusCode } = response;
	const isUncertain = !isCertainlyRejected(statusCode);
	const read = parseBody(response.body);
	if (response.body === undefined || isNestedTooDeeply(read)) {
		const explanation = explainUnreadable(response, call, isUncertain);
		throw new CallFailure({ ...explanation, isUncertain }, { httpCode: statusCode });
	}
	const parsed = withoutTokensInResponse(read, response.body, call.credential);
	const isSuccess = statusCode >= 200 && statusCode < 300;
	if (isSuccess && isDataObject(parsed)) return new ServiceResponse(parsed, call);

	const { message, description, isTransient, ...explained } = explainResponse(
		response,
		parsed,
		call,
	);
	throw new CallFailure(
		{ message, description, isUncertain, isTransient },
		{ ...explained, httpCode: statusCode, retryAfterMs: retryDelayIn(response) },
	);
}

/** A date is compared with the clock of the server that set it. */
function retryDelayIn({ retryAfter, date }: HttpResponse): number | undefined {
	return retryAfterMs(retryAfter, httpDateUnixMs(date) ?? Date.now());
}

/** Statuses that mean that the service, or a proxy before it, has certainly not acted on a call. */
function isCertainlyRejected(statusCode: number): boolean {
	const isRequestTimeout = statusCode === 408;
	const isUnavailable = statusCode === 503;
	return (statusCode >= 300 && statusCode < 500 && !isRequestTimeout) || isUnavailable;
}

function parseBody(body = ''): unknown {
	try {
		return parseExact(body);
	} catch {
		return undefined;
	}
}

import type { Credential } from '../../../../credentials/credential';
import type { Explanation } from '../../callFailure';
import { isDataObject } from '../../json/dataObject';
import { MAX_RESPONSE_BYTES } from '../readBody';
import { withoutTokens } from '../redaction';
import type { CallContext, HttpResponse, NotFound } from '../serviceRequest';
import { HTTP_ERRORS, type ErrorResponse } from './httpErrors';
import { lostResponseAdvice } from './lostResponse';
import { singleLine } from './singleLine';

interface ExplainedAnswer extends Explanation {
	quotedReason: string;
	isNotFound?: boolean;
	isTransient?: boolean;
	isRateExceeded?: boolean;
}

/** Explains an answer that is not the JSON object of a success, and quotes the service's words. */
export function explainResponse(
	answer: HttpResponse,
	parsed: unknown,
	call: CallContext,
): ExplainedAnswer {
	const error = errorResponseOf(answer, parsed, call.credential);
	const { notFound } = call;
	if (notFound !== undefined && isNotFound(answer.statusCode, error, notFound)) {
		const message = `${notFound.message} ${error.quoted}`;
		const { description } = notFound;
		return { message, description, quotedReason: error.quoted, isNotFound: true };
	}
	const httpError = HTTP_ERRORS.find(({ matches }) => matches(answer.statusCode, error));
	const explanation = httpError?.explain(error, call) ?? explainNoJson(answer, call);
	const { isTransient, isRateExceeded } = httpError ?? {};
	return { ...explanation, quotedReason: error.quoted, isTransient, isRateExceeded };
}

function isNotFound(
	statusCode: number,
	{ description, exception }: ErrorResponse,
	{ pattern }: NotFound,
): boolean {
	return (
		(statusCode === 400 || statusCode === 404) &&
		(pattern.test(description) ||
			(description === '' && exception.includes('ResourceNotFoundException')))
	);
}

function explainNoJson({ statusCode, body = '' }: HttpResponse, call: CallContext): Explanation {
	if (isWebPage(body)) {
		return {
			message: `${call.credential.origin} is not Agora's REST API: it answered ${statusCode} with a web page`,
			description: `Check 'Host' in the credential: it must be the 'REST API' host of Agora Chat. ${lostResponseAdvice(call)}`,
		};
	}
	return {
		message:
			body.trim() === ''
				? `The service answered ${statusCode} with an empty body`
				: `The service answered ${statusCode}, but not with a JSON object`,
		description: lostResponseAdvice(call),
	};
}

/** Explains a successful response without what its operation needs, and quotes its words. */
export function explainShape(
	wanted: string,
	name: string,
	fields: Record<string, unknown>,
	call: CallContext,
): Explanation {
	const reason = reasonIn(fields, call.credential);
	return {
		message: `The service answered without ${wanted} in '${name}'${reason === '' ? '' : ` (${reason})`}`,
		description: lostResponseAdvice(call),
	};
}

/**
 * Explains a response that is too large to be read, or nested too deeply.
 *
 * @param isUncertain whether the service may have acted, going by the status.
 */
export function explainUnreadable(
	{ statusCode, body }: HttpResponse,
	call: CallContext,
	isUncertain: boolean,
): Explanation {
	const advice = isUncertain ? lostResponseAdvice(call) : 'Nothing was done for this call.';
	if (body !== undefined) {
		const message = `The service answered ${statusCode} with data that is nested too deeply to be handled`;
		return { message, description: advice };
	}
	return {
		message: `The service answered ${statusCode} with more than ${MAX_RESPONSE_BYTES / 1_000_000} MB, which is too much for an answer`,
		description: `Check 'Host' in the credential. ${advice}`,
	};
}

export function explainCursor(call: CallContext): Explanation {
	return {
		message: 'The service answered with a cursor (page marker) that cannot be used',
		description: lostResponseAdvice(call),
	};
}

function errorResponseOf(
	{ statusCode, body = '' }: HttpResponse,
	parsed: unknown,
	credential: Credential,
): ErrorResponse {
	const fields = isDataObject(parsed) ? parsed : {};
	const description = reasonIn(fields, credential);
	const fallback = isWebPage(body) ? 'a web page instead of JSON' : 'without a reason';
	return {
		quoted: `(${statusCode}: ${description || fallback})`,
		description,
		exception: `${textOf(fields.exception)} ${textOf(fields.error)}`,
		isJson: isDataObject(parsed),
	};
}

function reasonIn(fields: Record<string, unknown>, credential: Credential): string {
	const reason = textOf(fields.error_description) || textOf(fields.error);
	return singleLine(withoutTokens(reason, credential));
}

function isWebPage(body: string): boolean {
	return /<html|<!doctype/i.test(body);
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

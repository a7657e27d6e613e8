/** Failures of responses that turn a call down, read without a network. */
import { JobFailure } from '../../nodes/AgoraChatPush/jobFailure.ts';
import { readResponse } from '../../nodes/AgoraChatPush/service/response.ts';
import type {
	CallContext,
	HttpResponse,
} from '../../nodes/AgoraChatPush/service/serviceRequest.ts';
import { aCall } from './serviceCall.mts';

/** The service's own words in every refusal. */
export const WORDS = "the service's own words";

export function failureOf(response: HttpResponse, call: CallContext = aCall()): JobFailure {
	try {
		readResponse(response, call);
	} catch (error) {
		if (error instanceof JobFailure) return error;
		throw error;
	}
	throw new Error('The response was taken for a success.');
}

export function refused(statusCode: number, fields: object = {}): HttpResponse {
	return { statusCode, body: JSON.stringify({ error_description: WORDS, ...fields }) };
}

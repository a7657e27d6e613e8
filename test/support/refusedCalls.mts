import { readAnswer, type HttpAnswer } from '../../nodes/AgoraChatPush/calling/answer.ts';
import type { CallContext } from '../../nodes/AgoraChatPush/calling/explanations.ts';
import { ServiceFailure } from '../../nodes/AgoraChatPush/calling/serviceFailure.ts';
import { aCall } from './serviceCall.mts';

export const WORDS = "the service's own words";

/** @throws Error when the answer is read as a success. */
export function failureOf(answer: HttpAnswer, call: CallContext = aCall()): ServiceFailure {
	try {
		readAnswer(answer, call);
	} catch (error) {
		if (error instanceof ServiceFailure) return error;
		throw error;
	}
	throw new Error('The answer was taken for a success.');
}

/** An answer with `WORDS`, and with other fields where they are given. */
export function refused(statusCode: number, fields: object = {}): HttpAnswer {
	return { statusCode, body: JSON.stringify({ error_description: WORDS, ...fields }) };
}

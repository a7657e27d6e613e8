import { deepCopy, type IDataObject } from 'n8n-workflow';

import type { Explanation, CallFailure } from '../callFailure';
import type { Operation, Outcome } from '../operation';
import type { BadItem } from '../reading/readItems';
import { withItemIndex } from './wording';

/** What became of a subject whose call failed or was not made. */
export function failureOutcome(
	operation: Operation,
	payload: unknown,
	subject: string,
	failure: CallFailure,
): Outcome {
	const { httpCode } = failure.response;
	const json = {
		...operation.errorDetails(payload, subject, failure),
		...(failure.isUncertain ? uncertainStatus(operation) : {}),
		...(httpCode === undefined ? {} : { httpCode }),
	};
	return { json, problem: failure };
}

/** Says that the outcome is unknown, in the field that holds the operation's status. */
function uncertainStatus({ isPush = false }: { isPush?: boolean }): IDataObject {
	return isPush ? { pushStatus: 'UNCERTAIN' } : { status: 'uncertain' };
}

export function badItemJson({ itemIndex, message, description }: BadItem): IDataObject {
	return errorJson(explain({ message, description }, itemIndex), {});
}

/**
 * The fields of an outcome's output item, which is an error item where the run goes on over one.
 *
 * @param input the input item's fields, where they are to be copied.
 */
export function outcomeJson(
	{ json, problem }: Outcome,
	itemIndex: number,
	input: IDataObject | undefined,
	outputFields: string[],
	continueOnFail: boolean,
): IDataObject {
	if (problem !== undefined && continueOnFail) return errorJson(explain(problem, itemIndex), json);
	const own = ownCopy(json, [MEANS_FAILURE]);
	if (input === undefined) return own;
	return { ...own, ...ownCopy(input, [MEANS_FAILURE, ...outputFields, ...Object.keys(own)]) };
}

/**
 * n8n takes an item with a field of this name for a failed one, and 'Retry On Fail' then runs the
 * whole node again (n8n-core, `workflow-execute`).
 */
const MEANS_FAILURE = 'error';

/** The following node may write into any item, so that no two of them hold the same object. */
function ownCopy(json: IDataObject, leftOut: string[]): IDataObject {
	const copy = { ...json };
	for (const name in copy) {
		const value = copy[name];
		if (leftOut.includes(name)) delete copy[name];
		else if (isNested(value)) copy[name] = deepCopy(value);
	}
	return copy;
}

function isNested(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

/**
 * The only shape that n8n routes to the error output with its detail: `json` may hold no key besides
 * `error`, `message` and `details` (n8n-core, `handleNodeErrorOutput`).
 */
function errorJson(error: string, details: IDataObject): IDataObject {
	const own = ownCopy(details, []);
	return Object.keys(own).length === 0 ? { error } : { error, details: own };
}

function explain({ message, description }: Explanation, itemIndex: number): string {
	return `${withItemIndex(message, itemIndex)}. ${description}`;
}

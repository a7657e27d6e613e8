import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Settled } from '../calling/callAll';
import type { Explanation } from '../calling/serviceFailure';
import type { Claim } from '../planning/job';
import type { BadRow } from '../reading/readRows';
import type { OperationParts, Outcome } from '../resources/operation';
import { withRow } from './wording';

export interface Setting {
	inputs: INodeExecutionData[];
	continues: boolean;
	/** Rows whose own fields go into their output items. */
	includesInput: Set<number>;
}

/** The fields of an error item about a subject whose call failed or was not made. */
export function failureJson<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	{ failure, job }: Exclude<Settled<Request, Subject, Answer>, { state: 'answered' }>,
	{ rows, subject }: Claim<Subject>,
): IDataObject {
	const [row = 0] = rows;
	const { httpCode } = failure.answer;
	return errorJson(explain(failure, row), {
		...operation.fail(job.request, subject, failure),
		...(httpCode === undefined ? {} : { httpCode }),
	});
}

export function badRowJson({ row, message, description }: BadRow): IDataObject {
	return errorJson(explain({ message, description }, row), {});
}

/** The fields of an outcome's output item, which is an error item where the run goes on over one. */
export function outcomeJson(
	{ rows, isUnnamed = false }: Claim<unknown>,
	{ json, problem }: Outcome,
	columns: string[],
	{ continues, includesInput, inputs }: Setting,
): IDataObject {
	const [row = 0] = rows;
	if (problem !== undefined && continues) return errorJson(explain(problem, row), json);
	const input = includesInput.has(row) && !isUnnamed ? inputs[row]?.json : undefined;
	return input === undefined ? json : { ...without(input, columns), ...json };
}

function without(json: IDataObject, columns: string[]): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([name]) => !columns.includes(name)));
}

/**
 * The only shape that n8n routes to the error output with its detail: `json` may hold no key besides
 * `error`, `message` and `details` (n8n-core, `handleNodeErrorOutput`).
 */
function errorJson(error: string, details: IDataObject): IDataObject {
	return { error, details };
}

function explain({ message, description }: Explanation, row: number): string {
	return `${withRow(message, row)}. ${description}`;
}

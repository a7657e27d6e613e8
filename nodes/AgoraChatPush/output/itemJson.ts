import { deepCopy, type IDataObject, type INodeExecutionData } from 'n8n-workflow';

import type { Settled } from '../runJobs';
import type { Explanation } from '../jobFailure';
import type { Claim } from '../planning/job';
import type { BadRow } from '../reading/readRows';
import type { Operation, Outcome } from '../operation';
import { withItemIndex } from './wording';

export interface Setting {
	inputs: INodeExecutionData[];
	continues: boolean;
	/** Rows whose own fields go into their output items. */
	includesInput: Set<number>;
}

/** The fields of an error item about a subject whose call failed or was not made. */
export function failureJson<Request, Subject, Answer, Finding>(
	operation: Operation<Request, Subject, Answer, Finding>,
	{ failure, job }: Exclude<Settled<Request, Subject, Answer>, { state: 'answered' }>,
	{ rows, subject }: Claim<Subject>,
): IDataObject {
	const [row = 0] = rows;
	const { httpCode } = failure.response;
	return errorJson(explain(failure, row), {
		...operation.fail(job.request, subject, failure),
		...(failure.isUncertain ? uncertainStatus(operation) : {}),
		...(httpCode === undefined ? {} : { httpCode }),
	});
}

/** What took effect is not known when an answer was lost; a status says so in the service's way. */
function uncertainStatus({ isPush = false }: { isPush?: boolean }): IDataObject {
	return isPush ? { pushStatus: 'UNCERTAIN' } : { status: 'uncertain' };
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
	const own = ownCopy(json, [MEANS_FAILURE]);
	const input = includesInput.has(row) && !isUnnamed ? inputs[row]?.json : undefined;
	if (input === undefined) return own;
	return { ...own, ...ownCopy(input, [MEANS_FAILURE, ...columns, ...Object.keys(own)]) };
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

function explain({ message, description }: Explanation, row: number): string {
	return `${withItemIndex(message, row)}. ${description}`;
}

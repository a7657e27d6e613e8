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

/** The output items of one claim: one, unless its operation lists entries or it was not tried. */
export function claimItems<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	settled: Settled<Request, Subject, Answer>,
	claim: Claim<Subject>,
	outcomes: Outcome[],
	setting: Setting,
): INodeExecutionData[] {
	if (settled.state !== 'failed') {
		return outcomes.map((outcome) => outcomeItem(claim, outcome, operation.columns, setting));
	}
	const { failure, job } = settled;
	const { httpCode } = failure.answer;
	const details = {
		...operation.fail(job.request, claim.subject, failure),
		...(httpCode === undefined ? {} : { httpCode }),
	};
	const [row = 0] = claim.rows;
	return [errorItem(claim.rows, explain(failure, row), details)];
}

export function badRowItem({ row, message, description }: BadRow): INodeExecutionData {
	return errorItem([row], explain({ message, description }, row), {});
}

function outcomeItem(
	{ rows, isUnnamed = false }: Claim<unknown>,
	{ json, problem }: Outcome,
	columns: string[],
	{ continues, includesInput, inputs }: Setting,
): INodeExecutionData {
	const [row = 0] = rows;
	if (problem !== undefined && continues) return errorItem(rows, explain(problem, row), json);
	const input = includesInput.has(row) && !isUnnamed ? inputs[row]?.json : undefined;
	return {
		json: input === undefined ? json : { ...without(input, columns), ...json },
		pairedItem: pairedItem(rows),
	};
}

function without(json: IDataObject, columns: string[]): IDataObject {
	return Object.fromEntries(Object.entries(json).filter(([name]) => !columns.includes(name)));
}

/**
 * The only shape that n8n routes to the error output with its detail: `json` may hold no key besides
 * `error`, `message` and `details` (n8n-core, `handleNodeErrorOutput`).
 */
function errorItem(rows: number[], error: string, details: IDataObject): INodeExecutionData {
	return { json: { error, details }, pairedItem: pairedItem(rows) };
}

function pairedItem(rows: number[]): INodeExecutionData['pairedItem'] {
	if (rows.length > 1) return rows.map((item) => ({ item }));
	const [row = 0] = rows;
	return { item: row };
}

function explain({ message, description }: Explanation, row: number): string {
	return `${withRow(message, row)}. ${description}`;
}

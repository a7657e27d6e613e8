import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Settled } from '../calling/callAll';
import type { Explanation } from '../calling/serviceFailure';
import type { Claim } from '../planning/job';
import type { BadRow } from '../reading/readRows';
import type { OperationParts, Outcome } from '../resources/operation';
import { withRow } from './wording';

interface Placed {
	row: number;
	position: number;
	item: INodeExecutionData;
}

interface Setting {
	inputs: INodeExecutionData[];
	continues: boolean;
	/** Rows whose own fields go into their output items. */
	includesInput: Set<number>;
}

/** Turns what became of the calls and of bad rows into output items, in the order of the input. */
export function toItems<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	settled: Array<Settled<Request, Subject, Answer>>,
	badRows: BadRow[],
	setting: Setting,
): INodeExecutionData[] {
	const placed: Placed[] = badRows.map(({ row, ...explanation }) => ({
		row,
		position: 0,
		item: errorItem([row], explain(explanation, row), {}),
	}));
	for (const one of settled) {
		for (const claim of one.job.claims) {
			const [row = 0] = claim.rows;
			for (const item of claimItems(operation, one, claim, setting)) {
				placed.push({ row, position: claim.position, item });
			}
		}
	}
	return placed.sort((a, b) => a.row - b.row || a.position - b.position).map(({ item }) => item);
}

function claimItems<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	settled: Settled<Request, Subject, Answer>,
	claim: Claim<Subject>,
	setting: Setting,
): INodeExecutionData[] {
	const { request } = settled.job;
	const { rows, subject } = claim;
	const [row = 0] = rows;
	switch (settled.state) {
		case 'notTried':
			return [];
		case 'failed': {
			const { failure } = settled;
			return [
				errorItem(rows, explain(failure, row), {
					...operation.fail(request, subject, failure),
					...(failure.answer.httpCode === undefined ? {} : { httpCode: failure.answer.httpCode }),
				}),
			];
		}
		case 'answered':
			return operation
				.answer(request, subject, settled.answer)
				.map((outcome) => outcomeItem(claim, outcome, operation.columns, setting));
	}
}

function outcomeItem(
	{ rows, isUnnamed = false }: Pick<Claim<unknown>, 'rows' | 'isUnnamed'>,
	{ json, problem }: Outcome,
	columns: string[],
	{ continues, includesInput, inputs }: Setting,
): INodeExecutionData {
	const [row = 0] = rows;
	if (problem !== undefined && continues) return errorItem(rows, explain(problem, row), json);
	const input = includesInput.has(row) && !isUnnamed ? inputs[row]?.json : undefined;
	return { json: { ...without(input ?? {}, columns), ...json }, pairedItem: pairedItem(rows) };
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
	const [row = 0, ...others] = rows;
	return others.length === 0 ? { item: row } : rows.map((item) => ({ item }));
}

function explain({ message, description }: Explanation, row: number): string {
	return `${withRow(message, row)}. ${description}`;
}

import type { INode, NodeError } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Explanation } from '../callFailure';
import type { Operation } from '../operation';
import type { Job } from '../planning/job';
import type { BadItem } from '../reading/readItems';
import type { JobResults } from '../runJobs';
import { CanceledCall } from '../service/limits/canceledCall';
import type { OutcomeCounts } from './outcomeCounts';
import { quantity, withItemIndex } from './wording';

/** Stops an execution in which items cannot be used, before anything is; the first one is named. */
export function throwIfBadItems(node: INode, badItems: BadItem[], operation: Operation): void {
	const [first, ...others] = badItems;
	if (first === undefined) return;

	const more = `${quantity(others.length, 'more items')} cannot be used. `;
	const message = withItemIndex(first.message, first.itemIndex);
	const description = `${first.description} ${others.length === 0 ? '' : more}${nothingDone(operation)}`;
	const error = new NodeOperationError(node, message, { itemIndex: first.itemIndex });
	throw withOwnText(error, { message, description });
}

/** Stops an execution in which not all calls succeeded, saying what became of everyone. */
export function throwIfFailed(node: INode, results: JobResults, counts: OutcomeCounts): void {
	const notSucceeded = [...results].flatMap(([job, result]) =>
		result.state === 'succeeded' ? [] : [{ job, ...result }],
	);
	const first = notSucceeded.find(({ state }) => state === 'failed') ?? notSucceeded[0];
	if (first === undefined) return;

	const { failure, job } = first;
	const dependent = notSucceeded.find((one) => one.job.needs === job)?.job;
	const itemIndex = firstItemIndexOf(job) ?? (dependent && firstItemIndexOf(dependent)) ?? 0;
	const explanation = {
		message: withItemIndex(failure.message, itemIndex),
		description: [failure.description, ...counts.tally].join(' '),
	};
	throw callError(node, explanation, itemIndex, failure.response.httpCode);
}

/** Stops an execution whose plan holds what must not be tried; nothing was done yet. */
export function throwIfBlocked(node: INode, jobs: Job[], operation: Operation): void {
	const blocked = jobs.filter(({ blockedReason }) => blockedReason !== undefined);
	const first =
		blocked.find(({ blockedReason }) => !(blockedReason instanceof CanceledCall)) ?? blocked[0];
	if (first?.blockedReason === undefined) return;
	const { message, description, response } = first.blockedReason;
	const itemIndex = firstItemIndexOf(first) ?? 0;
	const explanation = {
		message: withItemIndex(message, itemIndex),
		description: `${description} ${nothingDone(operation)}`,
	};
	throw callError(node, explanation, itemIndex, response.httpCode);
}

function nothingDone({ isPush = false }: Operation): string {
	return isPush ? 'Nothing was sent.' : 'Nothing was changed.';
}

/** The first input item that an outcome of the job belongs to. */
function firstItemIndexOf({ expected }: Job): number | undefined {
	return expected[0]?.itemIndexes[0];
}

function callError(
	node: INode,
	explanation: Explanation,
	itemIndex: number,
	httpCode: number | undefined,
): NodeError {
	const { message } = explanation;
	const options = { itemIndex, httpCode: httpCode?.toString() };
	return withOwnText(new NodeApiError(node, { message }, options), explanation);
}

/** n8n puts words of its own where it finds a code of Node.js, as in a label named 'ENOENT'. */
function withOwnText(error: NodeError, { message, description }: Explanation): NodeError {
	error.message = message;
	error.description = description;
	return error;
}

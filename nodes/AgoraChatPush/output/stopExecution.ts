import type { INode, NodeError } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Settled } from '../runJobs';
import type { Explanation } from '../jobFailure';
import { CanceledCall } from '../service/limits/canceledCall';
import type { Job } from '../planning/job';
import type { BadRow } from '../reading/readRows';
import type { Fates } from './outcomeCounts';
import { withItemIndex } from './wording';

/** Stops an execution in which rows cannot be sent, before anything is; the first one is named. */
export function throwIfBadRows(node: INode, badRows: BadRow[]): void {
	const [first, ...others] = badRows;
	if (first === undefined) return;

	const more = `${others.length} more ${others.length === 1 ? 'item' : 'items'} cannot be sent either.`;
	const explanation = {
		message: withItemIndex(first.message, first.row),
		description: [
			first.description,
			...(others.length === 0 ? [] : [more]),
			'Nothing was sent.',
		].join(' '),
	};
	throw withOwnText(
		new NodeOperationError(node, explanation.message, { itemIndex: first.row }),
		explanation,
	);
}

/** Stops an execution in which not all calls were answered, saying what became of everyone. */
export function throwIfFailed<Request, Subject, Answer>(
	node: INode,
	settled: Array<Settled<Request, Subject, Answer>>,
	fates: Fates,
	unit: string,
): void {
	const unanswered = settled.filter((one) => one.state !== 'answered');
	const first = unanswered.find(({ state }) => state === 'failed') ?? unanswered[0];
	if (first === undefined) return;

	const { failure, job } = first;
	const dependent = unanswered.find((one) => one.job.needs === job)?.job;
	const itemIndex = (job.claims[0] ?? dependent?.claims[0])?.rows[0] ?? 0;
	const explanation = {
		message: withItemIndex(failure.message, itemIndex),
		description: [failure.description, ...tally(fates, unit)].join(' '),
	};
	throw callError(node, explanation, itemIndex, failure.response.httpCode);
}

/** Stops an execution whose plan holds what must not be tried; nothing was done yet. */
export function throwIfRefused<Request, Subject>(
	node: INode,
	jobs: Array<Job<Request, Subject>>,
	{ isPush = false }: { isPush?: boolean },
): void {
	const refusedJobs = jobs.filter(({ refusal }) => refusal !== undefined);
	const refused =
		refusedJobs.find(({ refusal }) => !(refusal instanceof CanceledCall)) ?? refusedJobs[0];
	if (refused?.refusal === undefined) return;
	const { message, description, response } = refused.refusal;
	const itemIndex = refused.claims[0]?.rows[0] ?? 0;
	const explanation = {
		message: withItemIndex(message, itemIndex),
		description: `${description} Nothing was ${isPush ? 'sent' : 'changed'}.`,
	};
	throw callError(node, explanation, itemIndex, response.httpCode);
}

/**
 * A sentence such as 'Of the users: 200 accepted, 100 uncertain (answer lost), 200 not tried.'; none
 * where the failed call was about nobody, such as one that creates a label without members.
 */
export function tally(fates: Fates, unit: string): string[] {
	const parts = fates.entries.map(([fate, count]) => `${count} ${fate}`);
	return parts.length === 0 ? [] : [`Of the ${unit}: ${parts.join(', ')}.`];
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

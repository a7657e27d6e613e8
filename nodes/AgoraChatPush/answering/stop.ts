import type { INode, NodeError } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Settled } from '../calling/callAll';
import type { Explanation } from '../calling/serviceFailure';
import type { BadRow } from '../reading/readRows';
import type { OperationParts } from '../resources/operation';
import { withRow } from './wording';

const UNCERTAIN = 'uncertain (answer lost)';

/** Stops an execution in which rows cannot be sent, before anything is; the first one is named. */
export function throwIfBad(node: INode, badRows: BadRow[]): void {
	const [first, ...others] = badRows;
	if (first === undefined) return;

	const more = `${others.length} more ${others.length === 1 ? 'row' : 'rows'} cannot be sent either.`;
	const explanation = {
		message: withRow(first.message, first.row),
		description: [
			first.description,
			...(others.length === 0 ? [] : [more]),
			'Nothing was sent.',
		].join(' '),
	};
	throw keepWords(
		new NodeOperationError(node, explanation.message, { itemIndex: first.row }),
		explanation,
	);
}

/** Stops an execution in which a call failed, saying what became of everyone. */
export function throwIfFailed<Request, Subject, Answer>(
	node: INode,
	operation: OperationParts<Request, Subject, Answer>,
	settled: Array<Settled<Request, Subject, Answer>>,
): void {
	const failed = settled.find((one) => one.state === 'failed');
	if (failed === undefined) return;

	const { failure, job } = failed;
	const itemIndex = job.claims[0]?.rows[0] ?? 0;
	const explanation = {
		message: withRow(failure.message, itemIndex),
		description: `${failure.description} ${tally(operation, settled)}`,
	};
	throw keepWords(
		new NodeApiError(
			node,
			{ message: explanation.message },
			{ itemIndex, httpCode: failure.httpCode?.toString() },
		),
		explanation,
	);
}

/** A sentence such as 'Of the users: 200 accepted, 100 uncertain (answer lost), 200 not tried.' */
function tally<Request, Subject, Answer>(
	operation: OperationParts<Request, Subject, Answer>,
	settled: Array<Settled<Request, Subject, Answer>>,
): string {
	const counts = new Map<string, number>();
	for (const one of settled) {
		for (const subject of one.job.subjects) {
			const fate = fateOf(operation, one, subject);
			counts.set(fate, (counts.get(fate) ?? 0) + 1);
		}
	}
	const parts = [...counts].map(([fate, count]) => `${count} ${fate}`);
	return `Of the ${operation.unit}: ${parts.join(', ')}.`;
}

function fateOf<Request, Subject, Answer>(
	operation: OperationParts<Request, Subject, Answer>,
	settled: Settled<Request, Subject, Answer>,
	subject: Subject,
): string {
	if (settled.state === 'notTried') return 'not tried';
	if (settled.state === 'failed') return settled.failure.isUncertain ? UNCERTAIN : 'failed';

	const problems = operation
		.answer(settled.job.request, subject, settled.answer)
		.flatMap(({ problem }) => problem ?? []);
	if (problems.length === 0) return 'accepted';
	return problems.some(({ isUncertain }) => isUncertain) ? UNCERTAIN : 'refused';
}

/** n8n puts words of its own where it finds a code of Node.js, as in a label named 'ENOENT'. */
function keepWords(error: NodeError, { message, description }: Explanation): NodeError {
	error.message = message;
	error.description = description;
	return error;
}

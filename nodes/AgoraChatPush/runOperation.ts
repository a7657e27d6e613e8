import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toItems } from './answering/items';
import { receipt, waitHints } from './answering/receipt';
import { throwIfBad, throwIfFailed, throwIfRefused } from './answering/stop';
import { callAll } from './calling/callAll';
import { systemClock } from './calling/clock';
import { RunJournal } from './calling/journal';
import { connectService } from './calling/service';
import { readRows } from './reading/readRows';
import type { OperationParts } from './resources/operation';
import { includeInputFields } from './resources/options';

/**
 * The one way through: items → requests → plan → calls → outcomes → items.
 *
 * @param continues whether On Error is one of the two 'continue' settings: bad rows, refused users
 * and failed calls then become error items, and everything else goes on.
 * @throws NodeOperationError when a row is bad and nothing was sent, NodeApiError when a call
 * failed; neither with `continues`.
 */
export async function runOperation<Request, Subject, Answer, Finding>(
	operation: OperationParts<Request, Subject, Answer, Finding>,
	context: IExecuteFunctions,
	continues: boolean,
): Promise<INodeExecutionData[]> {
	const startMs = systemClock.nowMs();
	const node = context.getNode();
	const { goodRows, badRows } = readRows(context, (row) => ({
		request: operation.read(row),
		includesInput: row.hasOption(includeInputFields),
	}));
	if (!continues) throwIfBad(node, badRows);

	const journal = new RunJournal((sentence) => context.logger.info(`${node.name}: ${sentence}`));
	const { stopSignal, cancelSignal, onFailure } = stopsOf(context, continues);
	const service = connectService(context, { stopSignal, cancelSignal, journal });
	const options = { stopSignal, onFailure };

	const { survey } = operation;
	const findings =
		survey === undefined
			? []
			: await callAll(
					survey.plan(goodRows),
					async ({ request }) => await survey.call(service, request),
					options,
				);
	const unreadableRows = badRows.filter(({ isBlank }) => !isBlank).map(({ row }) => row);
	const jobs = operation.plan(goodRows, { findings, unreadableRows });
	if (!continues) throwIfRefused(node, jobs);

	const settled = await callAll(
		jobs,
		async ({ request, subjects }) => await operation.call(service, request, subjects),
		options,
	);
	if (!continues) throwIfFailed(node, operation, settled);

	const elapsedMs = systemClock.nowMs() - startMs;
	context.addExecutionHints(
		receipt(operation, settled, badRows, { calls: journal.calls, elapsedMs }),
		...waitHints(journal.longWaits),
	);
	return toItems(operation, operation.conclude?.(settled) ?? settled, badRows, {
		continues,
		inputs: context.getInputData(),
		includesInput: new Set(goodRows.filter((row) => row.includesInput).map(({ row }) => row)),
	});
}

/** A user's stop cuts calls off; a failed call lets those under way end, and none start after it. */
function stopsOf(
	context: IExecuteFunctions,
	continues: boolean,
): { stopSignal: AbortSignal; cancelSignal?: AbortSignal; onFailure(): void } {
	const afterFailure = new AbortController();
	const cancelSignal = context.getExecutionCancelSignal();
	return {
		cancelSignal,
		stopSignal:
			cancelSignal === undefined
				? afterFailure.signal
				: AbortSignal.any([cancelSignal, afterFailure.signal]),
		onFailure: () => {
			if (!continues) afterFailure.abort();
		},
	};
}

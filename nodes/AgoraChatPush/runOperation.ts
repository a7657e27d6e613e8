import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toItems } from './answering/items';
import { throwIfBad, throwIfFailed } from './answering/stop';
import { callAll } from './calling/callAll';
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
export async function runOperation<Request, Subject, Answer>(
	operation: OperationParts<Request, Subject, Answer>,
	context: IExecuteFunctions,
	continues: boolean,
): Promise<INodeExecutionData[]> {
	const { goodRows, badRows } = readRows(context, (row) => ({
		request: operation.read(row),
		includesInput: row.hasOption(includeInputFields),
	}));
	if (!continues) throwIfBad(context.getNode(), badRows);

	const jobs = operation.plan(goodRows);

	const service = connectService(context);
	const settled = await callAll(
		jobs,
		({ request, subjects }) => operation.call(service, request, subjects),
		{ stopAtFailure: !continues, signal: context.getExecutionCancelSignal() },
	);
	if (!continues) throwIfFailed(context.getNode(), operation, settled);

	return toItems(operation, settled, badRows, {
		continues,
		inputs: context.getInputData(),
		includesInput: new Set(goodRows.filter((row) => row.includesInput).map(({ row }) => row)),
	});
}

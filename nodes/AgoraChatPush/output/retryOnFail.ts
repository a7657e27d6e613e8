import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { BadRow } from '../reading/readRows';

const REASON = {
	message: "'Retry On Fail' is on in the node's settings, and a push must not be sent twice",
	description:
		"With it n8n runs the whole node again, also for those who were reached already. Switch it off: the node itself repeats what was certainly not sent, as often as 'Max Retries' under 'Options' says.",
};

/** Whether n8n would run a push again, to everyone and not only to those it did not reach. */
export function wouldPushAgain({ isPush = false }: { isPush?: boolean }, node: INode): boolean {
	return isPush && node.retryOnFail === true;
}

/** Every item as a bad row, so that each has its outcome. */
export function rowsNotPushed(inputs: INodeExecutionData[]): BadRow[] {
	return inputs.map((_item, row) => ({ row, ...REASON, isBlank: false }));
}

export function notPushed(node: INode): NodeOperationError {
	const description = `${REASON.description} Nothing was sent.`;
	return new NodeOperationError(node, REASON.message, { description, itemIndex: 0 });
}

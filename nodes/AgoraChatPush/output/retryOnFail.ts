import type { INode, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import type { BadItem } from '../reading/readItems';

const REASON = {
	message: "'Retry On Fail' is on in the node's settings, and a push must not be sent twice",
	description:
		"n8n would run the whole node again, and push again to users who were reached. Switch it off: the node itself retries what was certainly not sent, as often as 'Max Retries' under 'Options' says.",
};

/** Whether n8n would run a push again, to everyone and not only to those it did not reach. */
export function wouldPushAgain({ isPush = false }: { isPush?: boolean }, node: INode): boolean {
	return isPush && node.retryOnFail === true;
}

/** Every item as a bad item, so that each has its outcome. */
export function itemsNotPushed(inputs: INodeExecutionData[]): BadItem[] {
	return inputs.map((_item, itemIndex) => ({ itemIndex, ...REASON }));
}

export function notPushed(node: INode): NodeOperationError {
	const description = `${REASON.description} Nothing was sent.`;
	return new NodeOperationError(node, REASON.message, { description, itemIndex: 0 });
}

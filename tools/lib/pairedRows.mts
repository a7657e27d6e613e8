import type { INodeExecutionData } from 'n8n-workflow';

/** Indexes of the input items that an output item leads back to. */
export function rowsOf({ pairedItem = [] }: Pick<INodeExecutionData, 'pairedItem'>): number[] {
	return [pairedItem].flat().map((paired) => (typeof paired === 'number' ? paired : paired.item));
}

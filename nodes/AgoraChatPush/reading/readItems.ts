import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { ItemParameters } from './itemParameters';
import { Parameters } from './parameters';
import { BlankField } from './userIds';

/** An input item that cannot be sent as it is. */
export interface BadItem {
	itemIndex: number;
	message: string;
	description: string;
	/** Whether the item names no user, rather than one who cannot be identified. */
	isBlank: boolean;
}

/** Reads and checks every input item before anything is sent; `hints` are for below the output. */
export function readItems<Read extends object>(
	context: IExecuteFunctions,
	read: (item: ItemParameters) => Read,
): {
	goodItems: Array<Read & { itemIndex: number }>;
	badItems: BadItem[];
	hints: NodeExecutionHint[];
} {
	const goodItems: Array<Read & { itemIndex: number }> = [];
	const badItems: BadItem[] = [];
	const parameters = new Parameters(context);
	context.getInputData().forEach((_item, index) => {
		try {
			goodItems.push({ ...read(new ItemParameters(parameters, index)), itemIndex: index });
		} catch (error) {
			badItems.push({ itemIndex: index, ...explain(error) });
		}
	});
	return { goodItems, badItems, hints: parameters.hints.forOutput };
}

function explain(error: unknown): Omit<BadItem, 'itemIndex'> {
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof UserError ? (error.description ?? '') : '';
	return { message, description, isBlank: error instanceof BlankField };
}

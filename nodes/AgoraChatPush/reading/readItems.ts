import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

import { UserError } from '../userError';
import { InputItem } from './inputItem';
import { Parameters } from './parameters';
import { NoUserNamed } from './userIds';

/** An input item that cannot be sent as it is. */
export interface BadItem {
	itemIndex: number;
	message: string;
	description: string;
	/** The labels of an item that names no user; left out where it is unknown whom the item names. */
	labelsWithoutUser?: string[];
}

type ReadItem<Read> = Read & { itemIndex: number };

/** Reads and checks every input item before anything is sent; `hints` are for below the output. */
export function readItems<Read extends object>(
	context: IExecuteFunctions,
	read: (item: InputItem) => Read,
): { goodItems: Array<ReadItem<Read>>; badItems: BadItem[]; hints: NodeExecutionHint[] } {
	const goodItems: Array<ReadItem<Read>> = [];
	const badItems: BadItem[] = [];
	const parameters = new Parameters(context);
	context.getInputData().forEach((_item, index) => {
		try {
			goodItems.push({ ...read(new InputItem(parameters, index)), itemIndex: index });
		} catch (error) {
			badItems.push({ itemIndex: index, ...explain(error) });
		}
	});
	return { goodItems, badItems, hints: parameters.hints.forOutput };
}

function explain(error: unknown): Omit<BadItem, 'itemIndex'> {
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof UserError ? (error.description ?? '') : '';
	const labelsWithoutUser = error instanceof NoUserNamed ? error.labels : undefined;
	return { message, description, labelsWithoutUser };
}

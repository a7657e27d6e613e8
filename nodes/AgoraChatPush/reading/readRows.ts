import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { Parameters } from './parameters';
import { Row } from './row';
import { BlankField } from './userIds';

/** An input item that cannot be sent as it is. */
export interface BadRow {
	row: number;
	message: string;
	description: string;
	/** Whether the item names no user, rather than one who cannot be identified. */
	isBlank: boolean;
}

/** Reads and checks every input item before anything is sent; `hints` are for below the output. */
export function readRows<Read extends object>(
	context: IExecuteFunctions,
	read: (row: Row) => Read,
): { goodRows: Array<Read & { row: number }>; badRows: BadRow[]; hints: NodeExecutionHint[] } {
	const goodRows: Array<Read & { row: number }> = [];
	const badRows: BadRow[] = [];
	const parameters = new Parameters(context);
	context.getInputData().forEach((_item, index) => {
		try {
			goodRows.push({ ...read(new Row(parameters, index)), row: index });
		} catch (error) {
			badRows.push({ row: index, ...explain(error) });
		}
	});
	return { goodRows, badRows, hints: parameters.hints.forOutput };
}

function explain(error: unknown): Omit<BadRow, 'row'> {
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof UserError ? (error.description ?? '') : '';
	return { message, description, isBlank: error instanceof BlankField };
}

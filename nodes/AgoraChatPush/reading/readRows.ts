import type { IExecuteFunctions } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { Row } from './row';

/** An input item that cannot be sent as it is. */
export interface BadRow {
	row: number;
	message: string;
	description: string;
}

/** Reads and checks every input item before anything is sent. */
export function readRows<Read extends object>(
	context: IExecuteFunctions,
	read: (row: Row) => Read,
): { goodRows: Array<Read & { row: number }>; badRows: BadRow[] } {
	const goodRows: Array<Read & { row: number }> = [];
	const badRows: BadRow[] = [];
	context.getInputData().forEach((_item, index) => {
		try {
			goodRows.push({ ...read(new Row(context, index)), row: index });
		} catch (error) {
			badRows.push({ row: index, ...explain(error) });
		}
	});
	return { goodRows, badRows };
}

function explain(error: unknown): { message: string; description: string } {
	const message = error instanceof Error ? error.message : String(error);
	const description = error instanceof UserError ? (error.description ?? '') : '';
	return { message, description };
}

import type { IDataObject } from 'n8n-workflow';

import type { Evidence } from '../evidence.mts';
import { isRecord, type OutcomeKind, type OperationModel } from '../models/model.mts';

/** An outcome as the node gave it. */
export interface Report {
	/** The input items that it leads back to. */
	rows: number[];
	output: 0 | 1;
	isError: boolean;
	outcome: OutcomeKind;
	/** The item's own fields, or an error item's `details`. */
	fields: IDataObject;
	key: string;
	text: string;
}

export function reportsOf({ items }: Evidence, { isPush, keyOf }: OperationModel): Report[] {
	return items.map(({ item, output }) => {
		const { error, details } = item.json;
		const isError = typeof error === 'string';
		const told = isData(details) ? details : {};
		const fields = isError ? told : item.json;
		const text = typeof error === 'string' ? error : '';
		const rows = [item.pairedItem ?? []]
			.flat()
			.map((pair) => (typeof pair === 'number' ? pair : pair.item));
		const outcome = isPush ? outcomeOfPush(fields, isError) : outcomeOfChange(fields, text);
		return { rows, output, isError, outcome, fields, key: keyOf(fields), text };
	});
}

function outcomeOfPush({ pushStatus }: IDataObject, isError: boolean): OutcomeKind {
	if (pushStatus === 'UNCERTAIN') return 'uncertain';
	if (pushStatus === 'FAIL' || pushStatus === 'ERROR') return 'refused';
	return isError ? 'failed' : 'accepted';
}

function outcomeOfChange({ status }: IDataObject, text: string): OutcomeKind {
	if (status === 'uncertain') return 'uncertain';
	if (status === 'unknown') return 'refused';
	if (/' was not (added|removed): /.test(text)) return 'refused';
	if (text !== '') return 'failed';
	if (status === 'failed') return 'refused';
	return status === 'unchanged' ? 'unchanged' : 'accepted';
}

function isData(value: unknown): value is IDataObject {
	return isRecord(value);
}

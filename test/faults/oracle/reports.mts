import type { IDataObject } from 'n8n-workflow';

import type { Evidence } from '../evidence.mts';
import { isRecord, type Fate, type OperationModel } from '../models/model.mts';

/** An outcome as the node gave it. */
export interface Report {
	/** The input items that it leads back to. */
	rows: number[];
	output: 0 | 1;
	isError: boolean;
	fate: Fate;
	/** The item's own fields, or an error item's `details`. */
	fields: IDataObject;
	key: string;
	text: string;
}

export function reportsOf({ items }: Evidence, { isPush, keyOf }: OperationModel): Report[] {
	return items.map(({ item, output }) => {
		const { error, details } = item.json;
		const isError = typeof error === 'string' && isRecord(details);
		const fields = isError && isData(details) ? details : item.json;
		const text = typeof error === 'string' ? error : '';
		const rows = [item.pairedItem ?? []]
			.flat()
			.map((pair) => (typeof pair === 'number' ? pair : pair.item));
		const fate = isPush ? fateOfPush(fields, isError) : fateOfChange(fields, text);
		return { rows, output, isError, fate, fields, key: keyOf(fields), text };
	});
}

function fateOfPush({ pushStatus }: IDataObject, isError: boolean): Fate {
	if (pushStatus === 'UNCERTAIN') return 'uncertain';
	if (pushStatus === 'FAIL' || pushStatus === 'ERROR') return 'refused';
	return isError ? 'failed' : 'accepted';
}

/** Here no field tells that an answer was lost, as repeating the call does no harm; words do. */
const LOST = /repeating (this call|it) does no harm|may have been created|does not mention/;

function fateOfChange({ status, reason }: IDataObject, text: string): Fate {
	if (LOST.test(`${text} ${typeof reason === 'string' ? reason : ''}`)) return 'uncertain';
	if (/' was not (added|removed): /.test(text)) return 'refused';
	if (text !== '') return 'failed';
	if (status === 'failed') return 'refused';
	return status === 'unchanged' ? 'unchanged' : 'accepted';
}

function isData(value: unknown): value is IDataObject {
	return isRecord(value);
}

import type { IDataObject } from 'n8n-workflow';

import { noteOf } from '../models/labelModels.mts';
import { COLUMN, NUMBERS_WITH_SEPARATORS, type Entry } from './entries.mts';
import { MESSAGES, type SheetRow } from './situation.mts';

/** Rows that ask for the same message write it in different orders. */
export function asItem(row: SheetRow, index: number): IDataObject {
	const { title = '', content = '' } = MESSAGES[row.message] ?? {};
	return {
		[COLUMN]: cellOf(row),
		first: { [COLUMN]: firstCellOf(row) },
		title,
		content,
		message: index % 2 === 0 ? { title, content } : { content, title },
		label: row.label,
		labels: row.labels,
		tags: index % 2 === 0 ? row.tags : row.tags.join(', '),
		note: noteOf(index),
	};
}

/** A single entry is the cell itself; what text cannot hold beside others stands in a list. */
function cellOf({ users, writtenAs }: SheetRow) {
	if (writtenAs === 'json') return JSON.stringify(users);
	const [only = ''] = users;
	if (writtenAs === 'list') return users;
	if (users.length === 1) return only;
	const separator = writtenAs === 'commas' ? ',' : '\n';
	const texts = users.map((entry) => textBeside(entry, separator));
	const isText = texts.every((text) => text !== undefined);
	return isText ? texts.join(separator) : users.map((entry) => entry ?? '');
}

function firstCellOf({ users: [first = ''], writtenAs }: SheetRow) {
	return writtenAs === 'json' ? JSON.stringify([first]) : first;
}

/** Not a number with commas between commas, of which nobody could tell that it is one. */
function textBeside(entry: Entry, separator: ',' | '\n'): string | undefined {
	if (entry === null) return '';
	if (typeof entry !== 'string') return undefined;
	const isTornApart = separator === ',' && NUMBERS_WITH_SEPARATORS.includes(entry);
	return isTornApart ? undefined : entry;
}

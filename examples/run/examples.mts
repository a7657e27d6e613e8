import type { IDataObject } from 'n8n-workflow';

import { orderUpdate, sheetRow, tableRow } from './generatedRows.mts';

/** An example workflow, and the names of the nodes that its report is about. */
export interface Example {
	fileName: string;
	/** The node that the rows come from. */
	source: string;
	/** The Agora Chat Push node that the rows go to. */
	sender: string;
	/** Makes a row of that number, from 1; left out where there is always one row. */
	generate?: (rowNumber: number) => IDataObject;
}

/** In this order, because the announcement goes to the label that the sheet and the table fill. */
export const examples: readonly Example[] = [
	{
		fileName: 'webhook-to-push.json',
		source: 'Order update',
		sender: 'Push to the customer',
		generate: orderUpdate,
	},
	{
		fileName: 'sheet-to-label.json',
		source: 'Read the sheet',
		sender: 'Add to the label',
		generate: sheetRow,
	},
	{
		fileName: 'data-table-to-label.json',
		source: 'Read the table',
		sender: 'Add to the label',
		generate: tableRow,
	},
	{
		fileName: 'scheduled-announcement.json',
		source: 'Every Monday at 9',
		sender: 'Announce the news',
	},
];

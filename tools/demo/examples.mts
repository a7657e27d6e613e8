import type { IDataObject } from 'n8n-workflow';

import { orderUpdate, sheetRow, tableRow, tagRow } from './generatedRows.mts';
import type { LabelSync } from './labelSync.mts';

/** An example workflow, and the names of the nodes that its report is about. */
export interface Example {
	fileName: string;
	/** The node that the rows come from. */
	source: string;
	/** The Agora Chat Push node that the rows go to; one that is an agent's tool is called by itself. */
	sender: string;
	/** By node, what a person fills in on its form, or what a model hands to the tool: neither is here. */
	answers?: Readonly<Record<string, IDataObject>>;
	/** Whether it is run also without `--all`: what people come for, in lines that fit a screen. */
	isMainJob?: boolean;
	/** The node at the end that gives an item for each row, where the sender's are not the end of it. */
	result?: string;
	/** Whether the result of each push is waited for; not with generated rows, which share calls. */
	waitsForResult?: boolean;
	/** Makes a row of that number, from 1; left out where the sample rows are always taken. */
	generate?: (rowNumber: number) => IDataObject;
	/** Which labels the sender makes match the rows, if that is what it does. */
	sync?: LabelSync;
	/** Whether a dry run is shown before the real one. */
	hasDryRun?: boolean;
}

const SUBSCRIBERS: LabelSync = { labels: ['newsletter'], column: 'user_id' };

/** 'tag-winter' is in no row any more. */
const TAGS: LabelSync = {
	labels: ['tag-vip', 'tag-berlin', 'tag-yearly', 'tag-winter'],
	column: 'user_id',
	labelColumn: 'tags',
};

/**
 * In this order, because the announcement goes to the label of the sheet. The table has the same
 * users, so that it shows what a run is like when the label matches already.
 */
export const examples: readonly Example[] = [
	{
		fileName: 'webhook-to-push.json',
		source: 'Order update',
		sender: 'Push to the customer',
		isMainJob: true,
		waitsForResult: true,
		generate: orderUpdate,
	},
	{
		fileName: 'sheet-to-label.json',
		source: 'Read the sheet',
		sender: 'Sync the label',
		isMainJob: true,
		generate: sheetRow,
		sync: SUBSCRIBERS,
		hasDryRun: true,
	},
	{
		fileName: 'data-table-to-label.json',
		source: 'Read the table',
		sender: 'Sync the label',
		generate: tableRow,
		sync: SUBSCRIBERS,
	},
	{
		fileName: 'tags-to-labels.json',
		source: 'Read the table',
		sender: 'Sync the labels',
		generate: tagRow,
		sync: TAGS,
		hasDryRun: true,
	},
	{
		fileName: 'scheduled-announcement.json',
		source: 'Every Monday at 9',
		sender: 'Announce the news',
	},
	{
		fileName: 'compose-a-push.json',
		source: 'Compose the push',
		sender: 'Send the push',
		answers: {
			'Compose the push': {
				Title: 'Doors open at eight',
				Content: 'Your seat is kept until nine.',
				Label: 'newsletter',
			},
			'Send it?': { 'What next?': 'Send it now' },
			Sent: {},
		},
	},
	{
		fileName: 'agent-that-notifies.json',
		source: 'Request',
		sender: 'Push to one user',
		answers: {
			Request: {
				userId: 'anna',
				title: 'Ready for pickup',
				content: 'Your order A-1001 waits for you until Saturday.',
			},
		},
	},
	{
		fileName: 'rows-to-push-and-back.json',
		source: 'Read the table',
		sender: 'Push each row',
		result: 'Write it back',
	},
	{
		fileName: 'who-got-nothing.json',
		source: 'Read the users',
		sender: 'Push to everyone',
		result: 'Everyone in one table',
	},
];

import type { INodeParameters } from 'n8n-workflow';

import { COMMON_OPTIONS, OWN_OPTIONS } from '../../test/drift/contractForm.mts';

/** What a newcomer sees of an operation. */
export interface PanelForm {
	resource: string;
	operation: string;
	/** Under the node on the canvas. */
	subtitle: string;
	/** Labels of the fields below 'Resource' and 'Operation', from top to bottom. */
	fields: readonly string[];
	/** Those that are marked, because they are required and still empty. */
	marked: readonly string[];
}

const MESSAGE_START = ['Message Format', 'Title', 'Content', 'Strategy'];
const MESSAGE_END = [
	'More Message Fields',
	'Agora Channel Options',
	'APNs Options (iOS)',
	'FCM Options (Android)',
	'Other Providers (JSON)',
	'Options',
];

export const PANEL_FORMS: readonly PanelForm[] = [
	{
		resource: 'label',
		operation: 'create',
		subtitle: 'Label: Create',
		fields: ['Label Name', 'Additional Fields', 'Options'],
		marked: ['Label Name'],
	},
	{
		resource: 'label',
		operation: 'delete',
		subtitle: 'Label: Delete',
		fields: ['Label', 'Options'],
		marked: ['Label'],
	},
	{
		resource: 'label',
		operation: 'get',
		subtitle: 'Label: Get',
		fields: ['Label', 'Options'],
		marked: ['Label'],
	},
	{
		resource: 'label',
		operation: 'getAll',
		subtitle: 'Label: Get Many',
		fields: ['Return All', 'Limit', 'Options'],
		marked: [],
	},
	{
		resource: 'labelMember',
		operation: 'add',
		subtitle: 'Label Member: Add',
		fields: ['Label', 'User IDs', 'Options'],
		marked: ['Label', 'User IDs'],
	},
	{
		resource: 'labelMember',
		operation: 'get',
		subtitle: 'Label Member: Get',
		fields: ['Label', 'User ID', 'Options'],
		marked: ['Label', 'User ID'],
	},
	{
		resource: 'labelMember',
		operation: 'getAll',
		subtitle: 'Label Member: Get Many',
		fields: ['Label', 'Return All', 'Limit', 'Options'],
		marked: ['Label'],
	},
	{
		resource: 'labelMember',
		operation: 'remove',
		subtitle: 'Label Member: Remove',
		fields: ['Label', 'User IDs', 'Options'],
		marked: ['Label', 'User IDs'],
	},
	{
		resource: 'labelMember',
		operation: 'sync',
		subtitle: 'Label Member: Sync',
		fields: ['Label', 'User IDs', 'Sync Mode', 'Dry Run', 'Output', 'Options'],
		marked: ['Label', 'User IDs'],
	},
	{
		resource: 'push',
		operation: 'sendToUsers',
		subtitle: 'Push: Send to Users',
		fields: ['User IDs', ...MESSAGE_START, 'Wait for Result', ...MESSAGE_END],
		marked: ['User IDs', 'Title', 'Content'],
	},
	{
		resource: 'push',
		operation: 'sendToLabels',
		subtitle: 'Push: Send to Labels',
		fields: ['Label Names or IDs', ...MESSAGE_START, ...MESSAGE_END],
		marked: ['Label Names or IDs', 'Title', 'Content'],
	},
	{
		resource: 'push',
		operation: 'sendToAll',
		subtitle: 'Push: Send to All Users',
		fields: [...MESSAGE_START, ...MESSAGE_END],
		marked: ['Title', 'Content'],
	},
];

/** With a number, so that no name is a part of another one. */
export function nameOf(form: PanelForm): string {
	const number = String(PANEL_FORMS.indexOf(form) + 1).padStart(2, '0');
	return `${number} ${form.resource} ${form.operation}`;
}

/** Every option of an operation, with what it holds when it is added to the form. */
export function optionsOf({ resource, operation }: PanelForm): INodeParameters {
	const own = OWN_OPTIONS[`${resource}: ${operation}`] ?? {};
	const all = Object.entries({ ...COMMON_OPTIONS, ...own });
	return Object.fromEntries(all.map(([name, option]) => [name, option.default]));
}

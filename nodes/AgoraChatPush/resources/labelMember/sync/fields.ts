import type { INodeProperties } from 'n8n-workflow';

import { optionsField } from '../../../reading/optionsField';
import { allowAnyUserId, optionsCollection } from '../../options';

/** What sync asks for besides the label and the users. */

export const syncMode = optionsField({
	displayName: 'Sync Mode',
	name: 'syncMode',
	type: 'options',
	options: [
		{
			name: 'Mirror',
			value: 'mirror',
			description: 'Add the users who are missing and remove the members who are not in the input',
		},
		{
			name: 'Add Missing',
			value: 'addMissing',
			description: 'Add the users of the input who are not in the label; remove nobody',
		},
		{
			name: 'Remove Extra',
			value: 'removeExtra',
			description: 'Remove the members who are not in the input; add nobody',
		},
	],
	default: 'mirror',
	description: 'What to change in the label',
});

export const removalNotice: INodeProperties = {
	displayName:
		'Members who are not in the input lose the label. Bring all items of a label into one run: inside a loop, or behind several branches without a Merge node, each run has only a part of them.',
	name: 'removalNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { syncMode: ['mirror', 'removeExtra'] } },
};

export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show what would change, and change nothing',
	hint: 'Switch it on for the first try: you see who would be added and removed, and nothing is changed',
};

export const output = optionsField({
	displayName: 'Output',
	name: 'output',
	type: 'options',
	options: [
		{
			name: 'Changes',
			value: 'changes',
			description: 'An item for each user who was added, removed or failed',
		},
		{
			name: 'All Users',
			value: 'all',
			description: 'An item for each user of the input and each removed one',
		},
		{ name: 'Summary', value: 'summary', description: 'An item for each label, with counts' },
	],
	default: 'changes',
	description: 'What to give to the next node',
});

export const allowEmpty: INodeProperties = {
	displayName: 'Allow Empty',
	name: 'allowEmpty',
	type: 'boolean',
	default: true,
	hint: 'Items without a user ID are then fine, and the label may even be emptied',
	description:
		'Whether input items without a user ID are fine, so that a label may even be emptied',
};

export const createMissingLabel: INodeProperties = {
	displayName: 'Create Missing Label',
	name: 'createMissingLabel',
	type: 'boolean',
	default: true,
	description: 'Whether to create the label first when it does not exist',
};

export const ownedLabels: INodeProperties = {
	displayName: 'Owned Labels',
	name: 'ownedLabels',
	type: 'string',
	default: '',
	placeholder: 'e.g. crm-*, vip',
	hint: 'Of these labels, those that no item names lose all their members; * alone means every label of the app',
	description:
		'Labels that this input alone decides about: names, or beginnings with a star, separated by commas. Items without a label are then users who have none of them.',
};

export const maxRemovalPercent: INodeProperties = {
	displayName: 'Max Removal Percent',
	name: 'maxRemovalPercent',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 100 },
	default: 50,
	displayOptions: { show: { '/syncMode': ['mirror', 'removeExtra'] } },
	hint: 'When more of the present members would be removed, nothing is changed',
	description:
		'Change nothing when more than this share of the present members would be removed, as after a sheet was emptied by accident',
};

export const syncOptions = optionsCollection([
	allowAnyUserId,
	allowEmpty,
	createMissingLabel,
	maxRemovalPercent,
	ownedLabels,
]);

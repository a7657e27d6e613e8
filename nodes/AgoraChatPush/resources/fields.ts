import type { INodeProperties } from 'n8n-workflow';

import { LABEL_NAME_RULE, MAX_LABEL_NAME_LENGTH } from '../reading/labelName';

/** Fields that several operations share. Where they show is added by the resource. */

export const userIds: INodeProperties = {
	displayName: 'User IDs',
	name: 'userIds',
	type: 'string',
	typeOptions: { rows: 2 },
	required: true,
	default: '',
	placeholder: 'e.g. anna, ben, carla',
	description:
		'One user ID, several separated by commas or line breaks, or an expression that gives a list',
};

export const userId: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. anna',
	description: 'The user to look for',
};

export const label: INodeProperties = {
	displayName: 'Label',
	name: 'label',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	description: 'The label to work on',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Choose a label…',
			typeOptions: { searchListMethod: 'searchLabels', searchable: true },
		},
		{
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. vip-customers',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: `[A-Za-z0-9_.-]{1,${MAX_LABEL_NAME_LENGTH}}`,
						errorMessage: LABEL_NAME_RULE,
					},
				},
			],
		},
	],
};

/** The same for operations that take several at once. */
export const labels: INodeProperties = {
	...label,
	description:
		'The label to work on, or an expression that gives several, as a list or separated by commas',
};

export const returnAll: INodeProperties = {
	displayName: 'Return All',
	name: 'returnAll',
	type: 'boolean',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
};

export const limit: INodeProperties = {
	displayName: 'Limit',
	name: 'limit',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: 50,
	description: 'Max number of results to return',
	displayOptions: { show: { returnAll: [false] } },
};

import type { INodeProperties } from 'n8n-workflow';

import { shortenLongTexts } from '../message/messageProperties';

export const includeInputFields: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: true,
	description: "Whether to copy the input item's fields into each output item",
};

export const timeout: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1 },
	default: 30000,
	description: 'How long to wait for the answer to a call, in milliseconds',
};

/** The collection at the end of an operation's form, for what most users leave as it is. */
export function optionsCollection(options: INodeProperties[]): INodeProperties {
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

export const commonOptions = optionsCollection([includeInputFields, timeout]);

export const pushOptions = optionsCollection([includeInputFields, shortenLongTexts, timeout]);

import type { INodeProperties } from 'n8n-workflow';

import type { ValueForm } from '../reading/values';

/**
 * One field of the form and the place in `pushMessage` that its value goes to.
 *
 * How a value is written follows from the field's `type`; `sends` names the cases that it cannot
 * tell: a list typed as text, a switch that the service takes as 0 or 1, a date in seconds.
 */
export interface MessageField extends INodeProperties {
	/** Dotted path below `pushMessage`, such as `config.badge.addNum`. */
	path: string;
	sends?: ValueForm;
	/** Set for a switch for which an expression that gives nothing must not count as 'off'. */
	rejectsBlank?: boolean;
}

/** A collection of the form: optional fields of which the user adds what the message needs. */
export interface MessageCollection {
	displayName: string;
	name: string;
	description: string;
	fields: MessageField[];
}

export function collectionProperty(collection: MessageCollection): INodeProperties {
	return {
		displayName: collection.displayName,
		name: collection.name,
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		description: collection.description,
		options: collection.fields,
	};
}

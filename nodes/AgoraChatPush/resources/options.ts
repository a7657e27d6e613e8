import type { INodeProperties } from 'n8n-workflow';

import { ID_CHARACTERS } from '../reading/wrongUserId';

export const includeInputFields: INodeProperties = {
	displayName: 'Include Input Fields',
	name: 'includeInputFields',
	type: 'boolean',
	default: true,
	description: "Whether to copy the input item's fields into each output item",
};

/** An hour. Beyond 2^31 milliseconds Node.js would set the timer to one. */
const MAX_TIMEOUT_MS = 3_600_000;

export const timeout: INodeProperties = {
	displayName: 'Timeout',
	name: 'timeout',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_TIMEOUT_MS, numberPrecision: 0 },
	default: 30000,
	hint: 'In milliseconds',
	description: 'How long to wait for the answer to a call, in milliseconds',
};

export const maxRetries: INodeProperties = {
	displayName: 'Max Retries',
	name: 'maxRetries',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: 10, numberPrecision: 0 },
	default: 3,
	description:
		"How often a call is made again when the service was busy or out of reach; a push whose answer was lost is never repeated. Calls refused because there were too many of them count only towards 'Max Retry Wait', unless this is 0.",
};

export const maxRetryWait: INodeProperties = {
	displayName: 'Max Retry Wait',
	name: 'maxRetryWait',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 120,
	hint: 'In seconds',
	description: 'How long a call may wait for its retries in total, in seconds',
};

export const requestsPerSecond: INodeProperties = {
	displayName: 'Requests per Second',
	name: 'requestsPerSecond',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 2 },
	default: 0,
	hint: "0 keeps to the service's own limit",
	description: 'How many calls may start in a second, in place of the limit of the service',
};

export const allowAnyUserId: INodeProperties = {
	displayName: 'Allow Any User ID',
	name: 'allowAnyUserId',
	type: 'boolean',
	default: true,
	hint: "Only for apps whose user IDs have other characters; broken cells such as '#REF!' then count as users",
	description: `Whether to take user IDs with other characters than ${ID_CHARACTERS}, and words such as null and true`,
};

/** How calls are made; every operation has these. */
const callOptions = [maxRetries, maxRetryWait, requestsPerSecond, timeout];

/**
 * The collection at the end of an operation's form, for what most users leave as it is.
 *
 * @param own what the operation offers besides the options that all have.
 */
export function optionsCollection(own: INodeProperties[] = []): INodeProperties {
	const options = [...own, includeInputFields, ...callOptions];
	// `localeCompare` would load the rules of languages with the node, which take more memory than it.
	options.sort((a, b) => (a.displayName < b.displayName ? -1 : 1));
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options,
	};
}

export const commonOptions = optionsCollection();

/** Of operations that name users. */
export const userOptions = optionsCollection([allowAnyUserId]);

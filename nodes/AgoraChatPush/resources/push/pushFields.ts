import type { INodeProperties } from 'n8n-workflow';

import { shortenLongTexts } from '../../message/messageProperties';
import { optionsField } from '../../reading/optionsField';
import { allowAnyUserId, optionsCollection } from '../options';

/** What pushes ask for besides their audience and their message. */

export const dryRun: INodeProperties = {
	displayName: 'Dry Run',
	name: 'dryRun',
	type: 'boolean',
	default: false,
	description: 'Whether to show what would go to whom, and send nothing',
	hint: 'Switch it on for the first try: you see each message and who would get it, and nothing is sent',
};

export const waitForResult: INodeProperties = {
	displayName: 'Wait for Result',
	name: 'waitForResult',
	type: 'boolean',
	default: false,
	description:
		'Whether to find out, for each user, if the provider (Apple, Google…) took the push; slower, as each user takes a call of their own instead of 100 users one',
};

export const agentNotice: INodeProperties = {
	displayName:
		"The agent learns that Agora accepted the push, not what became of it. Switch on 'Wait for Result' to tell it, for each user, if the provider (Apple, Google…) took it.",
	name: 'agentNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { '@tool': [true], waitForResult: [false] } },
};

export const resultEndpoint = optionsField({
	displayName: 'Result Endpoint',
	name: 'resultEndpoint',
	type: 'options',
	options: [
		{
			name: 'Push to Users (20 Users a Second)',
			value: 'single',
			description: 'Calls push/single without async; older services answer with the result',
		},
		{
			name: 'Synchronous Push (1 User a Second)',
			value: 'sync',
			description: "Calls push/sync, the only way to a result that Agora's docs still describe",
		},
	],
	default: 'single',
	displayOptions: { show: { '/waitForResult': [true] } },
	description: 'Which call of the service is asked for the result',
});

export const maxRecipients: INodeProperties = {
	displayName: 'Max Recipients',
	name: 'maxRecipients',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 0,
	hint: '0 sets no limit',
	description: 'Send nothing at all when more users than this would get the push',
};

export const maxPushesPerAudience: INodeProperties = {
	displayName: 'Max Pushes per Audience',
	name: 'maxPushesPerAudience',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: 1,
	hint: '0 sets no limit',
	description:
		'How many pushes one execution, with all its loops, may send to the same audience; above it, that audience gets nothing',
};

/** Source: Agora docs, 'Send push notifications by labels', `startDate`. No page names the zone. */
export const sendAt: INodeProperties = {
	displayName: 'Send At',
	name: 'sendAt',
	type: 'string',
	default: '',
	placeholder: 'e.g. 2026-12-24 18:00:00',
	hint: "By the service's clock, whose time zone Agora does not document; nobody can call it off",
	description:
		'When the service sends the push, 1 hour to 30 days ahead, as yyyy-MM-dd HH:mm:ss. A Schedule Trigger or Wait node of n8n is the safer way: its time zone is known, and it can be stopped.',
};

export const userPushOptions = optionsCollection([
	allowAnyUserId,
	maxRecipients,
	resultEndpoint,
	shortenLongTexts,
]);

export const labelPushOptions = optionsCollection([
	maxPushesPerAudience,
	maxRecipients,
	sendAt,
	shortenLongTexts,
]);

export const allPushOptions = optionsCollection([maxPushesPerAudience, sendAt, shortenLongTexts]);

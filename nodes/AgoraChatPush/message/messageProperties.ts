import type { INodeProperties } from 'n8n-workflow';

import { menu } from '../reading/menu';
import { MAX_TEXT_LENGTHS } from './checkMessage';
import { agoraOptions } from './fields/agoraOptions';
import { apnsOptions } from './fields/apnsOptions';
import { fcmOptions } from './fields/fcmOptions';
import { messageOptions } from './fields/messageOptions';
import { collectionProperty } from './messageField';

export const collections = [messageOptions, agoraOptions, apnsOptions, fcmOptions];

export const messageFormat = menu({
	displayName: 'Message Format',
	name: 'messageFormat',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Fields', value: 'fields', description: 'Fill in a form' },
		{ name: 'JSON', value: 'json', description: "Give the whole 'pushMessage' of Agora's API" },
	],
	default: 'fields',
	description: 'How to write the message',
});

export const title: INodeProperties = {
	displayName: 'Title',
	name: 'title',
	type: 'string',
	required: true,
	default: '',
	placeholder: 'e.g. Your order is on its way',
	description: `Headline of the notification, at most ${MAX_TEXT_LENGTHS.title} characters`,
	displayOptions: { show: { messageFormat: ['fields'] } },
};

export const content: INodeProperties = {
	displayName: 'Content',
	name: 'content',
	type: 'string',
	typeOptions: { rows: 2 },
	required: true,
	default: '',
	placeholder: 'e.g. It arrives tomorrow between 9 and 12',
	description: `Text of the notification, at most ${MAX_TEXT_LENGTHS.content} characters`,
	displayOptions: { show: { messageFormat: ['fields'] } },
};

export const messageJson: INodeProperties = {
	displayName: 'Message (JSON)',
	name: 'messageJson',
	type: 'json',
	typeOptions: { rows: 6 },
	required: true,
	default: '{\n  "title": "",\n  "content": ""\n}',
	description: "A whole 'pushMessage' as Agora's API takes it, typed or from an expression",
	displayOptions: { show: { messageFormat: ['json'] } },
};

/** Source of the meanings: Agora docs, 'Send push notifications by users'; 4 is in newer pages only. */
export const strategy = menu({
	displayName: 'Strategy',
	name: 'strategy',
	type: 'options',
	options: [
		{
			name: 'Agora First, Then Provider',
			value: 3,
			description: 'Agora for users who are online, the provider for the others',
		},
		{
			name: 'Agora Only',
			value: 1,
			description: 'Users who are offline get it when they come back, within the retention period',
		},
		{
			name: 'Agora Only, Online Users',
			value: 4,
			description: 'Users who are offline do not get it',
		},
		{
			name: 'Provider First, Then Agora',
			value: 0,
			description: 'Agora steps in when APNs, FCM and the like fail',
		},
		{
			name: 'Provider Only',
			value: 2,
			description: 'APNs, FCM and the like; needs their certificates in the Agora console',
		},
	],
	default: 2,
	description: 'Which channel carries the notification',
});

export const otherProviders: INodeProperties = {
	displayName: 'Other Providers (JSON)',
	name: 'otherProviders',
	type: 'json',
	default: '{}',
	description: 'Settings for further providers, such as {"huawei": {…}}, merged into the message',
	displayOptions: { show: { messageFormat: ['fields'] } },
};

/** Stands among the other options at the end of the form. */
export const shortenLongTexts: INodeProperties = {
	displayName: 'Shorten Long Texts',
	name: 'shortenTexts',
	type: 'boolean',
	default: true,
	description:
		'Whether to cut a title, subtitle or content that is too long at a whole character and end it with …',
};

/** What every push has, at the top of its form. */
export const messageEssentials: INodeProperties[] = [
	messageFormat,
	title,
	content,
	messageJson,
	strategy,
];

/** What a push may have besides. */
export const messageExtras: INodeProperties[] = [
	...collections.map((collection) => ({
		...collectionProperty(collection),
		displayOptions: { show: { messageFormat: ['fields'] } },
	})),
	otherProviders,
];

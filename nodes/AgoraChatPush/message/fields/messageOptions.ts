import { MAX_EXT_LENGTH, MAX_EXT_PAIRS, MAX_TEXT_LENGTHS } from '../checkMessage';
import type { MessageCollection } from '../messageField';

/** Source: Agora docs, 'Push notification management', basic configurations. */
export const messageOptions: MessageCollection = {
	displayName: 'More Message Fields',
	name: 'messageOptions',
	description: 'Further parts of the message that every provider understands',
	fields: [
		{
			displayName: 'Badge Activity',
			name: 'badgeActivity',
			path: 'config.badge.activity',
			type: 'string',
			default: '',
			placeholder: 'e.g. com.example.MainActivity',
			description: 'Entry class of the Android app; Huawei devices need it to show a badge',
		},
		{
			displayName: 'Badge Add Number',
			name: 'badgeAddNum',
			path: 'config.badge.addNum',
			type: 'number',
			default: 1,
			description: "How much to add to the number on the app's icon",
		},
		{
			displayName: 'Badge Set Number',
			name: 'badgeSetNum',
			path: 'config.badge.setNum',
			type: 'number',
			default: 0,
			description: "The number that the app's icon shows from now on",
		},
		{
			displayName: 'Click Action',
			name: 'clickActionAction',
			path: 'config.clickAction.action',
			type: 'string',
			default: '',
			description: 'Address of the in-app page that a tap opens (Android)',
		},
		{
			displayName: 'Click Activity',
			name: 'clickActionActivity',
			path: 'config.clickAction.activity',
			type: 'string',
			default: '',
			placeholder: 'e.g. com.example.OrderActivity',
			description: 'Package name or activity component that a tap opens (Android)',
		},
		{
			displayName: 'Click URL',
			name: 'clickActionUrl',
			path: 'config.clickAction.url',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://example.com/orders',
			description: 'Web address that a tap opens',
		},
		{
			displayName: 'Extension (JSON)',
			name: 'ext',
			path: 'ext',
			type: 'json',
			default: '{}',
			description: `Data of your own for the app: at most ${MAX_EXT_PAIRS} pairs and ${MAX_EXT_LENGTH} characters`,
		},
		{
			displayName: 'Subtitle',
			name: 'subTitle',
			path: 'subTitle',
			type: 'string',
			default: '',
			description: `Second line under the title on iOS, at most ${MAX_TEXT_LENGTHS.subTitle} characters`,
		},
	],
};

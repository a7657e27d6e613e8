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
			displayName: 'Badge Increase By',
			name: 'badgeAddNum',
			path: 'config.badge.addNum',
			type: 'number',
			default: 1,
			description:
				"How much to add to the number on the app's icon; not together with 'Badge Set To'",
		},
		{
			displayName: 'Badge Set To',
			name: 'badgeSetNum',
			path: 'config.badge.setNum',
			type: 'number',
			default: 0,
			description: "The number that the app's icon shows from now on",
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
			displayName: 'Click In-App Page',
			name: 'clickActionAction',
			path: 'config.clickAction.action',
			type: 'string',
			default: '',
			placeholder: 'e.g. myapp://orders/1',
			description: 'Address of the in-app page that a tap opens (Android)',
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
			displayName: 'Custom Data (JSON)',
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
			placeholder: 'e.g. Today',
			description: `Second line under the title on iOS, at most ${MAX_TEXT_LENGTHS.subTitle} characters`,
		},
	],
};

import type { INodeProperties } from 'n8n-workflow';

import { menu } from '../../nodes/AgoraChatPush/reading/menu.ts';

/** A field of the form, as far as reading its value needs one. */
export function fieldOf(type: INodeProperties['type'], sends?: 'list' | 'zeroOrOne') {
	return { displayName: 'Some Field', name: 'someField', type, default: '', sends };
}

export const MENU = menu<2 | 'word'>({
	...fieldOf('options'),
	options: [
		{ name: 'Two', value: 2 },
		{ name: 'Word', value: 'word' },
	],
	default: 2,
});

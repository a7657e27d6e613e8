import type { IDataObject } from 'n8n-workflow';

import { MAX_TEXT_LENGTHS } from './checkMessage';

const ELLIPSIS = '…';

/** A copy of the message whose title, subtitle and content are within the service's limits. */
export function shortenTexts(message: IDataObject): IDataObject {
	const shortened = { ...message };
	for (const [field, limit] of Object.entries(MAX_TEXT_LENGTHS)) {
		const text = shortened[field];
		if (typeof text === 'string') shortened[field] = shorten(text, limit);
	}
	return shortened;
}

/**
 * Cuts a text to `limit` Unicode code points including the ellipsis, and only between graphemes, so
 * that no emoji or accented letter falls apart.
 */
export function shorten(text: string, limit: number): string {
	if ([...text].length <= limit) return text;

	let kept = '';
	let length = [...ELLIPSIS].length;
	for (const { segment } of new Intl.Segmenter().segment(text)) {
		length += [...segment].length;
		if (length > limit) break;
		kept += segment;
	}
	return kept.trimEnd() + ELLIPSIS;
}

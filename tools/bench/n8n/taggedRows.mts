import type { INodeExecutionData } from 'n8n-workflow';

import { userId } from './workflows.mts';

const TAGS_EACH = 3;

/** Rows of customers as a sheet gives them, with a column of tags, which are three of the labels. */
export function taggedRows(count: number, labelCount: number): INodeExecutionData[] {
	const names = labelNames(labelCount);
	return Array.from({ length: count }, (_, row) => {
		const tags = Array.from({ length: TAGS_EACH }, (_, tag) => names[(row + tag) % labelCount]);
		return { json: { row_number: row + 2, userId: userId(row), tags: tags.join(', ') } };
	});
}

export function labelNames(count: number): string[] {
	return Array.from({ length: count }, (_, index) => `label-${index}`);
}

/** The labels in a row's column of tags. */
export function tagsOf({ json }: INodeExecutionData): string[] {
	return typeof json.tags === 'string' ? json.tags.split(', ') : [];
}

/** The users of a label, in the order of their rows. */
export function usersOf(label: string, rows: readonly INodeExecutionData[]): string[] {
	return rows.flatMap((row, index) => (tagsOf(row).includes(label) ? [userId(index)] : []));
}

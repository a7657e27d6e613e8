/** Names the row as n8n's editor does: input items count from 0. */
export function withItemIndex(message: string, row: number): string {
	return `${message} [item ${row}]`;
}

/** A number with its unit: '1 user', '7,412 users'. */
export function quantity(count: number, unit: string): string {
	return `${formatCount(count)} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
}

export function formatCount(count: number): string {
	return count.toLocaleString('en-US');
}

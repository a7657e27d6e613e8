/** Names the row as n8n's editor does: input items count from 0. */
export function withRow(message: string, row: number): string {
	return `${message} [item ${row}]`;
}

/** A number with its unit: '1 user', '7,412 users'. */
export function counted(count: number, unit: string): string {
	return `${grouped(count)} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
}

export function grouped(count: number): string {
	return count.toLocaleString('en-US');
}

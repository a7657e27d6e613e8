/** Names the row as n8n's editor does: input items count from 0. */
export function withRow(message: string, row: number): string {
	return `${message} [item ${row}]`;
}

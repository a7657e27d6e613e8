import type { INodeExecutionData } from 'n8n-workflow';

type PairedItem = INodeExecutionData['pairedItem'];

/** Leads output items back to their rows. Items of the same rows share what does. */
export class Pairing {
	private last: { rows: number[]; pairedItem: PairedItem } | undefined;

	/** @param rows indexes of input items. */
	of(rows: number[]): PairedItem {
		if (this.last?.rows !== rows) this.last = { rows, pairedItem: pairedItemFor(rows) };
		return this.last.pairedItem;
	}
}

function pairedItemFor(rows: number[]): PairedItem {
	if (rows.length > 1) return rows.map((item) => ({ item }));
	const [row = 0] = rows;
	return { item: row };
}

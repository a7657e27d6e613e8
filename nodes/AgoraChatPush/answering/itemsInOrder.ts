import type { INodeExecutionData } from 'n8n-workflow';

/**
 * Output items with their places. The places stand in lists of numbers beside the items, because
 * an object for each of 200,000 items costs more time than everything else that is done with it.
 */
export class ItemsInOrder {
	private readonly items: INodeExecutionData[] = [];

	private readonly rows: number[] = [];

	private readonly positions: number[] = [];

	private isInOrder = true;

	/** @param position among the items of the same row. */
	add(row: number, position: number, item: INodeExecutionData): void {
		const last = this.items.length - 1;
		this.isInOrder &&= last < 0 || this.compare(last, row, position) <= 0;
		this.items.push(item);
		this.rows.push(row);
		this.positions.push(position);
	}

	/** By row, then by position; items of the same place stay as they were added. */
	inOrder(): INodeExecutionData[] {
		if (this.isInOrder) return this.items;
		return [...this.items.keys()]
			.sort((a, b) => this.compare(a, this.rows[b] ?? 0, this.positions[b] ?? 0))
			.flatMap((index) => this.items[index] ?? []);
	}

	private compare(index: number, row: number, position: number): number {
		return (this.rows[index] ?? 0) - row || (this.positions[index] ?? 0) - position;
	}
}

import type { NodeExecutionHint } from 'n8n-workflow';

/** Hints below the output; each is shown once, with the number of items that it is about. */
export class Hints {
	private readonly byMessage = new Map<string, HintedItems>();

	add(message: string, description: string, row: number): void {
		const known = this.byMessage.get(message);
		if (known === undefined) this.byMessage.set(message, { description, count: 1, firstRow: row });
		else known.count += 1;
	}

	get forOutput(): NodeExecutionHint[] {
		return [...this.byMessage].map(([message, { description, count, firstRow }]) => ({
			message: `${message} [${
				count === 1 ? '' : `${count} items, the first of them `
			}item ${firstRow}]. ${description}`,
			location: 'outputPane',
			type: 'warning',
		}));
	}
}

interface HintedItems {
	description: string;
	count: number;
	firstRow: number;
}

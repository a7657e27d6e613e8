import type { NodeExecutionHint } from 'n8n-workflow';

/** Hints below the output; each is shown once, with the number of items that it is about. */
export class Hints {
	private readonly byMessage = new Map<string, HintedItems>();

	add(message: string, description: string, itemIndex: number): void {
		const known = this.byMessage.get(message);
		if (known === undefined)
			this.byMessage.set(message, { description, count: 1, firstItemIndex: itemIndex });
		else known.count += 1;
	}

	get forOutput(): NodeExecutionHint[] {
		return [...this.byMessage].map(([message, { description, count, firstItemIndex }]) => ({
			message: `${message} [${
				count === 1 ? '' : `${count} items, the first of them `
			}item ${firstItemIndex}]. ${description}`,
			location: 'outputPane',
			type: 'warning',
		}));
	}
}

interface HintedItems {
	description: string;
	count: number;
	firstItemIndex: number;
}

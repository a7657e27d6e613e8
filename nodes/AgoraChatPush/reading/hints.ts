import type { NodeExecutionHint } from 'n8n-workflow';

/** Sentences about the input that go below the output, each once however many items it is true of. */
export class Hints {
	private readonly byMessage = new Map<string, Known>();

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

interface Known {
	description: string;
	count: number;
	firstRow: number;
}

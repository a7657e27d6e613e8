import type { NodeExecutionHint } from 'n8n-workflow';

/** Sentences about the input that go below the output, each once however many items it is true of. */
export class Hints {
	private readonly bySentence = new Map<string, { count: number; firstRow: number }>();

	add(sentence: string, row: number): void {
		const known = this.bySentence.get(sentence);
		if (known === undefined) this.bySentence.set(sentence, { count: 1, firstRow: row });
		else known.count += 1;
	}

	get forOutput(): NodeExecutionHint[] {
		return [...this.bySentence].map(([sentence, { count, firstRow }]) => ({
			message:
				count === 1
					? `${sentence} [item ${firstRow}]`
					: `${sentence} [${count} items, the first of them item ${firstRow}]`,
			location: 'outputPane',
			type: 'warning',
		}));
	}
}

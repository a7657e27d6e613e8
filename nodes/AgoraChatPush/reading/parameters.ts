import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

/**
 * The node's parameters, for each input item.
 *
 * n8n evaluates a parameter anew for every item, which takes longer than the calls when there are
 * thousands of rows; one that holds no expression is the same for all of them and is read once.
 */
export class Parameters {
	readonly timezone: string;

	/** How many expressions were evaluated so far. */
	evaluations = 0;

	private readonly written: INodeParameters;

	private readonly constants = new Map<string, unknown>();

	constructor(private readonly context: IExecuteFunctions) {
		this.timezone = context.getTimezone();
		this.written = context.getNode().parameters;
	}

	at(index: number, name: string, fallback: unknown): unknown {
		if (this.constants.has(name)) return this.constants.get(name);
		const value: unknown = this.context.getNodeParameter(name, index, fallback);
		if (holdsExpression(this.written[name])) this.evaluations += 1;
		else this.constants.set(name, value);
		return value;
	}
}

/** n8n takes every text that begins with an equals sign for an expression. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=');
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
}

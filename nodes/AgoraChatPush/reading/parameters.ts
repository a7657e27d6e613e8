import type {
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
} from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { UserError } from '../userError';
import { Hints } from './hints';
import { isExpression, plainValueAt, referencedPath } from './itemReference';

export type NamedField = Pick<INodeProperties, 'name' | 'displayName'>;

/**
 * The node's parameters, for each input item.
 *
 * n8n takes about 0.1 ms to evaluate an expression, which is longer than the calls when there are
 * thousands of items. So what holds no expression is read once, and what only names a field of the
 * item is looked up there, after n8n has given the same value for another item.
 */
export class Parameters {
	readonly timezone: string;

	/** What users should know about their input although it can be sent. */
	readonly hints = new Hints();

	/** How many values were read that may differ from item to item. */
	itemDependentReads = 0;

	private readonly items: INodeExecutionData[];

	private readonly unevaluatedParameters: INodeParameters;

	private readonly constants = new Map<string, unknown>();

	private readonly references = new Map<string, Reference>();

	constructor(private readonly context: IExecuteFunctions) {
		this.timezone = context.getTimezone();
		this.items = context.getInputData();
		this.unevaluatedParameters = context.getNode().parameters;
	}

	/**
	 * A field's value for an item; of a resource locator, the value in it.
	 *
	 * @throws UserError for an expression that n8n cannot evaluate.
	 */
	at(index: number, field: NamedField & Partial<INodeProperties>, fallback: unknown): unknown {
		const { name } = field;
		if (this.constants.has(name)) return this.constants.get(name);
		const reference = this.referenceIn(name);
		const found = plainValueAt(this.json(index), reference.path);
		if (found !== undefined && reference.isTrusted) {
			this.itemDependentReads += 1;
			return found;
		}
		const evaluated = this.evaluate(index, field, fallback);
		const value = field.type === 'resourceLocator' ? locatorValue(evaluated) : evaluated;
		if (this.hasExpression(name)) this.itemDependentReads += 1;
		else this.constants.set(name, value);
		if (found !== undefined && this.items.length > 1) {
			reference.isTrusted = JSON.stringify(found) === JSON.stringify(value);
		}
		return value;
	}

	hasExpression(name: string): boolean {
		return holdsExpression(this.unevaluatedParameters[name]);
	}

	/** A parameter before n8n evaluates it. */
	unevaluated(name: string): unknown {
		return locatorValue(this.unevaluatedParameters[name]);
	}

	/** The names on the way to the field of the item that a parameter names; empty if it does more. */
	pathIn(name: string): string[] {
		return this.referenceIn(name).path;
	}

	json(index: number): IDataObject {
		return this.items[index]?.json ?? {};
	}

	private evaluate(index: number, { name, displayName }: NamedField, fallback: unknown): unknown {
		try {
			return this.context.getNodeParameter(name, index, fallback);
		} catch (error) {
			throw failedExpression(displayName, error);
		}
	}

	private referenceIn(name: string): Reference {
		const known = this.references.get(name);
		if (known !== undefined) return known;
		const reference = { path: referencedPath(this.unevaluated(name)), isTrusted: false };
		this.references.set(name, reference);
		return reference;
	}
}

interface Reference {
	/** Empty for any other expression. */
	path: string[];
	/** Whether n8n gave the same value as the item holds. */
	isTrusted: boolean;
}

/** The value in a resource locator; anything else as it is. */
function locatorValue(value: unknown): unknown {
	return isDataObject(value) && 'mode' in value ? value.value : value;
}

function failedExpression(displayName: string, error: unknown): UserError {
	const reason = error instanceof Error ? error.message : String(error);
	return new UserError(`The expression in '${displayName}' has no value: ${reason}`, {
		description: `Open '${displayName}' and correct the expression; the editor shows its result for each item.`,
	});
}

function holdsExpression(value: unknown): boolean {
	if (isExpression(value)) return true;
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
}

import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { failedExpression } from './failedExpression';
import { isDataObject } from '../dataObject';
import { readJsonObject } from './jsonObject';
import { readList } from './list';
import type { Parameters } from './parameters';
import { readBoolean, readChoice, readNumber, readText } from './values';

type NamedField = Pick<INodeProperties, 'name' | 'displayName'>;

const OPTIONS: NamedField = { name: 'options', displayName: 'Options' };

/**
 * One input item, and what the node's parameters are for it.
 *
 * Every method takes the field's own declaration, and throws a UserError that names the field as
 * the user sees it when the value cannot be what the field is for.
 */
export class Row {
	constructor(
		readonly parameters: Parameters,
		readonly index: number,
	) {}

	get timezone(): string {
		return this.parameters.timezone;
	}

	text(field: INodeProperties): string {
		return readText(field, this.raw(field));
	}

	boolean(field: INodeProperties): boolean {
		return readBoolean(field, this.raw(field));
	}

	number(field: INodeProperties): number {
		return readNumber(field, this.raw(field));
	}

	choice(field: INodeProperties): string | number | boolean {
		return readChoice(field, this.raw(field));
	}

	list(field: INodeProperties): string[] {
		return readList(field, this.raw(field));
	}

	jsonObject(field: INodeProperties): IDataObject {
		return readJsonObject(field, this.raw(field));
	}

	/** @returns undefined when the field is blank, as an expression over an empty cell leaves it. */
	optionalJsonObject(field: INodeProperties): IDataObject | undefined {
		const value = this.raw(field);
		const isBlank = value === null || value === undefined || value === '';
		return isBlank ? undefined : readJsonObject(field, value);
	}

	/** The name behind a resource locator, however the user picked it. */
	locator(field: INodeProperties): string {
		const value = this.raw(field);
		return readText(field, isDataObject(value) ? value.value : value);
	}

	/** What the user added to a collection; empty when nothing was. */
	collection(field: NamedField): IDataObject {
		const value = this.parameter(field, {});
		return isDataObject(value) ? value : {};
	}

	/** A choice of the 'Options' collection; its default where it was not added. */
	choiceOption(option: INodeProperties): string | number | boolean {
		return readChoice(option, this.collection(OPTIONS)[option.name] ?? option.default);
	}

	/** Whether a switch of the 'Options' collection was added and is on. */
	hasOption(option: INodeProperties): boolean {
		return readBoolean(option, this.collection(OPTIONS)[option.name]);
	}

	/** Whether an option was not added, or left blank. */
	lacksOption(option: INodeProperties): boolean {
		return [undefined, null, ''].some((blank) => this.collection(OPTIONS)[option.name] === blank);
	}

	/** A number of the 'Options' collection; its default where it was not added. */
	numberOption(option: INodeProperties): number {
		return readNumber(option, this.collection(OPTIONS)[option.name] ?? option.default);
	}

	/** The field's default stands in where n8n holds no value, as for a hidden field. */
	private raw(field: INodeProperties): unknown {
		return this.parameter(field, field.default);
	}

	private parameter({ name, displayName }: NamedField, fallback: unknown): unknown {
		try {
			return this.parameters.at(this.index, name, fallback);
		} catch (error) {
			throw failedExpression(displayName, error);
		}
	}
}

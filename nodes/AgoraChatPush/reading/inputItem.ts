import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';
import { UserError } from '../userError';
import { isBlank } from './describe';
import { referencedPath } from './itemReference';
import { readJsonObject } from './jsonObject';
import { readEntry, readList, readStrictList } from './list';
import { missingField } from './missingField';
import type { OptionsField, MenuValue } from './optionsField';
import type { NamedField, Parameters } from './parameters';
import {
	readBoolean,
	readChoice,
	readExplicitBoolean,
	readName,
	readNumber,
	readText,
} from './values';

const OPTIONS: NamedField = { name: 'options', displayName: 'Options' };

/**
 * One input item, and the node's parameters for it.
 *
 * Every method takes the field's own declaration, and throws a UserError that names the field as
 * the user sees it when its value cannot be used.
 */
export class InputItem {
	constructor(
		readonly parameters: Parameters,
		readonly index: number,
	) {}

	get timezone(): string {
		return this.parameters.timezone;
	}

	text(field: INodeProperties): string {
		return readText(field, this.value(field));
	}

	boolean(field: INodeProperties): boolean {
		return readBoolean(field, this.value(field));
	}

	/** A switch for which an expression that gives nothing must not count as 'off'. */
	explicitBoolean(field: INodeProperties): boolean {
		return this.read(field, this.value(field), readExplicitBoolean);
	}

	number(field: INodeProperties): number {
		return this.read(field, this.value(field), readNumber);
	}

	choice<Value extends MenuValue>(field: OptionsField<Value>): Value {
		return this.read(field, this.value(field), readChoice);
	}

	list(field: INodeProperties): string[] {
		return readList(field, this.value(field));
	}

	/** A list without blank entries; `advice` says what to do about a blank entry. */
	strictList(field: INodeProperties, advice: string): string[] {
		return readStrictList(field, this.value(field), advice);
	}

	/** One entry: neither a list nor a boolean. */
	entry(field: INodeProperties): string {
		return readEntry(field, this.value(field));
	}

	jsonObject(field: INodeProperties): IDataObject {
		return this.read(field, this.value(field), (named, value) =>
			readJsonObject(named, value, this.unevaluated(field)),
		);
	}

	/** @returns undefined when the field is blank, as an expression over an empty cell leaves it. */
	optionalJsonObject(field: INodeProperties): IDataObject | undefined {
		const value = this.value(field);
		return isBlank(value) ? undefined : readJsonObject(field, value, this.unevaluated(field));
	}

	/** A name that was typed, or picked in a resource locator. */
	name(field: INodeProperties): string {
		return readName(field, this.value(field));
	}

	/** The names that an expression gives in place of one, as a list or as text with separators. */
	names(field: INodeProperties): string[] {
		return readList(field, this.value(field));
	}

	/** What the user added to a collection; empty when nothing was. */
	collection(field: NamedField): IDataObject {
		const value = this.parameters.at(this.index, field, {});
		return isDataObject(value) ? value : {};
	}

	/** A choice of the 'Options' collection; its default where it was not added. */
	choiceOption<Value extends MenuValue>(option: OptionsField<Value>): Value {
		return readChoice(option, this.collection(OPTIONS)[option.name] ?? option.default);
	}

	/** Whether a switch of the 'Options' collection was added and is on. */
	hasOption(option: INodeProperties): boolean {
		return readBoolean(option, this.collection(OPTIONS)[option.name]);
	}

	/** A number of the 'Options' collection; its default where it was not added. */
	numberOption(option: INodeProperties): number {
		return readNumber(option, this.collection(OPTIONS)[option.name] ?? option.default);
	}

	/**
	 * A number of the 'Options' collection whose default holds where it was not added, but not where an
	 * expression gives nothing for it.
	 */
	explicitNumberOption(option: INodeProperties): number {
		const { value } = this.addedOption(option) ?? { value: option.default };
		return this.read(option, value, readNumber, OPTIONS);
	}

	/** What an option of the 'Options' collection holds, blank or not; undefined where it was not added. */
	addedOption({ name }: NamedField): { value: unknown } | undefined {
		const options = this.collection(OPTIONS);
		return name in options ? { value: options[name] } : undefined;
	}

	/** A field, or a field of a collection, before n8n evaluates it. */
	unevaluated({ name }: NamedField, within?: NamedField): unknown {
		if (within === undefined) return this.parameters.unevaluated(name);
		const collection = this.parameters.unevaluated(within.name);
		return isDataObject(collection) ? collection[name] : collection;
	}

	/** Whether an expression gives a field's value, or a part of it. */
	hasExpression({ name }: NamedField): boolean {
		return this.parameters.hasExpression(name);
	}

	/** The field of the item that a parameter names, if its expression is no more than that. */
	columnIn({ name }: NamedField): string | undefined {
		return this.parameters.pathIn(name).at(-1);
	}

	/** Says that a field is blank, and why if the item does not have the field that it names. */
	whyBlank(field: NamedField, within?: NamedField): string {
		const reason = this.missing(field, within)?.reason;
		return `'${field.displayName}' is empty${reason === undefined ? '' : `, because ${reason}`}`;
	}

	/** Whether the item does not have the field that a parameter names, but one of a similar name. */
	isMisspelled(field: NamedField): boolean {
		return this.missing(field)?.nearest !== undefined;
	}

	/** Adds a hint below the output, shown once for all items that it is about. */
	hint(message: string, description: string): void {
		this.parameters.hints.add(message, description, this.index);
	}

	/** Reads a value; where it may not be blank, the message says why it is. */
	private read<Declared extends NamedField, Value>(
		field: Declared,
		value: unknown,
		read: (field: Declared, value: unknown) => Value,
		within?: NamedField,
	): Value {
		try {
			return read(field, value);
		} catch (error) {
			const isExplained = isBlank(value) && this.missing(field, within) !== undefined;
			throw isExplained ? withMessage(error, this.whyBlank(field, within)) : error;
		}
	}

	private missing(field: NamedField, within?: NamedField) {
		const path =
			within === undefined
				? this.parameters.pathIn(field.name)
				: referencedPath(this.unevaluated(field, within));
		return missingField(this.parameters.json(this.index), path);
	}

	/** The field's default where n8n has no value, as for a hidden field. */
	private value(field: INodeProperties): unknown {
		return this.parameters.at(this.index, field, field.default);
	}
}

function withMessage(error: unknown, message: string): UserError {
	const description = error instanceof UserError ? (error.description ?? undefined) : undefined;
	return new UserError(message, { description });
}

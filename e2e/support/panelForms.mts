import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodePropertyOptions,
} from 'n8n-workflow';

import { AgoraChatPush } from '../../nodes/AgoraChatPush/AgoraChatPush.node.ts';

/** What a newcomer sees of an operation. */
export interface PanelForm {
	resource: string;
	operation: string;
	/** Under the node on the canvas. */
	subtitle: string;
	/** Labels of the fields below 'Resource' and 'Operation', from top to bottom. */
	fields: readonly string[];
	/** Those that are marked, because they are required and still empty. */
	marked: readonly string[];
	/** Every option, with what it holds when it is added to the form. */
	options: INodeParameters;
}

const { description } = new AgoraChatPush();

/** Every operation of the node, as its own description has it. */
export const PANEL_FORMS: readonly PanelForm[] = menuIn(shownWith({}), 'resource').flatMap(
	(resource) =>
		menuIn(shownWith({ resource: resource.value }), 'operation').map((operation) =>
			panelForm(resource, operation),
		),
);

/** With a number, so that no name is a part of another one. */
export function nameOf(form: PanelForm): string {
	const number = String(PANEL_FORMS.indexOf(form) + 1).padStart(2, '0');
	return `${number} ${form.resource} ${form.operation}`;
}

function panelForm(resource: INodePropertyOptions, operation: INodePropertyOptions): PanelForm {
	const shown = shownWith({ resource: resource.value, operation: operation.value });
	const fields = shown.filter(
		({ name, type }) => name !== 'resource' && name !== 'operation' && type !== 'notice',
	);
	const options = shown.find(({ name }) => name === 'options')?.options ?? [];
	return {
		resource: String(resource.value),
		operation: String(operation.value),
		subtitle: `${resource.name}: ${operation.name}`,
		fields: fields.map(({ displayName }) => displayName),
		marked: fields.filter(({ required }) => required).map(({ displayName }) => displayName),
		options: Object.fromEntries(
			options.flatMap((option) => ('default' in option ? [[option.name, option.default]] : [])),
		),
	};
}

/** The fields that n8n shows with these values, and defaults for the rest. */
function shownWith(given: INodeParameters): INodeProperties[] {
	const node = { typeVersion: 1 };
	const { properties } = description;
	const values =
		NodeHelpers.getNodeParameters(properties, given, true, false, node, description) ?? given;
	return properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, node, description),
	);
}

function menuIn(fields: INodeProperties[], name: string): INodePropertyOptions[] {
	const menu = fields.find((field) => field.name === name)?.options ?? [];
	return menu.filter((option): option is INodePropertyOptions => 'value' in option);
}

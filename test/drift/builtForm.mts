import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { OPERATIONS } from './contract.mts';

/** The form of the built node. Only in test files that ask for `engineEnvironment`. */
export function properties(): INodeProperties[] {
	return n8nEngine.nodeTypes.get('agoraChatPush')?.description.properties ?? [];
}

/** What one operation shows, without the menus that lead to it. */
export function shownFor(resource: string, operation: string): INodeProperties[] {
	return properties().filter(({ type, displayOptions }) => {
		const { resource: resources = [], operation: operations = [] } = displayOptions?.show ?? {};
		return type !== 'notice' && resources.includes(resource) && operations.includes(operation);
	});
}

export function operationMenu(resource: string): INodeProperties | undefined {
	return properties().find(
		({ name, displayOptions }) =>
			name === 'operation' && (displayOptions?.show?.resource ?? []).includes(resource),
	);
}

/** The entries of a menu. */
export function choices(property: INodeProperties | undefined): INodePropertyOptions[] {
	return (property?.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
}

/** The fields of a collection. */
export function fieldsOf(collection: INodeProperties | undefined): INodeProperties[] {
	return (collection?.options ?? []).filter((option) => 'type' in option);
}

/** Every operation of the node with the names that its menus show. */
export function offeredOperations() {
	return choices(properties()[0]).flatMap((resource) =>
		choices(operationMenu(String(resource.value))).map((operation) => ({
			name: `${resource.value} ${operation.value}`,
			heading: `${resource.name}: ${operation.name}`,
		})),
	);
}

/** Every operation of the contract, with the names of the parameters that it shows. */
export const EACH_OPERATION = Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
	Object.entries(operations).map(([operation, names]) => ({ resource, operation, names })),
);

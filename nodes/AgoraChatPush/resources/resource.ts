import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import type { Operation } from '../operation';

export interface Resource {
	menu: INodePropertyOptions & { value: string };
	operations: Operation[];
	/** The 'Operation' menu and the forms of all operations. */
	properties: INodeProperties[];
}

/** A resource is the table of its operations; the first of them is chosen at first. */
export function defineResource(
	menu: Resource['menu'],
	operations: [Operation, ...Operation[]],
): Resource {
	return {
		menu,
		operations,
		properties: [operationMenu(menu.value, operations), ...forms(menu.value, operations)],
	};
}

function operationMenu(resource: string, operations: [Operation, ...Operation[]]): INodeProperties {
	const defaultOperation = operations[0].menu.value;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		options: operations.map(({ menu }) => menu),
		default: defaultOperation,
	};
}

/** The fields of all operations, each once, shown for the operations that list it. */
function forms(resource: string, operations: Operation[]): INodeProperties[] {
	return inCommonOrder(operations.map(({ fields }) => fields)).map((field) => ({
		...field,
		displayOptions: {
			...field.displayOptions,
			show: {
				...field.displayOptions?.show,
				resource: [resource],
				operation: operations
					.filter(({ fields }) => fields.includes(field))
					.map(({ menu }) => menu.value),
			},
		},
	}));
}

/** Merges lists that share members into one that keeps the order of each. */
function inCommonOrder<Item>(lists: Item[][]): Item[] {
	const merged: Item[] = [];
	for (const list of lists) {
		let next = merged.length;
		for (const item of [...list].reverse()) {
			const index = merged.indexOf(item);
			if (index === -1) merged.splice(next, 0, item);
			else next = index;
		}
	}
	return merged;
}

import type { INodeProperties } from 'n8n-workflow';

import type { Operation } from '../operation';
import { label } from './label/label.resource';
import { labelMember } from './labelMember/labelMember.resource';
import { push } from './push/push.resource';
import { user } from './user/user.resource';

/** Push first, because it is what most users come for. */
export const resources = [push, label, labelMember, user];

const resourceMenu: INodeProperties = {
	displayName: 'Resource',
	name: 'resource',
	type: 'options',
	noDataExpression: true,
	options: resources.map(({ menuEntry }) => menuEntry),
	default: 'push',
};

/** What stands under the node on the canvas, such as 'Push: Send to Users'. */
export const subtitle = subtitleExpression();

/** The whole form of the node. */
export const properties: INodeProperties[] = [
	resourceMenu,
	...resources.flatMap((resource) => resource.properties),
];

export function findOperation(resource: string, operation: string): Operation | undefined {
	return resources
		.find(({ menuEntry }) => menuEntry.value === resource)
		?.operations.find(({ menuEntry }) => menuEntry.value === operation);
}

/** A nested object would end in two braces, which end an expression of n8n's. */
function subtitleExpression(): string {
	const titles = resources.flatMap(({ menuEntry, operations }) =>
		operations.map((operation) => [
			`${menuEntry.value}.${operation.menuEntry.value}`,
			`${menuEntry.name}: ${operation.menuEntry.name}`,
		]),
	);
	const byOperation = JSON.stringify(Object.fromEntries(titles));
	return `={{ (${byOperation})[$parameter["resource"] + "." + $parameter["operation"]] }}`;
}

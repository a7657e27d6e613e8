/** @jest-environment ./test/support/engineEnvironment.cts */
import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { MESSAGE_FIELDS, OPERATIONS } from './contract.mts';

const readme = readFileSync('README.md', 'utf8');

function properties(): INodeProperties[] {
	return n8nEngine.nodeTypes.get('agoraChatPush')?.description.properties ?? [];
}

function choices(property: INodeProperties | undefined): INodePropertyOptions[] {
	return (property?.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
}

function isShownFor(property: INodeProperties, resource: string, operation: string): boolean {
	const show = property.displayOptions?.show ?? {};
	return (show.resource ?? []).includes(resource) && (show.operation ?? []).includes(operation);
}

function operationMenu(resource: string): INodeProperties | undefined {
	return properties().find(
		({ name, displayOptions }) =>
			name === 'operation' && (displayOptions?.show?.resource ?? []).includes(resource),
	);
}

describe('the menus', () => {
	it('offer exactly the resources of the contract, push at first', () => {
		const [menu] = properties();
		expect(
			choices(menu)
				.map(({ value }) => value)
				.sort(),
		).toEqual(Object.keys(OPERATIONS).sort());
		expect(menu?.default).toBe('push');
	});

	it.each(Object.entries(OPERATIONS))(
		'offer exactly the operations of %s',
		(resource, operations) => {
			expect(
				choices(operationMenu(resource))
					.map(({ value }) => value)
					.sort(),
			).toEqual(Object.keys(operations).sort());
		},
	);

	it('never broadcast at first', () => {
		expect(operationMenu('push')?.default).toBe('sendToUsers');
	});
});

const EACH_OPERATION = Object.entries(OPERATIONS).flatMap(([resource, operations]) =>
	Object.entries(operations).map(([operation, names]) => ({ resource, operation, names })),
);

describe.each(EACH_OPERATION)('$resource: $operation', ({ resource, operation, names }) => {
	it('shows exactly the parameters of the contract', () => {
		const shown = properties().filter(
			(property) => property.type !== 'notice' && isShownFor(property, resource, operation),
		);
		expect(shown.map(({ name }) => name).sort()).toEqual([...names].sort());
	});

	it('is documented in the README, by the names that the menus show', () => {
		const chosenResource = choices(properties()[0]).find(({ value }) => value === resource);
		const chosen = choices(operationMenu(resource)).find(({ value }) => value === operation);
		expect(readme).toContain(`### ${chosenResource?.name ?? ''}: ${chosen?.name ?? ''}`);
		expect(chosen?.action).toBeTruthy();
		expect(chosen?.description).toBeTruthy();
	});
});

it('every collection of the message is documented in the README', () => {
	for (const name of Object.keys(MESSAGE_FIELDS)) {
		const collection = properties().find((property) => property.name === name);
		expect(readme).toContain(collection?.displayName ?? name);
	}
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import {
	choices,
	EACH_OPERATION,
	offeredOperations,
	operationMenu,
	properties,
	shownFor,
} from './builtForm.mts';
import { MESSAGE_FIELDS } from './contract.mts';

const readme = readFileSync('README.md', 'utf8');

describe('the menus', () => {
	it('offer push at first', () => {
		expect(properties()[0]?.default).toBe('push');
	});

	it('never broadcast at first', () => {
		expect(operationMenu('push')?.default).toBe('sendToUsers');
	});
});

describe.each(EACH_OPERATION)('$resource: $operation', ({ resource, operation, names }) => {
	it('shows exactly the parameters of the contract', () => {
		const shown = shownFor(resource, operation);
		expect(shown.map(({ name }) => name).sort()).toEqual([...names].sort());
	});

	it('is documented in the README, by the names that the menus show', () => {
		const chosenResource = choices(properties()[0]).find(({ value }) => value === resource);
		const chosen = choices(operationMenu(resource)).find(({ value }) => value === operation);
		expect(readme).toContain(`### ${chosenResource?.name ?? ''}: ${chosen?.name ?? ''}\n`);
		expect(chosen?.action).toBeTruthy();
		expect(chosen?.description).toBeTruthy();
	});
});

it('the README documents no operation that the menus do not show', () => {
	const documented = [...readme.matchAll(/^### (.+: .+)$/gm)].map(([, heading]) => heading);
	const offered = offeredOperations().map(({ heading }) => heading);
	expect(documented.sort()).toEqual(offered.sort());
});

it('every collection of the message is documented in the README', () => {
	for (const name of Object.keys(MESSAGE_FIELDS)) {
		const collection = properties().find((property) => property.name === name);
		expect(readme).toContain(collection?.displayName ?? name);
	}
});

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
const operationsPage = readFileSync('docs/operations.md', 'utf8');

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

	it('is documented by the names that the menus show, and listed in the README', () => {
		const chosenResource = choices(properties()[0]).find(({ value }) => value === resource);
		const chosen = choices(operationMenu(resource)).find(({ value }) => value === operation);
		const heading = `${chosenResource?.name ?? ''}: ${chosen?.name ?? ''}`;
		expect(operationsPage).toContain(`\n## ${heading}\n`);
		expect(readme).toContain(`\n| [${heading}](docs/operations.md#`);
		expect(chosen?.action).toBeTruthy();
		expect(chosen?.description).toBeTruthy();
	});
});

it('no operation is documented that the menus do not show', () => {
	const documented = [...operationsPage.matchAll(/^## (.+: .+)$/gm)].map(([, heading]) => heading);
	const listed = [...readme.matchAll(/^\| \[(.+: .+)\]\(docs\/operations\.md/gm)];
	const offered = offeredOperations().map(({ heading }) => heading);
	expect(documented.sort()).toEqual([...offered].sort());
	expect(listed.map(([, heading]) => heading).sort()).toEqual([...offered].sort());
});

it('every collection of the message is documented', () => {
	for (const name of Object.keys(MESSAGE_FIELDS)) {
		const collection = properties().find((property) => property.name === name);
		expect(operationsPage).toContain(`**${collection?.displayName ?? name}**`);
	}
});

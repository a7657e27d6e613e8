/** @jest-environment ./test/support/engineEnvironment.cts */
import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { choices, EACH_OPERATION, fieldsOf, shownFor } from './builtForm.mts';
import {
	COMMON_OPTIONS,
	OWN_OPTIONS,
	PARAMETERS,
	type ContractParameter,
} from './contractForm.mts';

/** What users read about operations and their options. */
const operationsPage = readFileSync('docs/operations.md', 'utf8');

/** The default and menu of a field, as the contract writes them. */
function asContract(field: INodeProperties): ContractParameter {
	const values = choices(field).map(({ value }) => value);
	return {
		default: field.default,
		...(field.type === 'options' ? { choices: values.filter(isTextOrNumber).sort() } : {}),
	};
}

function isTextOrNumber(value: string | number | boolean): value is string | number {
	return typeof value !== 'boolean';
}

function inContract(parameters: Record<string, ContractParameter>) {
	return Object.fromEntries(
		Object.entries(parameters).map(([name, { default: value, choices: offered }]) => [
			name,
			{ default: value, ...(offered === undefined ? {} : { choices: [...offered].sort() }) },
		]),
	);
}

describe.each(EACH_OPERATION)('$resource: $operation', ({ resource, operation }) => {
	const ownOptions = OWN_OPTIONS[`${resource}: ${operation}`] ?? {};
	const options = () => {
		const collection = shownFor(resource, operation).find(({ name }) => name === 'options');
		return fieldsOf(collection);
	};

	it('has the defaults and menus of the contract', () => {
		const parameters = shownFor(resource, operation).filter(({ type }) => type !== 'collection');
		const expected = parameters.map(({ name }) => [name, inContract(PARAMETERS)[name]]);
		expect(parameters.map((field) => [field.name, asContract(field)])).toEqual(expected);
	});

	it('has exactly the options of the contract, holding what the contract says', () => {
		const offered = options().map((option) => [option.name, asContract(option)]);
		expect(Object.fromEntries(offered)).toEqual(inContract({ ...COMMON_OPTIONS, ...ownOptions }));
	});

	it('starts with no option, and lists them by name', () => {
		const collection = shownFor(resource, operation).find(({ name }) => name === 'options');
		expect(collection?.default).toEqual({});
		const displayNames = options().map(({ displayName }) => displayName);
		expect(displayNames).toEqual([...displayNames].sort((a, b) => a.localeCompare(b)));
	});

	it('has each of its options documented, by the name that the form shows', () => {
		const table = operationsPage.slice(operationsPage.indexOf('\n## Options\n'));
		const missing = options().filter(({ displayName }) => !table.includes(`**${displayName}**`));
		expect(missing.map(({ displayName }) => displayName)).toEqual([]);
	});
});

it('the contract holds no parameter that no operation shows', () => {
	const shown = EACH_OPERATION.flatMap(({ names }) => names);
	expect(Object.keys(PARAMETERS).filter((name) => !shown.includes(name))).toEqual([]);
	const operations = EACH_OPERATION.map(({ resource, operation }) => `${resource}: ${operation}`);
	expect(Object.keys(OWN_OPTIONS).filter((name) => !operations.includes(name))).toEqual([]);
});

describe('labelMember: sync in the documentation', () => {
	const start = operationsPage.indexOf('\n## Label Member: Sync\n');
	const section = operationsPage.slice(start, operationsPage.indexOf('\n## ', start + 1));

	it('names every field of its own, and every choice of its menus', () => {
		const fields = shownFor('labelMember', 'sync').filter(({ name }) => name !== 'options');
		for (const field of fields.filter(({ name }) => name !== 'label')) {
			expect(section).toContain(`**${field.displayName}**`);
			for (const choice of choices(field)) expect(section).toContain(`*${choice.name}*`);
		}
	});

	it('names each of its own options, and the default of the brake', () => {
		const collection = shownFor('labelMember', 'sync').find(({ name }) => name === 'options');
		const own = Object.keys(OWN_OPTIONS['labelMember: sync'] ?? {});
		for (const { name, displayName } of fieldsOf(collection)) {
			if (own.includes(name)) expect(section).toContain(`**${displayName}**`);
		}
		expect(section).toContain('**Max Removal Percent** under *Options* (50)');
	});
});

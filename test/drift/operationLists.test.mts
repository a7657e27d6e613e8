/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';

import { OPERATIONS } from '../../tools/lib/operations.mts';
import { OPERATION_CASES } from '../engine/operationCases.mts';
import { MODELS } from '../faults/models/index.mts';
import { EACH_OPERATION, offeredOperations } from './builtForm.mts';

/** What is written by hand for each operation, by its file. */
const LISTS: Record<string, string[]> = {
	'test/drift/contract.mts': EACH_OPERATION.map(
		({ resource, operation }) => `${resource} ${operation}`,
	),
	'test/engine/operationCases.mts': Object.keys(OPERATION_CASES),
	'test/faults/models/index.mts': Object.keys(MODELS),
	'tools/lib/operations.mts': Object.values(OPERATIONS).map(
		({ resource, operation }) => `${resource} ${operation}`,
	),
};

it.each(Object.entries(LISTS))('%s has exactly the operations of the node', (_file, listed) => {
	const offered = offeredOperations().map(({ name }) => name);
	const lacks = offered.filter((name) => !listed.includes(name));
	const unknown = listed.filter((name) => !offered.includes(name));
	expect({ lacks, unknown }).toEqual({ lacks: [], unknown: [] });
});

/**
 * @jest-environment ./test/support/engineEnvironment.cts
 *
 * What n8n shows of an operation's output before its first run, held against what the engine gives.
 * `UPDATE_SCHEMAS=1 npx jest test/engine/outputSchemas.test.mts` writes the files.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { findOperation } from '../../nodes/AgoraChatPush/resources/index.ts';
import { asObject } from '../../tools/lib/json.mts';
import { ROOT } from '../../tools/lib/root.mts';
import { runNode } from '../support/nodeRun.mts';
import { schemaOf } from '../support/outputSchema.mts';
import { useSimulator } from '../support/simulated.mts';
import { OPERATION_CASES } from './operationCases.mts';

const FOLDER = join(ROOT, 'nodes/AgoraChatPush/__schema__/v1.0.0');

/** The form of the file, to be raised when n8n's nodes raise theirs. */
const VERSION = 1;

/** `data` is what a push provider says, in a form of its own. */
const OPEN_FIELDS = ['data'];

interface OtherRun {
	parameters?: INodeParameters;
	row?: IDataObject;
}

/** Runs that give fields which the good row of the operation does not. */
const OTHER_RUNS: Record<string, OtherRun[]> = {
	'push sendToUsers': [
		{ parameters: { waitForResult: true }, row: { user: ['anna', 'ben', 'nobody'] } },
		{ parameters: { dryRun: true } },
	],
	'push sendToLabels': [{ parameters: { dryRun: true } }],
	'push sendToAll': [{ parameters: { dryRun: true } }],
	'label create': [{ parameters: { options: { ifExists: 'return' } }, row: { label: 'vip' } }],
	'labelMember add': [{ row: { label: 'vip', user: 'nobody' } }],
	'labelMember remove': [{ row: { label: 'vip', user: 'nobody' } }],
	'labelMember sync': [
		{ row: { label: 'vip', user: ['anna', 'nobody'] } },
		{ parameters: { output: 'summary' } },
	],
	'user getStatus': [{ row: { user: 'nobody' } }],
};

const simulator = useSimulator();

/** All items that the operation gives when nothing stops the run. */
async function itemsOf(name: string): Promise<IDataObject[]> {
	const [resource = '', operation = ''] = name.split(' ');
	const { parameters, good } = OPERATION_CASES[name] ?? { parameters: {}, good: {} };
	const items: IDataObject[] = [];
	for (const other of [{}, ...(OTHER_RUNS[name] ?? [])]) {
		simulator().reset();
		simulator().seed({
			users: ['anna', { id: 'ben', devices: ['apns', 'fcm'] }],
			labels: [{ name: 'vip', description: 'Regulars', members: ['anna'] }],
		});
		const run = await runNode(simulator(), {
			parameters: { resource, operation, ...parameters, ...other.parameters },
			rows: [other.row ?? good],
		});
		expect(run.error).toBeUndefined();
		expect(run.items).not.toEqual([]);
		items.push(...run.items.map(({ json }) => json));
	}
	return items;
}

function fileOf(name: string): string {
	return join(FOLDER, `${name.replace(' ', '/')}.json`);
}

describe.each(Object.keys(OPERATION_CASES))('%s', (name) => {
	it('has a schema of what the engine gives', async () => {
		const { type, properties } = schemaOf(await itemsOf(name), OPEN_FIELDS);
		const schema = { version: VERSION, type, properties };
		if (process.env.UPDATE_SCHEMAS === '1') write(fileOf(name), schema);
		// As text, because the order of the fields is that in which n8n shows them.
		expect(readFileSync(fileOf(name), 'utf8')).toBe(textOf(schema));
	});

	it('has every field of an outcome in its schema', () => {
		const [resource = '', operation = ''] = name.split(' ');
		const { outputFields } = findOperation(resource, operation) ?? {};
		const { properties } = asObject(JSON.parse(readFileSync(fileOf(name), 'utf8')));
		const fields = Object.keys(asObject(properties));
		expect(fields).toEqual(expect.arrayContaining(outputFields ?? ['?']));
	});
});

it('no schema is left of an operation that is not there', () => {
	const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.json'))
		.map((path) => join(FOLDER, path));
	expect(files.sort()).toEqual(Object.keys(OPERATION_CASES).map(fileOf).sort());
});

function textOf(schema: object): string {
	return `${JSON.stringify(schema, null, '\t')}\n`;
}

function write(file: string, schema: object): void {
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, textOf(schema));
}

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { MESSAGE_FIELDS } from './contract.mts';

const simulator = useSimulator();

const base = { resource: 'push', operation: 'sendToAll', title: 'Hello', content: 'World' };

/** Other fields that the service's rules ask for beside this one. */
const COMPANIONS: Record<string, INodeParameters> = {
	'agora.operation.type': { operationOpenAction: 'page' },
	'agora.style': { bigTxt: 'long' },
};

async function sentBody(parameters: INodeParameters, row: IDataObject = {}): Promise<unknown> {
	const { error } = await runNode(simulator(), { parameters, rows: [row] });
	expect(error).toBeUndefined();
	return simulator().requests.at(-1)?.body;
}

function collectionFields(name: string): INodeProperties[] {
	const properties = n8nEngine.nodeTypes.get('agoraChatPush')?.description.properties ?? [];
	const collection = properties.find((property) => property.name === name);
	return (collection?.options ?? []).filter((option) => 'type' in option);
}

describe.each(Object.entries(MESSAGE_FIELDS))('%s', (collection, fields) => {
	it('offers exactly the fields of the contract, sorted by name', () => {
		const offered = collectionFields(collection);
		expect(offered.map(({ name }) => name).sort()).toEqual(Object.keys(fields).sort());
		const displayNames = offered.map(({ displayName }) => displayName);
		expect(displayNames).toEqual([...displayNames].sort((a, b) => a.localeCompare(b)));
	});

	it.each(Object.entries(fields))('%s reaches its place in the body', async (name, field) => {
		const { path, given, sent = given } = field;
		const added = { ...COMPANIONS[path], [name]: given };
		expect(await sentBody({ ...base, [collection]: added })).toHaveProperty(
			['pushMessage', ...path.split('.')],
			sent,
		);
	});

	const [protecting, others] = [true, false].map((protects) =>
		Object.entries(fields).filter(([, { path }]) => (path === 'fcm.dryRun') === protects),
	);

	it.each(others ?? [])('%s is left out while it is blank', async (name, { path }) => {
		const body = await sentBody({ ...base, [collection]: { [name]: '={{ $json.nothing }}' } });
		expect(body).not.toHaveProperty(['pushMessage', ...path.split('.')]);
		expect(body).toEqual({ strategy: 2, pushMessage: { title: 'Hello', content: 'World' } });
	});

	it('takes a blank switch that protects for no decision', async () => {
		for (const [name] of protecting ?? []) {
			const parameters = { ...base, [collection]: { [name]: '={{ $json.nothing }}' } };
			const { error } = await runNode(simulator(), { parameters, rows: [{}] });
			expect(error?.message).toContain('is empty, not true or false');
		}
		expect(simulator().requests).toEqual([]);
	});
});

describe('the rest of the message', () => {
	it.each([0, 1, 2, 3, 4])('strategy %i reaches the body', async (strategy) => {
		expect(await sentBody({ ...base, strategy })).toHaveProperty('strategy', strategy);
	});

	it('a whole message as JSON reaches the body as it is', async () => {
		const message = { title: 'T', content: 'C', ext: { a: 1 }, huawei: { x: [null] } };
		const json = { resource: 'push', operation: 'sendToAll', messageFormat: 'json' };
		const expected = { strategy: 2, pushMessage: message };
		expect(await sentBody({ ...json, messageJson: JSON.stringify(message) })).toEqual(expected);
		const fromRow = { ...json, messageJson: '={{ $json.message }}' };
		expect(await sentBody(fromRow, { message })).toEqual(expected);
	});

	it('other providers are merged in', async () => {
		const otherProviders = '{"huawei": {"title": "H"}, "apns": {"new": 1}}';
		const apnsOptions = { title: 'A' };
		expect(await sentBody({ ...base, apnsOptions, otherProviders })).toEqual({
			strategy: 2,
			pushMessage: {
				title: 'Hello',
				content: 'World',
				apns: { title: 'A', new: 1 },
				huawei: { title: 'H' },
			},
		});
	});

	it('sendToUsers says whether it waits', async () => {
		const users = { ...base, operation: 'sendToUsers', userIds: 'anna' };
		expect(await sentBody(users)).toHaveProperty('async', true);
		simulator().seed({ users: ['anna'] });
		expect(await sentBody({ ...users, waitForResult: true })).toHaveProperty('async', false);
	});
});

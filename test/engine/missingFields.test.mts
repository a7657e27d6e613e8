/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const push = { resource: 'push', operation: 'sendToUsers', title: 'Hello', content: 'World' };

async function refusal(parameters: INodeParameters, row: IDataObject): Promise<string> {
	const { error } = await runNode(simulator(), { parameters, rows: [row] });
	expect(simulator().requests).toEqual([]);
	return error?.text ?? '';
}

describe('a blank field behind a reference', () => {
	const ROW = { body: {}, headers: {}, query: { id: 'anna' } };

	it.each<[string, string, IDataObject, string]>([
		[
			'a field that is missing',
			'={{ $json.users }}',
			ROW,
			"because the item has no field 'users' (it has body, headers and query)",
		],
		[
			'a field within another',
			'={{ $json.query.user }}',
			ROW,
			"because the item's field 'query' has no field 'user' (it has id)",
		],
		[
			'a field of a field that is missing',
			'={{ $json.params.user }}',
			ROW,
			"because the item has no field 'params' (it has body, headers and query)",
		],
		['a field of an empty item', '={{ $json.user }}', {}, "no field 'user' (it has none)"],
		['other case', '={{ $json.user }}', { User: 'a' }, "(it has User); the nearest is 'User'"],
		['spaces', "={{ $json['user_id'] }}", { 'User ID ': 'a' }, "the nearest is 'User ID '"],
		[
			'a byte order mark',
			'={{ $json.user }}',
			{ '\uFEFFuser': 'anna' },
			"(it has <U+FEFF>user); the nearest is '<U+FEFF>user'",
		],
		[
			'many fields',
			'={{ $json.user }}',
			Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, at])),
			'(it has f0, f1, f2, f3, f4, f5, f6, f7 and 22 more)',
		],
	])('names %s', async (_name, userIds, row, words) => {
		const text = await refusal({ ...push, userIds }, row);
		expect(text).toMatch(/^'User IDs' is empty, because the item/);
		expect(text).toContain(words);
	});

	it.each<[string, INodeParameters]>([
		['Title', { ...push, userIds: 'anna', title: '={{ $json.text }}' }],
		['Content', { ...push, userIds: 'anna', content: '={{ $json.text }}' }],
		['Label Names or IDs', { ...push, operation: 'sendToLabels', labelNames: '={{ $json.text }}' }],
		[
			'Label',
			{
				resource: 'label',
				operation: 'get',
				label: { __rl: true, mode: 'name', value: '={{ $json.text }}' },
			},
		],
		['Label Name', { resource: 'label', operation: 'create', labelName: '={{ $json.text }}' }],
		[
			'User ID',
			{
				resource: 'labelMember',
				operation: 'get',
				label: { __rl: true, mode: 'name', value: 'vip' },
				userId: '={{ $json.text }}',
			},
		],
		[
			'User IDs',
			{
				resource: 'labelMember',
				operation: 'sync',
				label: { __rl: true, mode: 'name', value: 'vip' },
				userIds: '={{ $json.text }}',
			},
		],
	])("is explained for '%s'", async (name, parameters) => {
		expect(await refusal(parameters, { Text: 'x' })).toContain(
			`'${name}' is empty, because the item has no field 'text' (it has Text); the nearest is 'Text' [item 0]. `,
		);
	});

	const json = { ...push, userIds: 'anna', messageFormat: 'json' };
	const sync = {
		resource: 'labelMember',
		operation: 'sync',
		label: { __rl: true, mode: 'name', value: 'vip' },
		userIds: 'anna',
	};
	it.each<[string, INodeParameters]>([
		['Strategy', { ...push, userIds: 'anna', strategy: '={{ $json.größe }}' }],
		['Message (JSON)', { ...json, messageJson: '={{ $json.größe }}' }],
		['Dry Run', { ...sync, dryRun: '={{ $json.größe }}' }],
		['Max Removal Percent', { ...sync, options: { maxRemovalPercent: '={{ $json.größe }}' } }],
		[
			'Limit',
			{ resource: 'label', operation: 'getAll', returnAll: false, limit: '={{ $json.größe }}' },
		],
	])("is explained for '%s', which is no text", async (name, parameters) => {
		const text = await refusal(parameters, { Größe: 'x' });
		expect(text).toContain(
			`'${name}' is empty, because the item has no field 'größe' (it has Größe); the nearest is 'Größe' [item 0]. `,
		);
	});

	it.each<[string, IDataObject]>([
		['={{ $json.user }}', { user: '' }],
		['={{ $json.user }}', { user: null }],
		['={{ $json.user?.trim() }}', {}],
		['={{ "" }}', {}],
	])(
		'is only blank where the field is there or more than a reference: %s',
		async (userIds, row) => {
			expect(await refusal({ ...push, userIds }, row)).toMatch(
				/^'User IDs' is empty \[item 0\]\. /,
			);
		},
	);
});

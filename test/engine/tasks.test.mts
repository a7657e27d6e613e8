/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';

import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();
const message = { resource: 'push', title: '={{ $json.title }}', content: 'World' };

describe('push: sendToAll', () => {
	const options = { maxPushesPerAudience: 0 };
	const parameters = { ...message, operation: 'sendToAll', options };

	it('makes one broadcast for 500 equal rows, paired with all of them', async () => {
		simulator().seed({ users: ['anna', 'ben'] });
		const rows = Array.from({ length: 500 }, () => ({ title: 'Hello' }));
		const { items } = await runNode(simulator(), { parameters, rows });

		expect(simulator().requests).toHaveLength(1);
		expect(simulator().deliveries.map(({ userId }) => userId)).toEqual(['anna', 'ben']);
		expect(items).toHaveLength(1);
		expect(items[0]?.pairedItem).toEqual(rows.map((_, item) => ({ item })));
	});

	it('makes one broadcast for each distinct message', async () => {
		const rows = ['A', 'B', 'A', 'B', 'C'].map((title) => ({ title }));
		const { items } = await runNode(simulator(), { parameters, rows });
		expect(simulator().requests).toHaveLength(3);
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([
			[{ item: 0 }, { item: 2 }],
			[{ item: 1 }, { item: 3 }],
			{ item: 4 },
		]);
	});

	it.each(['968120369184112182', '833726937301309957', '9223372036854775807'])(
		'gives the task ID %s digit for digit',
		async (taskId) => {
			simulator().weather.add({
				weather: {
					kind: 'body',
					body: `{"timestamp":1618817591755,"data":${taskId},"duration":1}`,
					contentType: 'application/json',
				},
			});
			const { items } = await runNode(simulator(), { parameters, rows: [{ title: 'Hello' }] });
			expect(items[0]?.json).toEqual({ taskId, labels: [] });
		},
	);
});

describe('push: sendToLabels', () => {
	const parameters = {
		...message,
		operation: 'sendToLabels',
		labelNames: '={{ $json.labels }}',
	};

	it('reaches the users who carry all labels, once for labels in any order', async () => {
		simulator().seed({
			labels: [
				{ name: 'vip', members: ['anna', 'ben'] },
				{ name: 'oslo', members: ['ben', 'carla'] },
			],
		});
		const rows = [
			{ title: 'Hello', labels: ['vip', 'oslo'] },
			{ title: 'Hello', labels: 'oslo, vip, oslo' },
		];
		const { items } = await runNode(simulator(), { parameters, rows });

		expect(simulator().requests).toHaveLength(1);
		expect(simulator().deliveries.map(({ userId }) => userId)).toEqual(['ben']);
		expect(items).toEqual([
			{
				json: { taskId: simulator().deliveries[0]?.taskId, labels: ['oslo', 'vip'] },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
	});

	it('refuses more than five labels before it sends anything', async () => {
		const rows = [{ title: 'Hello', labels: ['a', 'b', 'c', 'd', 'e', 'f'] }];
		const { error } = await runNode(simulator(), { parameters, rows });
		expect(error?.message).toContain('holds 6 labels, but at most 5 are allowed');
		expect(simulator().requests).toEqual([]);
	});

	it.each<[IDataObject[string]]>([
		['News,'],
		['News,,Sport'],
		['\nNews'],
		[['News', '']],
		[['News', null]],
	])('leaves no blank label out of %j, which would reach more people', async (labels) => {
		const { error } = await runNode(simulator(), { parameters, rows: [{ title: 'T', labels }] });
		expect(error?.message).toMatch(
			/^'Label Names or IDs' holds an empty entry \(number \d of \d\)/,
		);
		expect(error?.description).toMatch(/^Fewer labels reach more people/);
		expect(simulator().requests).toEqual([]);
	});

	it.each<[string, (string | string[])[]]>([
		['two items', ['News, vip', 'news']],
		['one item', ['News, news']],
		['an item and a list', ['news', ['vip', 'NEWS']]],
	])('sends nothing for two spellings of a label in %s', async (_where, labels) => {
		const rows = labels.map((one) => ({ title: 'Hello', labels: one }));
		const { error } = await runNode(simulator(), { parameters, rows });
		const last = rows.length - 1;
		expect(error?.message).toMatch(
			/^'Label Names or IDs' holds '.+' as well as '.+', which may be/,
		);
		expect(error?.message).toContain(`[item ${last}]`);
		expect(error?.description).toMatch(/^Write it in one way in all items; .+ Nothing was sent\.$/);
		expect(simulator().requests).toEqual([]);
	});

	it('gives the later spelling its reason, and sends to the first, when the run goes on', async () => {
		simulator().seed({ users: ['anna'], labels: [{ name: 'News', members: ['anna'] }] });
		const { items, errorItems } = await runNode(simulator(), {
			parameters,
			rows: ['News', 'news', 'News'].map((one) => ({ title: 'Hello', labels: one })),
			onError: 'continueErrorOutput',
		});
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual([[{ item: 0 }, { item: 2 }]]);
		expect(errorItems.map(({ json }) => json.error)).toEqual([
			expect.stringMatching(/holds 'news' as well as 'News'.+\[item 1\]/),
		]);
		expect(simulator().requests).toHaveLength(1);
	});

	it('names the label that the service does not know', async () => {
		const rows = [{ title: 'Hello', labels: 'ghost' }];
		const { error } = await runNode(simulator(), { parameters, rows });
		expect(error?.message).toBe(
			'The label does not exist (400: push label not exists of ghost) [item 0]',
		);
	});
});

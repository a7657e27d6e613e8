/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

/** `.valueOf()` changes nothing, but is more than a reference, so that n8n evaluates it for each item. */
const SAME_VALUE = [
	['={{ $json.user }}', '={{ $json.user?.valueOf() }}'],
	["={{ $json['User ID'] }}", "={{ $json['User ID']?.valueOf() }}"],
	['={{ $json.customer.id }}', '={{ $json.customer?.id?.valueOf() }}'],
] as const;

const VALUES: IDataObject[string][] = [
	'anna',
	' ben ',
	'carla, dora\nemil',
	['finn', 'gina'],
	['hugo', 7],
	'',
	'={{ 1 }}',
	null,
	undefined,
	12345,
	0,
	true,
	{ a: 1 },
	[['ida'], 'jan'],
	'👩‍🚀 ünï',
];

it.each(SAME_VALUE)('takes %s from the item as n8n would evaluate it', async (reference, other) => {
	const rows = VALUES.map((value) => ({
		user: value,
		'User ID': value,
		customer: { id: value },
	}));
	const run = async (userIds: string) =>
		await runNode(simulator(), {
			rows,
			onError: 'continueRegularOutput',
			parameters: {
				resource: 'push',
				operation: 'sendToUsers',
				userIds,
				title: 'Hello',
				content: 'World',
			},
		});
	const looked = await run(reference);
	expect(looked.items.length).toBeGreaterThan(VALUES.length);
	expect(looked.items).toEqual((await run(other)).items);
});

it('sends each row the text that its own item holds', async () => {
	simulator().seed({ users: ['u0', 'u1', 'u2'] });
	await runNode(simulator(), {
		rows: [0, 1, 2].map((row) => ({ user: `u${row}`, text: `Text ${row}` })),
		parameters: {
			resource: 'push',
			operation: 'sendToUsers',
			userIds: '={{ $json.user }}',
			title: '={{ $json.text }}',
			content: 'World',
		},
	});
	const sent = simulator().requests.map(({ body }) => body);
	expect(sent).toHaveLength(3);
	for (const row of [0, 1, 2]) {
		expect(sent).toContainEqual(
			expect.objectContaining({
				targets: [`u${row}`],
				pushMessage: { title: `Text ${row}`, content: 'World' },
			}),
		);
	}
});

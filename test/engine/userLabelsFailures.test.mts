/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject } from 'n8n-workflow';

import { runNode, type OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function run(rows: IDataObject[], onError: OnError = 'continueRegularOutput') {
	const parameters = { resource: 'user', operation: 'getLabels', userIds: '={{ $json.users }}' };
	return await runNode(simulator(), { parameters, rows, onError });
}

const VIP = '/push/label/vip/user';

describe('a call of user: getLabels that fails', () => {
	const ROWS = [{ users: 'anna, ben' }, { users: 'carla' }];
	const FAILED = { error: expect.stringContaining('(403: ') };
	const weather = { kind: 'status' as const, status: 403 };

	/** For three users, four pages of members are more than look-ups, and one page is less. */
	beforeEach(() => {
		simulator().seed({
			users: ['anna', 'ben', 'carla'],
			labels: [
				{
					name: 'vip',
					members: ['anna', 'ben', ...Array.from({ length: 300 }, (_, index) => `user${index}`)],
				},
				{ name: 'all', members: ['anna', 'carla'] },
			],
		});
	});

	it('leaves all users unknown when it is the list of labels', async () => {
		simulator().weather.add({ weather, path: '/push/label$' });
		const { items } = await run(ROWS);
		expect(items.map(({ json }) => json)).toMatchObject(
			['anna', 'ben', 'carla'].map((userId) => ({ ...FAILED, details: { userId } })),
		);
		expect(simulator().requests).toHaveLength(1);
	});

	it('leaves one user unknown when it is a look-up', async () => {
		simulator().weather.add({ weather, path: `${VIP}/ben$` });
		const { items } = await run(ROWS);
		expect(items.map(({ json }) => json)).toMatchObject([
			{ userId: 'anna', labels: ['all', 'vip'] },
			{ ...FAILED, details: { userId: 'ben' } },
			{ userId: 'carla', labels: ['all'] },
		]);
	});

	it('leaves all users unknown when it is a page of members', async () => {
		simulator().weather.add({ weather, path: '/push/label/all/user$' });
		const { items } = await run(ROWS);
		expect(items).toHaveLength(3);
		for (const { json } of items) expect(json).toMatchObject(FAILED);
	});

	it.each(['/push/label$', `${VIP}/ben$`, '/push/label/all/user$'])(
		'stops the workflow with one error where that is set: %s',
		async (path) => {
			simulator().weather.add({ weather, path });
			const { items, error } = await run(ROWS, 'stopWorkflow');
			expect(items).toEqual([]);
			expect(error?.text).toMatch(/\(403: .+\) \[item [01]\]\. .+\.$/s);
		},
	);

	it('calls nobody uncertain, as reading does no harm', async () => {
		simulator().weather.add({ weather: { kind: 'reset' }, path: '/push/label$' });
		const { items } = await run([{ users: 'anna' }]);
		expect(JSON.stringify(items)).not.toMatch(/uncertain/i);
		expect(items[0]?.json.details).toMatchObject({ userId: 'anna' });
	});
});

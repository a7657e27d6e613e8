/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';

import { examples } from '../../examples/run/examples.mts';
import { generatedUsers } from '../../examples/run/generatedRows.mts';
import { runExample } from '../../examples/run/runExample.mts';
import { sampleUsers } from '../../examples/run/sampleUsers.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function run(fileName: string, rowCount?: number) {
	const example = examples.find((one) => one.fileName === fileName);
	if (example === undefined) throw new Error(`There is no example ${fileName}.`);
	return await runExample(example, { engine: n8nEngine, simulator: simulator(), rowCount });
}

describe('webhook-to-push', () => {
	it('pushes each order to its customers; equal texts share a call', async () => {
		simulator().seed({ users: sampleUsers });
		const { calls, outcomes, surprises } = await run('webhook-to-push.json');

		expect(calls.map(({ action, body }) => [action, body])).toEqual([
			[
				'sendToUsers',
				expect.objectContaining({
					targets: ['anna', 'ben', 'emil', 'zoe.martin'],
					pushMessage: {
						title: 'Your order is on its way',
						content: 'It arrives tomorrow between 9 and 12. Tap to see your order.',
						config: { clickAction: { url: 'https://shop.example.com/orders' } },
					},
				}),
			],
			['sendToUsers', expect.objectContaining({ targets: ['carla', 'deniz'] })],
		]);
		expect(outcomes).toEqual([
			{ who: 'anna', kind: 'done', what: 'reached through fcm' },
			{ who: 'ben', kind: 'done', what: 'reached through apns' },
			{ who: 'carla', kind: 'done', what: 'reached through apns and fcm' },
			{ who: 'deniz', kind: 'done', what: 'reached through fcm' },
			{ who: 'emil', kind: 'expected', what: 'not reached: no device' },
			{ who: 'zoe.martin', kind: 'expected', what: 'not reached: no such user' },
			{ who: 'row 6', kind: 'expected', what: 'refused: no user ID in the row' },
		]);
		expect(surprises).toEqual([]);
	});

	it('answers the shop with a row for each user, and what is missing without one', async () => {
		simulator().seed({ users: sampleUsers });
		const { run: workflowRun } = await run('webhook-to-push.json');
		const answers = workflowRun.output('Push to the customer').map(({ json }) => json);

		expect(answers).toHaveLength(7);
		expect(answers[0]).toMatchObject({ userId: 'anna', pushStatus: 'ASYNC_SUCCESS' });
		expect(answers.at(-1)).toMatchObject({ error: expect.stringContaining("'User IDs' is empty") });
		expect(JSON.stringify(answers)).not.toContain('headers');
	});
});

describe('sheet-to-label', () => {
	it('labels the users of the sheet and sets the other rows aside', async () => {
		simulator().seed({ users: sampleUsers });
		const { run: workflowRun, calls, surprises } = await run('sheet-to-label.json');
		const labelled = workflowRun.output('In the label').map(({ json }) => json);
		const setAside = workflowRun.output('Rows to look at').map(({ json }) => json);

		expect(calls.map(({ action }) => action)).toEqual(['createLabel', 'addLabelMembers']);
		expect(simulator().labelMembers('newsletter')).toEqual(['anna', 'ben', 'carla', 'emil']);
		expect(labelled.map(({ row_number, status }) => [row_number, status])).toEqual(
			[2, 3, 4, 6, 8].map((row) => [row, 'added']),
		);
		expect(setAside).toEqual([
			expect.objectContaining({
				name: 'Dario Conti',
				error: expect.stringContaining("'User IDs' is empty"),
			}),
			expect.objectContaining({
				user_id: 'zoe.martin',
				error: expect.stringContaining('appUser not exists'),
			}),
		]);
		expect(surprises).toEqual([]);
	});

	it('goes on with the label that is there the night after', async () => {
		simulator().seed({
			users: sampleUsers,
			labels: [{ name: 'newsletter', members: ['anna', 'deniz'] }],
		});
		const { surprises } = await run('sheet-to-label.json');

		expect(simulator().labelMembers('newsletter')).toEqual([
			'anna',
			'deniz',
			'ben',
			'carla',
			'emil',
		]);
		expect(surprises).toEqual([]);
	});

	it('shares calls among 100 users each', async () => {
		simulator().seed({ users: generatedUsers(1000) });
		const { calls, outcomes, rowCount, surprises } = await run('sheet-to-label.json', 1000);

		expect(rowCount).toBe(1000);
		expect(calls).toHaveLength(1 + 10);
		expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(970);
		expect(simulator().labelMembers('newsletter')).toHaveLength(960);
		expect(surprises).toEqual([]);
	});
});

describe('scheduled-announcement', () => {
	it('reaches the users of the label with one call', async () => {
		simulator().seed({
			users: sampleUsers,
			labels: [{ name: 'newsletter', members: ['anna', 'ben', 'emil'] }],
		});
		const { calls, outcomes, surprises } = await run('scheduled-announcement.json');

		expect(calls.map(({ action, body }) => [action, body])).toEqual([
			[
				'sendToLabels',
				{
					targets: ['newsletter'],
					strategy: 0,
					pushMessage: {
						title: 'New this week',
						subTitle: 'Recipes',
						content: 'Twelve new recipes for autumn are waiting for you. Tap to see them.',
						ext: { campaign: 'weekly-news' },
						config: { clickAction: { url: 'https://shop.example.com/news' } },
						apns: { interruptionLevel: 'passive', sound: 'default', threadId: 'weekly-news' },
						fcm: {
							collapseKey: 'weekly-news',
							notification: { androidChannelId: 'news' },
							priority: 'normal',
							timeToLive: '86400',
						},
					},
				},
			],
		]);
		expect(outcomes).toEqual([
			{ who: 'anna', kind: 'done', what: 'reached through fcm' },
			{ who: 'ben', kind: 'done', what: 'reached through apns' },
			{ who: 'emil', kind: 'expected', what: 'not reached: no device, Agora keeps it' },
		]);
		expect(surprises).toEqual([]);
	});
});

describe('what is not as expected', () => {
	it('is told when a workflow stops', async () => {
		const { surprises } = await run('scheduled-announcement.json');

		expect(surprises).toEqual([
			expect.stringMatching(/^The workflow ended as 'error': .*newsletter/),
			'1 of 1 rows came to no outcome.',
			'Nobody was reached.',
		]);
	});

	it('is told when nobody carries the label', async () => {
		simulator().seed({ labels: [{ name: 'newsletter' }] });
		const { surprises } = await run('scheduled-announcement.json');

		expect(surprises).toEqual(['Nobody was reached.']);
	});

	it('is told when a push is not accepted for a reason that is not in the samples', async () => {
		simulator().seed({ users: sampleUsers });
		simulator().settings.pushServiceOpen = false;
		const { surprises } = await run('webhook-to-push.json');

		expect(surprises.filter((surprise) => surprise.includes(' was refused: '))).toHaveLength(6);
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';

import { generatedUsers, ORDER_STATES } from '../../tools/demo/generatedRows.mts';
import { sampleUsers } from '../../tools/demo/sampleUsers.mts';
import { runFile } from '../support/exampleRuns.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function run(fileName: string, how: { rowCount?: number } = {}) {
	return await runFile(fileName, simulator(), how);
}

describe('webhook-to-push', () => {
	it('pushes each order to its customers, and waits for the result of each', async () => {
		simulator().seed({ users: sampleUsers });
		const { calls, outcomes, surprises } = await run('webhook-to-push.json');

		expect(calls.map(({ body }) => body)).toEqual(
			['anna', 'ben', 'emil', 'zoe.martin', 'carla', 'deniz'].map((user) =>
				expect.objectContaining({ targets: [user], async: false }),
			),
		);
		expect(calls[0]?.body).toMatchObject({
			pushMessage: {
				title: 'Your order is on its way',
				content: 'It arrives tomorrow between 9 and 12. Tap to see your order.',
				config: { clickAction: { url: 'https://shop.example.com/orders' } },
			},
		});
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

	it('waits for nothing with many generated rows; equal texts share a call', async () => {
		simulator().seed({ users: generatedUsers(100) });
		const { calls, surprises } = await run('webhook-to-push.json', { rowCount: 100 });

		expect(calls.map(({ body }) => body)).toEqual(
			ORDER_STATES.map(() => expect.objectContaining({ async: true })),
		);
		expect(surprises).toEqual([]);
	});

	it('answers the shop with a row for each user, and what is missing without one', async () => {
		simulator().seed({ users: sampleUsers });
		const { run: workflowRun } = await run('webhook-to-push.json');
		const answers = workflowRun.output('Push to the customer').map(({ json }) => json);

		expect(answers).toHaveLength(7);
		expect(answers[0]).toMatchObject({ userId: 'anna', pushStatus: 'SUCCESS' });
		expect(answers.at(-1)).toMatchObject({ error: expect.stringContaining("'User IDs' is empty") });
		expect(JSON.stringify(answers)).not.toContain('headers');
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

describe('compose-a-push', () => {
	const label = { name: 'newsletter', members: ['anna', 'ben'] };

	it('sends just what its dry run showed', async () => {
		simulator().seed({ users: sampleUsers, labels: [label] });
		const { run: workflowRun, calls, surprises } = await run('compose-a-push.json');

		const [shown] = workflowRun.output('Check the push');
		expect(shown?.json).toMatchObject({ labels: ['newsletter'], recipientsAtMost: 2 });
		expect(calls.map(({ action }) => action)).toEqual(['getLabel', 'sendToLabels']);
		expect(calls.at(-1)?.body).toMatchObject({ pushMessage: shown?.json.pushMessage });
		expect(surprises).toEqual([]);
	});

	it('goes back to the form when there is no such label', async () => {
		const { run: workflowRun } = await run('compose-a-push.json');

		expect(workflowRun.output('Check the push', 1)).toMatchObject([
			{ json: { Label: 'newsletter', error: expect.stringContaining('does not exist') } },
		]);
		expect(simulator().tasks).toEqual([]);
	});
});

describe('agent-that-notifies', () => {
	it('pushes to the user whom the model names, and waits for the result', async () => {
		simulator().seed({ users: sampleUsers });
		const { run: workflowRun, calls, surprises } = await run('agent-that-notifies.json');

		expect(calls.map(({ body }) => body)).toMatchObject([{ targets: ['anna'], async: false }]);
		expect(workflowRun.output('Push to one user')).toMatchObject([
			{ json: { userId: 'anna', pushStatus: 'SUCCESS' } },
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

	it('is told when a label would lose too many members', async () => {
		const members = ['deniz', 'fatima', 'gus'];
		simulator().seed({ users: sampleUsers, labels: [{ name: 'newsletter', members }] });
		const { surprises } = await run('sheet-to-label.json');

		expect(surprises).toContainEqual(
			expect.stringMatching(/^anna was refused: 3 of the 3 members .* would be removed/),
		);
		expect(simulator().labelMembers('newsletter')).toEqual(members);
	});

	it('is told when a push is not accepted for a reason that is not in the samples', async () => {
		simulator().seed({ users: sampleUsers });
		simulator().settings.pushServiceOpen = false;
		const { surprises } = await run('webhook-to-push.json');

		expect(surprises.filter((surprise) => surprise.includes(' was refused: '))).toHaveLength(6);
	});
});

import { beforeEach, expect, it } from '@jest/globals';

import { readExample, withShortInterval } from './support/exampleWorkflow.mts';
import { firstExecution, inProduction } from './support/production.mts';

beforeEach(() => {
	stage.simulator.reset();
});

it('announces news to the members of a label when its time has come', async () => {
	const { simulator } = stage;
	simulator.seed({
		users: ['otto'],
		labels: [{ name: 'newsletter', members: ['anna', 'ben'] }],
	});
	const example = await readExample('scheduled-announcement.json');

	await inProduction(withShortInterval(example, 'Every Monday at 9'), async (workflowId) => {
		const execution = await firstExecution(workflowId);

		expect(execution).toMatchObject({ status: 'success', mode: 'trigger' });
		const [announced] = execution.items('Announce the news');
		expect(announced?.json).toMatchObject({ labels: ['newsletter'] });
		const delivered = simulator.deliveries.filter(
			({ taskId }) => taskId === announced?.json.taskId,
		);
		expect(delivered).toEqual(
			['anna', 'ben'].map((userId) =>
				expect.objectContaining({
					userId,
					reached: true,
					message: expect.objectContaining({ title: 'New this week', subTitle: 'Recipes' }),
				}),
			),
		);
	});
});

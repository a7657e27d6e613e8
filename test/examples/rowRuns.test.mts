/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import { examples } from '../../tools/demo/examples.mts';
import { runExample } from '../../tools/demo/runExample.mts';
import { sampleUsers } from '../../tools/demo/sampleUsers.mts';
import type { WorkflowRun } from '../../tools/engine/index.mts';
import { runFile } from '../support/exampleRuns.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

beforeEach(() => {
	simulator().seed({ users: sampleUsers });
});

describe('rows-to-push-and-back', () => {
	it('pushes to each row its own text, and sends nothing for a row at fault', async () => {
		const { calls, surprises } = await runFile('rows-to-push-and-back.json', simulator());

		expect(calls.map(({ body }) => body)).toEqual(
			[
				['anna', 'Your parcel is here, Anna', 'Parcel A-1001 waits for you until Saturday.'],
				['ben', 'Your parcel is here, Ben', 'Parcel A-1002 waits for you until Saturday.'],
				['emil', 'Your parcel is here, Emil', 'Parcel A-1005 waits for you until Saturday.'],
				['zoe.martin', 'Your parcel is here, Zoé', 'Parcel A-1006 waits for you until Saturday.'],
				['anna', 'One more parcel, Anna', 'Parcel A-1007 came this morning.'],
			].map(([user, title, content]) =>
				expect.objectContaining({
					targets: [user],
					async: false,
					pushMessage: expect.objectContaining({ title, content }),
				}),
			),
		);
		expect(surprises).toEqual([]);
	});

	it('gives each row back what became of it, under its own number', async () => {
		const { run } = await runFile('rows-to-push-and-back.json', simulator());
		const written = allOf(run, 'Write it back');

		const byId = new Map(written.map(({ id, ...result }) => [id, result]));
		expect(written).toHaveLength(7);
		expect(Object.fromEntries(byId)).toEqual({
			9001: { status: 'SUCCESS', reason: '', tried_at: A_TIME },
			9002: { status: 'SUCCESS', reason: '', tried_at: A_TIME },
			9003: {
				status: 'NOT SENT',
				reason: expect.stringContaining("'User IDs' is empty. "),
				tried_at: A_TIME,
			},
			9004: {
				status: 'NOT SENT',
				reason: expect.stringContaining("'Title' has 52 characters, but at most 32 are allowed. "),
				tried_at: A_TIME,
			},
			9005: {
				status: 'FAIL',
				reason: expect.stringContaining(
					"The push to 'emil' ended as FAIL: no push binding. No phone of this user",
				),
				tried_at: A_TIME,
			},
			9006: {
				status: 'FAIL',
				reason: expect.stringContaining(
					"The push to 'zoe.martin' ended as FAIL: appUser not exists. The app has no user",
				),
				tried_at: A_TIME,
			},
			9007: { status: 'SUCCESS', reason: '', tried_at: A_TIME },
		});
	});

	it('tells of an answer that was lost', async () => {
		simulator().weather.add({ weather: { kind: 'reset' }, afterEffect: true });
		const { run } = await runFile('rows-to-push-and-back.json', simulator());

		expect(allOf(run, 'Write it back')).toContainEqual(
			expect.objectContaining({ id: 9001, status: 'UNCERTAIN' }),
		);
	});

	it('is a surprise where the end has not an item for each row', async () => {
		const example = examples.find(({ sender }) => sender === 'Push each row');
		if (example === undefined) throw new Error('Nothing pushes each row.');
		const { surprises } = await runExample(
			{ ...example, result: 'Reached' },
			{ engine: n8nEngine, simulator: simulator() },
		);

		expect(surprises).toEqual(["'Reached' gave 3 items for 7 rows."]);
	});
});

describe('who-got-nothing', () => {
	it('says of each user whether the push arrived, and if not, why', async () => {
		const { run, surprises } = await runFile('who-got-nothing.json', simulator());

		expect(allOf(run, 'Everyone in one table')).toEqual([
			reached('anna', 'Anna Ito'),
			reached('ben', 'Ben Okafor'),
			{
				user_id: '',
				name: 'Dario Conti',
				reached: 'no',
				why: expect.stringContaining("It was not sent. 'User IDs' is empty. "),
				phones: '',
				online: '',
			},
			notReached('emil', 'Emil Novak', 'No phone is registered for push.', 0),
			notReached('fatima', 'Fatima Haddad', 'Apple or Google refused it: UNREGISTERED.', 1),
			{
				...notReached('gus', 'Gus Lind', 'No phone is registered for push.', 0),
				online: 'online',
			},
			notReached('zoe.martin', 'Zoé Martin', 'There is no such user in Agora Chat.', 0),
		]);
		expect(surprises).toEqual([]);
	});

	it('does not know of an answer that was lost', async () => {
		simulator().weather.add({ weather: { kind: 'reset' }, afterEffect: true });
		const { run } = await runFile('who-got-nothing.json', simulator());

		expect(allOf(run, 'Everyone in one table')).toContainEqual({
			...notReached('anna', 'Anna Ito', 'The answer was lost. The push may have arrived.', 1),
			reached: 'not known',
		});
	});
});

const A_TIME = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);

function reached(user_id: string, name: string) {
	return {
		user_id,
		name,
		reached: 'yes',
		why: 'Apple or Google took the push.',
		phones: '',
		online: '',
	};
}

function notReached(user_id: string, name: string, why: string, phones: number) {
	return { user_id, name, reached: 'no', why, phones, online: 'offline' };
}

/** What a node gave in all its runs; it runs once for each branch that leads to it. */
function allOf(run: WorkflowRun, nodeName: string) {
	return run.runs(nodeName).flatMap(({ data }) => data?.main?.[0]?.map(({ json }) => json) ?? []);
}

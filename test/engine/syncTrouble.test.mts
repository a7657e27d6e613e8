/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import type { RecordedRequest } from '../../simulator/index.mts';
import type { OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { usersFrom } from '../support/syncPlans.mts';
import { methodsOf, NO_BRAKES, readItem, runSync, usersWith } from '../support/syncRuns.mts';

const simulator = useSimulator();

const CONTINUES = ['continueRegularOutput', 'continueErrorOutput'] as const;

const TWO_SENTENCES = /^[^.]+ \((400|403): .+\) \[item \d+\]\. [A-Z].+\.$/;

const ROWS = [{ users: ['ben', 'carla'] }, { label: 'oslo', user: 'carla' }];

beforeEach(() => {
	simulator().seed({
		users: ['carla'],
		labels: [{ name: 'vip', members: ['anna', 'ben'] }, { name: 'oslo' }],
	});
});

async function run(onError: OnError, parameters: INodeParameters = {}, rows: object[] = ROWS) {
	const outcome = await runSync(simulator(), {
		rows: rows.map((row) => ({ ...row })),
		onError,
		parameters: { options: NO_BRAKES, ...parameters },
	});
	const all = [...outcome.items, ...outcome.errorItems].map(readItem);
	return { ...outcome, all, failed: all.filter(({ error }) => error !== undefined) };
}

/** Takes 'vip' away as soon as a request was answered, before its answer arrives. */
async function vanishAfter(isMoment: (request: RecordedRequest) => boolean): Promise<void> {
	await simulator().waitFor('request', isMoment);
	simulator().seed({ labels: [{ name: 'vip', exists: false }] });
}

const wasRead = ({ method, path }: RecordedRequest) => method === 'GET' && path.includes('/vip/');

describe('a label that vanishes between reading and writing', () => {
	it.each(CONTINUES)('makes error items of its users; other labels go on, with %s', async (on) => {
		const [{ failed, items }] = await Promise.all([run(on), vanishAfter(wasRead)]);
		expect(failed).toMatchObject([
			{ label: 'vip', username: 'carla', status: 'failed', rows: [0] },
			{ label: 'vip', username: 'anna', status: 'failed', rows: [0] },
		]);
		for (const { error } of failed) {
			expect(error).toMatch(TWO_SENTENCES);
			expect(error).toContain('The label does not exist (400: push label not exists of vip)');
		}
		expect(usersWith('added', items)).toEqual(['carla']);
		expect(simulator().labelMembers('oslo')).toEqual(['carla']);
		expect(simulator().labelNames).toEqual(['oslo']);
	});

	it('stops the run, which says what became of everyone', async () => {
		const [{ error }] = await Promise.all([run('stopWorkflow'), vanishAfter(wasRead)]);
		expect(error?.message).toMatch(/^The label does not exist \(400: .+\) \[item 0\]$/);
		expect(error?.description).toMatch(/Of the users: .*1 failed.*\.$/);
	});

	it('counts its users as failed in a summary', async () => {
		const [{ items }] = await Promise.all([
			run('continueRegularOutput', { output: 'summary' }),
			vanishAfter(wasRead),
		]);
		expect(items.map(({ json }) => json)).toEqual([
			{ label: 'vip', added: 0, removed: 0, unchanged: 1, failed: 2, uncertain: 0, dryRun: false },
			{ label: 'oslo', added: 1, removed: 0, unchanged: 0, failed: 0, uncertain: 0, dryRun: false },
		]);
	});
});

describe('a label that vanishes while it is read', () => {
	const members = usersFrom(0, 250);
	const rows = [{ users: ['carla', ...members.slice(50)] }];

	beforeEach(() => {
		simulator().seed({ labels: [{ name: 'vip', members }] });
	});

	it('is left as it is', async () => {
		const [{ error }] = await Promise.all([run('stopWorkflow', {}, rows), vanishAfter(wasRead)]);
		expect(error?.text).toMatch(/^The label does not exist .+ Nothing was changed\.$/);
		expect(methodsOf(simulator())).toEqual(['GET', 'GET']);
	});

	it("is created again with all users of the rows, with 'Create Missing Label'", async () => {
		const options = { ...NO_BRAKES, createMissingLabel: true };
		const [{ error, items }] = await Promise.all([
			run('stopWorkflow', { options }, rows),
			vanishAfter(wasRead),
		]);
		expect(error).toBeUndefined();
		expect(simulator().labelMembers('vip')).toEqual(rows.flatMap(({ users }) => users));
		expect(usersWith('added', items)).toHaveLength(201);
		expect(usersWith('removed', items)).toEqual([]);
	});
});

it('tells the label that could not be read rather than one that was not read because of that', async () => {
	simulator().weather.add({ weather: { kind: 'status', status: 403 }, path: 'third' });
	const options = { requestsPerSecond: '={{ $json.label === "third" ? 100000 : 0.01 }}' };
	const rows = ['vip', 'waiting', 'third'].map((label) => ({ label, user: 'anna' }));
	const { error } = await run('stopWorkflow', { options }, rows);
	expect(error?.message).toMatch(/\(403: .+\) \[item 2\]$/);
	expect(error?.itemIndex).toBe(2);
	expect(error?.description).toMatch(/ Nothing was changed\.$/);
});

describe('a label that is full', () => {
	const many = usersFrom(0, 300);

	beforeEach(() => {
		simulator().settings.membersPerLabel = 120;
		simulator().seed({ users: many, labels: [{ name: 'vip', exists: false }, { name: 'vip' }] });
	});

	const rows = [{ users: many }, { label: 'oslo', user: 'carla' }];

	it.each(CONTINUES)(
		'takes what fits in whole calls, and other labels go on, with %s',
		async (on) => {
			const { failed, items } = await run(on, {}, rows);
			expect(simulator().labelMembers('vip')).toHaveLength(100);
			expect(simulator().labelMembers('oslo')).toEqual(['carla']);
			expect(usersWith('added', items)).toHaveLength(101);
			expect(failed).toHaveLength(200);
			for (const { error } of failed) {
				expect(error).toMatch(TWO_SENTENCES);
				expect(error).toContain('(403: limit request)');
			}
		},
	);

	it('stops the run, which says how many were added', async () => {
		const { error } = await run('stopWorkflow', {}, rows.slice(0, 1));
		expect(error?.message).toMatch(/\(403: limit request\) \[item 0\]$/);
		expect(error?.description).toMatch(
			/^A limit is reached: .+ Of the users: .*\b100 accepted\b.*\.$/,
		);
	});
});

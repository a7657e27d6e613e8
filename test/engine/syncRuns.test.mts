/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INode, INodeParameters, ITaskData } from 'n8n-workflow';

import { useSimulator } from '../support/simulated.mts';
import { methodsOf } from '../support/syncRuns.mts';
import { runInTwoRuns } from '../support/twoRuns.mts';

const simulator = useSimulator();

const MEMBERS = ['anna', 'ben', 'carla', 'dora'];

async function syncInTwoRuns(
	parts: [IDataObject[], IDataObject[]],
	{ options, ...parameters }: INodeParameters & { options?: INodeParameters } = {},
	settings: Partial<INode> = {},
): Promise<ITaskData[]> {
	return await runInTwoRuns(simulator(), parts, {
		...settings,
		parameters: {
			resource: 'labelMember',
			operation: 'sync',
			label: { __rl: true, mode: 'name', value: "={{ $json.label ?? 'vip' }}" },
			userIds: '={{ $json.users }}',
			output: 'summary',
			...parameters,
			options: {
				...{ maxRemovalPercent: 100, requestsPerSecond: 100_000, maxRetries: 0 },
				...options,
			},
		},
	});
}

function countsOf(run: ITaskData | undefined): IDataObject[] {
	return (run?.data?.main?.[0] ?? []).map(({ json }) => json);
}

const warningsOf = (run: ITaskData | undefined): string[] =>
	(run?.hints ?? []).filter(({ type }) => type === 'warning').map(({ message }) => message);

beforeEach(() => {
	simulator().seed({
		users: [...MEMBERS, 'emil'],
		labels: [
			{ name: 'vip', members: MEMBERS },
			{ name: 'oslo', members: MEMBERS },
		],
	});
});

describe('a second run for the same label in one execution', () => {
	it.each(['mirror', 'removeExtra'])(
		'removes nobody in mode %s, and says why',
		async (syncMode) => {
			const parts: [IDataObject[], IDataObject[]] = [
				[{ users: 'anna, ben, emil' }],
				[{ users: 'carla, dora' }],
			];
			const runs = await syncInTwoRuns(parts, { syncMode });
			expect(runs).toHaveLength(2);
			expect(countsOf(runs[0])[0]).toMatchObject({ removed: 2, failed: 0 });
			expect(warningsOf(runs[0])).toEqual([]);
			expect(countsOf(runs[1])[0]).toMatchObject({ removed: 0, failed: 0 });
			expect(warningsOf(runs[1])).toEqual([
				expect.stringMatching(
					/^Nobody was removed from label 'vip', because this node synced it before in this execution, as in a loop\. .+ Merge node before this node\.$/,
				),
			]);
			expect(methodsOf(simulator()).filter((method) => method === 'DELETE')).toHaveLength(1);
		},
	);

	it('leaves a label with everyone of all runs', async () => {
		await syncInTwoRuns([[{ users: 'anna, ben' }], [{ users: 'carla, emil' }]]);
		expect(simulator().labelMembers('vip')).toEqual(['anna', 'ben', 'carla', 'emil']);
	});

	it('takes two spellings of a label for one', async () => {
		await syncInTwoRuns([[{ users: MEMBERS }], [{ label: 'VIP', users: 'anna' }]]);
		expect(simulator().labelMembers('vip')).toEqual(MEMBERS);
	});

	it('says nothing when nobody was to be removed', async () => {
		const runs = await syncInTwoRuns([[{ users: MEMBERS }], [{ users: MEMBERS }]]);
		expect(runs.flatMap(warningsOf)).toEqual([]);
	});

	it('shows the same in a dry run', async () => {
		const parts: [IDataObject[], IDataObject[]] = [[{ users: 'anna' }], [{ users: 'ben' }]];
		const runs = await syncInTwoRuns(parts, { dryRun: true });
		expect(runs.map((run) => countsOf(run)[0]?.removed)).toEqual([3, 0]);
		expect(warningsOf(runs[1])).toHaveLength(1);
	});
});

it('a second run for another label removes as the first one', async () => {
	await syncInTwoRuns([[{ users: 'anna' }], [{ label: 'oslo', users: 'ben' }]]);
	expect(simulator().labelMembers('vip')).toEqual(['anna']);
	expect(simulator().labelMembers('oslo')).toEqual(['ben']);
});

describe('a run after one with items that could not be read', () => {
	it.each<[string, IDataObject[]]>([
		['a broken cell', [{ users: 'anna' }, { users: '#REF!' }]],
		['nothing else', [{ users: '#REF!' }]],
		['another label', [{ users: '#REF!' }, { label: 'oslo', users: MEMBERS }]],
		['a bad label', [{ label: 'no name', users: 'ben' }]],
	])('removes nobody, and says why: %s', async (_what, first) => {
		const settings: Partial<INode> = { onError: 'continueRegularOutput' };
		const runs = await syncInTwoRuns([first, [{ label: 'oslo', users: 'anna' }]], {}, settings);
		const warnings = warningsOf(runs[1]).filter((text) => text.startsWith('Nobody'));
		expect(simulator().labelMembers('oslo')).toEqual(MEMBERS);
		expect(warnings).toHaveLength(1);
		expect(warnings[0]).toMatch(/^Nobody was removed from label '\w+', because .+ execution/);
	});

	it('removes as ever when the items were blank', async () => {
		const settings: Partial<INode> = { onError: 'continueRegularOutput' };
		await syncInTwoRuns([[{ users: '' }], [{ label: 'oslo', users: 'anna' }]], {}, settings);
		expect(simulator().labelMembers('oslo')).toEqual(['anna']);
	});

	it('removes nobody from an owned label that the earlier run named for nobody', async () => {
		await syncInTwoRuns(
			[[{ users: '' }, { label: 'oslo', users: 'anna' }], [{ label: 'oslo', users: MEMBERS }]],
			{ options: { ownedLabels: '*' } },
			{ onError: 'continueRegularOutput' },
		);
		expect(simulator().labelMembers('vip')).toEqual(MEMBERS);
	});
});

it("a run that 'Retry On Fail' repeats may remove", async () => {
	simulator().weather.add({ weather: { kind: 'status', status: 500 }, method: 'DELETE' });
	const settings = { retryOnFail: true, waitBetweenTries: 1 };
	const runs = await syncInTwoRuns([[{ users: 'anna' }], [{ users: 'anna' }]], {}, settings);
	expect(simulator().labelMembers('vip')).toEqual(['anna']);
	expect(countsOf(runs[0])[0]).toMatchObject({ removed: 3 });
	expect(warningsOf(runs[1])).toEqual([]);
});

it('another execution knows nothing of it', async () => {
	await syncInTwoRuns([[{ users: MEMBERS }], []]);
	await syncInTwoRuns([[{ users: 'anna' }], []]);
	expect(simulator().labelMembers('vip')).toEqual(['anna']);
});

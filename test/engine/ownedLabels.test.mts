/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { OnError } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { methodsOf, readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

beforeEach(() => {
	simulator().seed({
		users: ['anna', 'ben', 'carla', 'dora'],
		labels: [
			{ name: 'crm-vip', members: ['anna', 'ben'] },
			{ name: 'crm-oslo', members: ['carla', 'dora'] },
			{ name: 'news', members: ['anna'] },
		],
	});
});

const OWNED = { ownedLabels: 'crm-*', maxRemovalPercent: 100 };

async function run(
	rows: IDataObject[],
	parameters: INodeParameters = {},
	onError: OnError = 'stopWorkflow',
) {
	return await runSync(simulator(), {
		rows,
		onError,
		parameters: {
			label: { __rl: true, mode: 'name', value: '={{ $json.tags }}' },
			options: OWNED,
			...parameters,
		},
	});
}

const members = () =>
	Object.fromEntries(simulator().labelNames.map((name) => [name, simulator().labelMembers(name)]));

const AS_BEFORE = {
	'crm-vip': ['anna', 'ben'],
	'crm-oslo': ['carla', 'dora'],
	news: ['anna'],
};

const ROWS = [
	{ tags: 'crm-vip', user: 'anna' },
	{ tags: '', user: 'ben' },
	{ tags: ['crm-vip'], user: 'carla' },
];

describe('a label of the input that no row names', () => {
	it('loses all its members, and labels outside are left alone', async () => {
		const { items, error, hints } = await run(ROWS);
		expect(error).toBeUndefined();
		expect(members()).toEqual({ 'crm-vip': ['anna', 'carla'], 'crm-oslo': [], news: ['anna'] });
		expect(items.map(readItem)).toMatchObject([
			{ label: 'crm-vip', username: 'carla', status: 'added', rows: [2] },
			{ label: 'crm-vip', username: 'ben', status: 'removed', rows: [2] },
			{ label: 'crm-oslo', username: 'carla', status: 'removed', rows: [2] },
			{ label: 'crm-oslo', username: 'dora', status: 'removed', rows: [2] },
		]);
		expect(hints[0]?.message).toMatch(/^1 added · 3 removed · 1 unchanged · 2 labels · 6 calls/);
	});

	it('is shown like any other in a dry run and in a summary', async () => {
		const { items } = await run(ROWS, { dryRun: true, output: 'summary' });
		expect(members()).toEqual(AS_BEFORE);
		expect(items.map(({ json }) => json)).toMatchObject([
			{ label: 'crm-vip', added: 1, removed: 1, unchanged: 1, dryRun: true },
			{ label: 'crm-oslo', added: 0, removed: 2, unchanged: 0, dryRun: true },
		]);
	});

	it('keeps them where that is more than may be removed, and says what to set', async () => {
		const { error } = await run(ROWS, { options: { ownedLabels: 'crm-*' } });
		expect(error?.text).toBe(
			"No item names label 'crm-oslo', so that its 2 members would be removed, more than 50 % [item 2]. " +
				"If the label shall become empty, set 'Max Removal Percent' under 'Options' to 100. " +
				"If not, check the items, and what 'Owned Labels' covers. Nothing was changed.",
		);
		expect(members()).toEqual(AS_BEFORE);
	});

	it('keeps them where nobody is removed at all', async () => {
		const { error } = await run(ROWS, { syncMode: 'addMissing' });
		expect(error).toBeUndefined();
		expect(members()).toMatchObject({
			'crm-vip': ['anna', 'ben', 'carla'],
			'crm-oslo': AS_BEFORE['crm-oslo'],
		});
		expect(methodsOf(simulator())).toEqual(['GET', 'POST']);
	});

	it.each(['dora', ''])('keeps them while a row cannot be read, its user %j', async (user) => {
		const rows = [...ROWS, { tags: 'no name', user }];
		const { items } = await run(rows, {}, 'continueRegularOutput');
		expect(members()).toEqual({ ...AS_BEFORE, 'crm-vip': ['anna', 'ben', 'carla'] });
		expect(items.map(readItem).filter(({ label }) => label === 'crm-oslo')).toMatchObject([
			{ username: 'carla', status: 'failed' },
			{ username: 'dora', status: 'failed' },
		]);
	});

	it.each(['crm-oslo', 'crm-OSLO'])('keeps them where a row names %s for nobody', async (tags) => {
		const { items } = await run([...ROWS, { tags, user: ' ' }], {}, 'continueRegularOutput');
		expect(members()).toEqual({ ...AS_BEFORE, 'crm-vip': ['anna', 'carla'] });
		expect(items.map(readItem)).toMatchObject([
			{ username: 'carla', status: 'added' },
			{ username: 'ben', status: 'removed' },
			{ error: expect.stringMatching(/^'User IDs' is empty/), rows: [3] },
		]);
	});

	it('keeps them where rows want their labels synced in two ways', async () => {
		const { items } = await run(
			ROWS,
			{ output: "={{ $json.user === 'carla' ? 'all' : 'changes' }}" },
			'continueRegularOutput',
		);
		expect(members()).toEqual(AS_BEFORE);
		expect(items.map(readItem).at(-1)).toMatchObject({
			label: 'crm-oslo',
			error: expect.stringMatching(
				/^No item names label 'crm-oslo', and item 2 has other sync settings/,
			),
		});
	});

	it('goes on alone when no row has a label', async () => {
		const { items } = await run([
			{ tags: null, user: 'anna' },
			{ tags: [], user: 'ben' },
		]);
		expect(members()).toEqual({ 'crm-vip': [], 'crm-oslo': [], news: ['anna'] });
		expect(items).toHaveLength(4);
	});

	it.each([500, 403])('is told of when the labels cannot be listed: %d', async (status) => {
		simulator().weather.add({ weather: { kind: 'status', status }, path: '/push/label$' });
		const stopped = await run(ROWS);
		expect(stopped.error?.text).toMatch(/ Nothing was changed\.$/);
		expect(members()).toEqual(AS_BEFORE);

		simulator().weather.add({ weather: { kind: 'status', status }, path: '/push/label$' });
		const { items } = await run(ROWS, {}, 'continueRegularOutput');
		expect(members()).toEqual({ ...AS_BEFORE, 'crm-vip': ['anna', 'carla'] });
		expect(items.map(readItem)).toContainEqual(
			expect.objectContaining({ label: 'crm-*', status: 'failed', rows: [2] }),
		);
	});
});

it('takes a star alone for every label of the app', async () => {
	await run([{ tags: 'news', user: 'anna' }], { options: { ...OWNED, ownedLabels: '*' } });
	expect(members()).toEqual({ 'crm-vip': [], 'crm-oslo': [], news: ['anna'] });
});

it('takes names as well, as a list or as text', async () => {
	for (const ownedLabels of ['crm-vip,\nnews', '={{ ["crm-vip", "news"] }}']) {
		await run([{ tags: 'news', user: 'anna' }], { options: { ...OWNED, ownedLabels } });
		expect(members()).toEqual({ ...AS_BEFORE, 'crm-vip': [] });
	}
});

it('turns down a row that names a label outside', async () => {
	const { error } = await run([...ROWS, { tags: 'crm-vip, news', user: 'anna' }]);
	expect(error?.text).toBe(
		"'Label' holds 'news', which 'Owned Labels' does not cover [item 3]. " +
			"Correct the name, or add it to 'Owned Labels' under 'Options'. Nothing was changed.",
	);
	expect(methodsOf(simulator())).toEqual([]);
});

it('turns down a row whose field is not quite the one that names its labels', async () => {
	const { error } = await run([{ Tags: 'crm-vip', user: 'anna' }]);
	expect(error?.message).toMatch(/^'Label' is empty, because /);
	expect(members()).toEqual(AS_BEFORE);
});

describe("an entry of 'Owned Labels' that is no name and no beginning", () => {
	it.each([
		['two stars', 'crm-**', "'Owned Labels' in 'Options' holds '*' as character 5 of 'crm-**'"],
		['a star within', 'c*m', "'Owned Labels' in 'Options' holds '*' as character 2 of 'c*m'"],
		['a star before', '*-crm', "'Owned Labels' in 'Options' holds '*' as character 1 of '*-crm'"],
		['a space', 'crm vip', "'Owned Labels' holds a space as character 4 of 'crm vip'"],
		['a space before a star', 'c m*', "'Owned Labels' holds a space as character 2 of 'c m'"],
		['no entry', '', "'Owned Labels' is empty"],
		['nothing', '={{ undefined }}', "'Owned Labels' is empty"],
		['a boolean', '={{ true }}', "'Owned Labels' in 'Options' holds true"],
		['an object', '={{ ({ a: 1 }) }}', "'Owned Labels' in 'Options' holds an object"],
	])('stops the run before any call: %s', async (_kind, ownedLabels, message) => {
		const { error } = await run(ROWS, { options: { ...OWNED, ownedLabels } });
		expect(error?.message).toContain(message);
		expect(methodsOf(simulator())).toEqual([]);
	});
});

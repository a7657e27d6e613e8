/** @jest-environment ./test/support/engineEnvironment.cts */
import { setTimeout as delay } from 'node:timers/promises';

import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import type { LabelChange, RecordedRequest } from '../../simulator/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { usersFrom } from '../support/syncPlans.mts';
import { usePrograms, type Program } from './programs.mts';
import { untilQuiet } from './stops.mts';

const simulator = useSimulator();
const startProgram = usePrograms();

/** A process takes some seconds to load the engine, and many more on a busy machine. */
const LONG_MS = 600_000;

const ROWS = usersFrom(1500, 5000).map((user) => ({ user }));
const WANTED = usersFrom(1500, 5000).toSorted();
const PRESENT = usersFrom(0, 4000);
/** Members who are wanted, so that no moment may see them outside the label. */
const STAYING = usersFrom(1500, 2500);
const BYSTANDERS = usersFrom(1000, 1000);

const syncVip: INodeParameters = {
	resource: 'labelMember',
	operation: 'sync',
	label: { __rl: true, mode: 'name', value: 'vip' },
	userIds: '={{ $json.user }}',
	syncMode: 'mirror',
	output: 'summary',
};

/** So that calls are still to come when the power is cut, though many may overlap. */
const PACED = { requestsPerSecond: 50 };

/** What the simulator sees when the power is cut: so many pages read, removals or additions. */
interface Moment {
	method: 'GET' | 'DELETE' | 'POST';
	/** Of 40 pages, 15 removals and 25 additions. */
	count: number;
	delayMs?: number;
}

const momentsOf = (method: Moment['method'], most: number, howMany: number): Moment[] =>
	fc.sample(
		fc.record({
			method: fc.constant(method),
			count: fc.integer({ min: 1, max: most }),
			delayMs: fc.nat(6),
		}),
		{ numRuns: howMany, seed: 20261125 },
	);

const MOMENTS = [
	...momentsOf('GET', 40, 2),
	...momentsOf('DELETE', 15, 4),
	...momentsOf('POST', 25, 4),
];

/** The power is cut so long after the start, whatever has happened by then. */
const DELAYS_MS = [150, 700];

function seedLabels(labels: Record<string, string[]>): void {
	simulator().reset();
	const named = Object.entries(labels).map(([name, members]) => ({ name, members }));
	simulator().seed({ users: usersFrom(0, 6500), labels: named });
	// Calls overlap, and some of their answers are on their way when the power is cut.
	simulator().weather.add({ weather: { kind: 'slow', delayMs: 8 }, share: 0.5 });
}

/** Kills the program's run when the moment has come. */
async function killAt(
	program: Program,
	parameters: INodeParameters,
	moment: Promise<unknown>,
): Promise<void> {
	const { credentials } = simulator();
	program.start({ credentials, parameters, rows: ROWS });
	await moment;
	await program.kill();
	await untilQuiet(simulator());
	simulator().weather.clear();
}

async function comes({ method, count, delayMs = 0 }: Moment): Promise<void> {
	let left = count;
	const isLast = (one: RecordedRequest) => one.method === method && (left -= 1) <= 0;
	await simulator().waitFor('request', isLast, LONG_MS);
	await delay(delayMs);
}

function changes(change: LabelChange['change']): Promise<LabelChange> {
	return simulator().waitFor('labelChanged', (one) => one.change === change, LONG_MS);
}

/** Runs the sync to its end, and once more: that one must find nothing to do. */
async function expectSyncFinishes(): Promise<void> {
	const { items, error } = await runNode(simulator(), { parameters: syncVip, rows: ROWS });
	expect(error).toBeUndefined();
	expect(items[0]?.json.failed).toBe(0);
	expect(simulator().labelMembers('vip').toSorted()).toEqual(WANTED);

	const callsBefore = simulator().requests.length;
	const again = await runNode(simulator(), { parameters: syncVip, rows: ROWS });
	expect(again.items[0]?.json).toMatchObject({ added: 0, removed: 0, unchanged: 5000, failed: 0 });
	const callsAfter = simulator().requests.slice(callsBefore);
	expect(callsAfter.filter(({ method }) => method !== 'GET')).toEqual([]);
}

it(
	'a sync of 5,000 rows that was killed at any moment is finished by the next one',
	async () => {
		let ahead = startProgram();
		let unfinished = 0;
		for (const [index, moment] of [...MOMENTS, ...DELAYS_MS].entries()) {
			const program = await ahead;
			if (index + 1 < MOMENTS.length + DELAYS_MS.length) ahead = startProgram();
			seedLabels({ vip: PRESENT, oslo: BYSTANDERS });
			const cut = typeof moment === 'number' ? delay(moment) : comes(moment);
			await killAt(program, { ...syncVip, options: PACED }, cut);

			const members = new Set(simulator().labelMembers('vip'));
			const lost = STAYING.filter((user) => !members.has(user));
			expect(lost).toEqual([]);
			const isFinished = members.size === WANTED.length && WANTED.every((one) => members.has(one));
			if (!isFinished) unfinished += 1;
			await expectSyncFinishes();
			expect(simulator().labelMembers('oslo')).toEqual(BYSTANDERS);
		}
		expect(unfinished).toBeGreaterThan(MOMENTS.length / 2);
	},
	LONG_MS,
);

it(
	'a sync that was killed between making its label and filling it is finished by the next one',
	async () => {
		const program = await startProgram();
		seedLabels({ oslo: BYSTANDERS });
		const options = { createMissingLabel: true, ...PACED };
		await killAt(program, { ...syncVip, options }, changes('created'));
		expect(simulator().labelNames).toContain('vip');
		expect(simulator().labelMembers('vip')).toEqual([]);

		await expectSyncFinishes();
		expect(simulator().labelMembers('oslo')).toEqual(BYSTANDERS);
	},
	LONG_MS,
);

it(
	'a push to 5,000 users that was killed on its way has reached nobody twice',
	async () => {
		const program = await startProgram();
		seedLabels({});
		const push = {
			resource: 'push',
			operation: 'sendToUsers',
			userIds: '={{ $json.user }}',
			title: 'Hello',
			content: 'World',
			options: PACED,
		};
		await killAt(program, push, comes({ method: 'POST', count: 17 }));
		const reached = simulator().deliveries.map(({ userId }) => userId);
		expect(new Set(reached).size).toBe(reached.length);
		expect(reached.length).toBeGreaterThanOrEqual(1700);
		expect(reached.length).toBeLessThan(ROWS.length);
	},
	LONG_MS,
);

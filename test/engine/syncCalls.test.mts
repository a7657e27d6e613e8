/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { useSimulator } from '../support/simulated.mts';
import { usersFrom } from '../support/syncPlans.mts';
import { methodsOf, NO_BRAKES, runSync } from '../support/syncRuns.mts';
import {
	ALL_USERS,
	anyLabelAndSheet,
	membersAfter,
	type LabelAndSheet,
} from '../support/syncSituations.mts';

const simulator = useSimulator();

const LONG_MS = 60_000;

async function run({
	mode,
	present,
	rows,
	userIdCase = 'foldToRegistered',
}: Omit<LabelAndSheet, 'userIdCase'> & Partial<LabelAndSheet>): Promise<void> {
	simulator().settings.userIdCase = userIdCase;
	simulator().seed({ users: ALL_USERS, labels: [{ name: 'vip', members: present }] });
	const parameters = { syncMode: mode, options: NO_BRAKES };
	const { error } = await runSync(simulator(), { rows, parameters });
	expect(error).toBeUndefined();
}

function called(method: string): number {
	return methodsOf(simulator()).filter((made) => made === method).length;
}

it(
	'takes the pages of the label, and a call for each 100 users who differ',
	async () => {
		const property = fc.asyncProperty(anyLabelAndSheet, async (situation) => {
			simulator().reset();
			await run(situation);

			const before = new Set(situation.present);
			const after = new Set(membersAfter(situation));
			const added = [...after].filter((userId) => !before.has(userId));
			const removed = [...before].filter((userId) => !after.has(userId));
			expect({ read: called('GET'), added: called('POST'), removed: called('DELETE') }).toEqual({
				read: Math.max(1, Math.ceil(before.size / 100)),
				added: Math.ceil(added.length / 100),
				removed: Math.ceil(removed.length / 100),
			});
			expect(simulator().requests).toHaveLength(called('GET') + called('POST') + called('DELETE'));
		});
		await fc.assert(property, { numRuns: 60, seed: 20260720 });
	},
	LONG_MS,
);

describe.each(['mirror', 'addMissing', 'removeExtra'] as const)('%s', (mode) => {
	it('only reads a label that fits already', async () => {
		const present = usersFrom(0, 250);
		await run({ mode, present, wanted: present, rows: [{ users: present }] });
		expect(methodsOf(simulator())).toEqual(['GET', 'GET', 'GET']);
	});
});

it('makes room before it fills it', async () => {
	simulator().settings.membersPerLabel = 100;
	const wanted = usersFrom(100, 100);
	const present = usersFrom(0, 100);
	await run({ mode: 'mirror', present, wanted, rows: [{ users: wanted }] });
	expect(methodsOf(simulator())).toEqual(['GET', 'DELETE', 'POST']);
	expect(simulator().labelMembers('vip')).toEqual(wanted);
});

it('reads one page more where a full last page leads to an empty one', async () => {
	simulator().settings.cursorWhenPageIsFull = true;
	const present = usersFrom(0, 200);
	await run({ mode: 'mirror', present, wanted: present, rows: [{ users: present }] });
	expect(methodsOf(simulator())).toEqual(['GET', 'GET', 'GET']);
});

it('shares a call among all rows of a label, and none among labels', async () => {
	simulator().seed({ users: ALL_USERS, labels: [{ name: 'vip' }, { name: 'oslo' }] });
	const rows = ALL_USERS.map((user, index) => ({ user, label: index % 2 === 0 ? 'vip' : 'oslo' }));
	await runSync(simulator(), { rows });
	expect(called('GET')).toBe(2);
	expect(called('POST')).toBe(2 * Math.ceil(ALL_USERS.length / 2 / 100));
	expect(called('DELETE')).toBe(0);
});

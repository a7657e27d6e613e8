/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { USER_ID_CASES, type Simulator } from '../../simulator/index.mts';
import { useSimulator } from '../support/simulated.mts';
import { NO_BRAKES, readItem, runSync } from '../support/syncRuns.mts';

const simulator = useSimulator();

describe.each(USER_ID_CASES)('%s', (userIdCase) => {
	const folds = ['foldToRegistered', 'foldAndEcho'].includes(userIdCase);

	beforeEach(() => {
		simulator().settings.userIdCase = userIdCase;
		simulator().seed({
			users: ['anna', 'ben', 'carla'],
			labels: [{ name: 'vip', members: ['carla'] }],
		});
	});

	describe.each(['mirror', 'addMissing', 'removeExtra'])('sync: %s', (syncMode) => {
		const run = async (users: string[], more: INodeParameters = {}) => {
			const { items, error } = await runSync(simulator(), {
				rows: users.map((user) => ({ user })),
				parameters: { syncMode, output: 'all', options: NO_BRAKES, ...more },
			});
			expect(error).toBeUndefined();
			return items.map(readItem).map(({ rows, username, status }) => [rows, username, status]);
		};

		it('leaves a member who differs in case only, and shows the row', async () => {
			expect(await run(['Carla'])).toEqual([[[0], 'Carla', 'unchanged']]);
			expect(membersNow()).toEqual(['carla']);
			expect(changingCalls()).toEqual([]);
		});

		it('takes several spellings in its rows for one user', async () => {
			expect(await run(['Carla', 'carla, CARLA', 'CARLA'])).toEqual([
				[[0, 1, 2], 'Carla', 'unchanged'],
			]);
			expect(changingCalls()).toEqual([]);
		});

		it('comes to rest, whoever is added in another case', async () => {
			const first = await run(['anna', 'Ben', 'Carla']);
			const added = syncMode === 'removeExtra' ? 'unchanged' : 'added';
			const addedInOtherCase = folds || syncMode === 'removeExtra' ? added : 'failed';
			expect(first).toEqual([
				[[0], 'anna', added],
				[[1], 'Ben', addedInOtherCase],
				[[2], 'Carla', 'unchanged'],
			]);
			expect(membersNow()).toContain('carla');
			const calls = changingCalls().length;
			const second = await run(['anna', 'Ben', 'Carla']);
			if (addedInOtherCase === 'failed') return;
			expect(second.map(([, , status]) => status)).toEqual(Array(3).fill('unchanged'));
			expect(changingCalls()).toHaveLength(calls);
		});

		it('shows the same in a dry run', async () => {
			expect(await run(['CARLA'], { dryRun: true })).toEqual([[[0], 'CARLA', 'unchanged']]);
		});

		it('counts people once', async () => {
			const { items, hints } = await runSync(simulator(), {
				rows: [{ user: 'CARLA' }, { user: 'carla' }],
				parameters: { syncMode, output: 'summary', options: NO_BRAKES },
			});
			expect(items.map(({ json }) => json)).toMatchObject([
				{ added: 0, removed: 0, unchanged: 1, failed: 0 },
			]);
			expect(hints[0]?.message).toContain('0 added · 0 removed · 1 unchanged · 1 label');
		});
	});
});

describe.each(['foldToRegistered', 'foldAndEcho', 'distinct'] as const)('%s', (userIdCase) => {
	it('sync removes a member by the registered spelling', async () => {
		simulator().settings.userIdCase = userIdCase;
		simulator().seed({ labels: [{ name: 'vip', members: ['Olaf', 'carla'] }] });
		const { items } = await runSync(simulator(), { rows: [{ user: 'CARLA' }] });
		expect(items.map(readItem)).toMatchObject([{ username: 'Olaf', status: 'removed' }]);
		expect(membersNow()).toEqual(['carla']);
	});
});

describe('where case counts', () => {
	beforeEach(() => {
		simulator().settings.userIdCase = 'distinct';
		simulator().seed({ labels: [{ name: 'vip', members: ['Anna', 'anna', 'Ben', 'ben'] }] });
	});

	it('sync removes neither of two members while one of them is wanted', async () => {
		const { items } = await runSync(simulator(), {
			rows: [{ user: 'ANNA' }],
			parameters: { output: 'all', options: NO_BRAKES },
		});
		expect(items.map(readItem).map(({ username, status }) => [username, status])).toEqual([
			['ANNA', 'unchanged'],
			['Ben', 'removed'],
			['ben', 'removed'],
		]);
		expect(simulator().labelMembers('vip')).toEqual(['Anna', 'anna']);
	});
});

function membersNow(): string[] {
	return simulator().labelMembers('vip').toSorted();
}

function changingCalls(): Simulator['requests'] {
	return simulator().requests.filter(({ method }) => method !== 'GET');
}

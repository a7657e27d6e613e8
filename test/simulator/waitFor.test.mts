import { describe, expect, it } from '@jest/globals';
import { startSimulator } from '../../simulator/index.mts';
import { MESSAGE, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

describe('waitFor', () => {
	it('gives the next event that matches', async () => {
		simulator().seed({ labels: [{ name: 'vip', members: ['a', 'b'] }] });
		const delivery = simulator().waitFor('delivery', ({ userId }) => userId === 'b');
		const task = simulator().waitFor('task');
		const request = simulator().waitFor('request');
		await call('POST', 'push/list/label', { targets: ['vip'], pushMessage: MESSAGE });

		expect(await delivery).toMatchObject({ userId: 'b', reached: true });
		expect(await task).toMatchObject({ action: 'sendToLabels', recipients: 2 });
		expect((await task).taskId).toBe((await delivery).taskId);
		expect(await request).toMatchObject({ action: 'sendToLabels', status: 200 });
	});

	it('tells of every change of a label', async () => {
		simulator().seed({ users: ['a'] });
		const changes = (['created', 'membersAdded', 'membersRemoved', 'deleted'] as const).map(
			(change) => simulator().waitFor('labelChanged', (event) => event.change === change),
		);
		await call('POST', 'push/label', { name: 'vip' });
		await call('POST', 'push/label/vip/user', { usernames: ['a'] });
		await call('DELETE', 'push/label/vip/user', { usernames: ['a'] });
		await call('DELETE', 'push/label/vip');

		expect(await Promise.all(changes)).toEqual([
			{ label: 'vip', change: 'created', usernames: [] },
			{ label: 'vip', change: 'membersAdded', usernames: ['a'] },
			{ label: 'vip', change: 'membersRemoved', usernames: ['a'] },
			{ label: 'vip', change: 'deleted', usernames: [] },
		]);
	});

	it('rejects when nothing comes', async () => {
		await expect(simulator().waitFor('task', () => true, 10)).rejects.toThrow('waited 10 ms');
	});

	it('rejects when the simulator closes', async () => {
		const own = await startSimulator();
		const wait = expect(own.waitFor('task')).rejects.toThrow('the simulator was closed');
		await own.close();
		await wait;
	});
});

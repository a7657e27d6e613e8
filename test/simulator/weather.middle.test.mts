import { describe, expect, it } from '@jest/globals';
import { MESSAGE, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

async function statuses(count: number): Promise<number[]> {
	const found: number[] = [];
	while (found.length < count) found.push((await call('GET', 'push/label/vip')).status);
	return found;
}

describe('what comes in the middle', () => {
	it('spares the first requests that match', async () => {
		simulator().seed({ labels: [{ name: 'vip' }] });
		simulator().weather.add({
			weather: { kind: 'status', status: 503 },
			action: 'getLabel',
			spares: 2,
			times: 2,
		});
		await call('GET', 'push/label');

		expect(await statuses(5)).toEqual([200, 200, 503, 503, 200]);
	});

	it("the request's token dies, and others live on", async () => {
		simulator().seed({ labels: [{ name: 'vip' }] });
		simulator().settings.staticTokens.push('YWMtAnother');
		simulator().weather.add({ weather: { kind: 'tokenExpires' }, spares: 1 });

		expect(await statuses(3)).toEqual([200, 401, 401]);
		expect(simulator().requests.map(({ tookEffect }) => tookEffect)).toEqual([true, false, false]);
		const authorization = 'Bearer YWMtAnother';
		const { status } = await call('GET', 'push/label', undefined, { authorization });
		expect(status).toBe(200);
	});

	it('a label is deleted by someone else', async () => {
		simulator().seed({ labels: [{ name: 'vip' }, { name: 'oslo' }] });
		simulator().weather.add({ weather: { kind: 'labelDeleted', label: 'vip' }, spares: 1 });

		expect(await statuses(2)).toEqual([200, 400]);
		expect(simulator().labelNames).toEqual(['oslo']);
		expect(simulator().labelChanges).toEqual([{ label: 'vip', change: 'deleted', usernames: [] }]);
	});
});

describe('half of the data', () => {
	it('leaves out users of a push who were reached all the same', async () => {
		simulator().seed({ users: ['a', 'b', 'c'] });
		simulator().weather.add({ weather: { kind: 'halfData' } });
		const { body } = await call('POST', 'push/single', {
			targets: ['a', 'b', 'c'],
			pushMessage: MESSAGE,
		});

		expect(body).toMatchObject({ data: [{ id: 'a' }] });
		expect(simulator().deliveries).toHaveLength(3);
	});

	it('leaves out members who were added all the same', async () => {
		simulator().seed({ users: ['a', 'b'], labels: [{ name: 'vip' }] });
		simulator().weather.add({ weather: { kind: 'halfData' } });
		const { body } = await call('POST', 'push/label/vip/user', { usernames: ['a', 'b', 'x'] });

		expect(body).toMatchObject({ data: { success: ['a'], fail: { x: 'appUser not exists' } } });
		expect(simulator().labelMembers('vip')).toEqual(['a', 'b']);
	});

	it('changes no answer without a list', async () => {
		simulator().weather.add({ weather: { kind: 'halfData' }, times: 2 });
		const { text } = await call('POST', 'push/task', { pushMessage: MESSAGE });

		expect(text).toMatch(/"data":\d{17,}/);
		expect((await call('GET', 'push/label/ghost')).status).toBe(400);
	});
});

it('tasks and changes of labels are on record until a reset', async () => {
	await call('POST', 'push/label', { name: 'vip' });
	simulator().seed({ users: ['a'] });
	await call('POST', 'push/label/vip/user', { usernames: ['a'] });
	await call('POST', 'push/task', { pushMessage: MESSAGE });
	await call('DELETE', 'push/label/vip/user', { usernames: ['a'] });
	await call('DELETE', 'push/label/vip');

	expect(simulator().tasks).toMatchObject([{ action: 'sendToAll', recipients: 1 }]);
	expect(simulator().labelChanges.map(({ change, usernames }) => [change, usernames])).toEqual([
		['created', []],
		['membersAdded', ['a']],
		['membersRemoved', ['a']],
		['deleted', []],
	]);
	simulator().reset();
	expect([simulator().tasks, simulator().labelChanges]).toEqual([[], []]);
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const INSISTENT = { maxRetries: 3, maxRetryWait: 120 };

const message = { title: 'Hello', content: 'World' };
const send = { resource: 'push', operation: 'sendToUsers', userIds: 'anna', ...message };
const label = { __rl: true, mode: 'name', value: 'vip' };
const members = { resource: 'labelMember', label };

async function run(parameters: INodeParameters, options: INodeParameters = INSISTENT) {
	return await runNode(simulator(), { parameters: { ...parameters, options }, rows: [{}] });
}

/** Time between the arrivals of the first two calls. */
function pauseMs(): number {
	const [first, second] = simulator().requests;
	return (second?.at ?? 0) - (first?.at ?? 0);
}

describe('a send that the service turned away', () => {
	it('with 429 goes out again when the service said, and the receipt counts both calls', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 429, retryAfter: '1' } });
		const { items, hints } = await run(send);
		expect(items.map(({ json }) => json.pushStatus)).toEqual(['ASYNC_SUCCESS']);
		expect(simulator().deliveries).toHaveLength(1);
		expect(simulator().requests.map(({ status }) => status)).toEqual([429, 200]);
		expect(pauseMs()).toBeGreaterThan(980);
		expect(hints.map((hint) => hint.message)).toEqual([
			expect.stringMatching(/^1 user, delivery not checked · 2 calls · [1-9]\d*\.\d s$/),
		]);
	});

	it('with 503 and no time given goes out again after a second or more', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 503 } });
		const { items } = await run(send);
		expect(items.map(({ json }) => json.pushStatus)).toEqual(['ASYNC_SUCCESS']);
		expect(simulator().requests.map(({ status }) => status)).toEqual([503, 200]);
		expect(pauseMs()).toBeGreaterThan(980);
	});

	it('time and again fails after the retries that are allowed', async () => {
		const weather = { kind: 'status', status: 503, retryAfter: '0' } as const;
		simulator().weather.add({ weather, times: 100 });
		const { error } = await run(send, { maxRetries: 2 });
		expect(error?.message).toMatch(/is not available \(503/);
		expect(simulator().requests).toHaveLength(3);
	});
});

const sends: [string, INodeParameters][] = [
	['push: sendToUsers', send],
	['push: sendToUsers, waiting', { ...send, waitForResult: true }],
	['push: sendToLabels', { ...send, operation: 'sendToLabels', labelNames: ['vip'] }],
	['push: sendToAll', { ...send, operation: 'sendToAll' }],
	['label: create', { resource: 'label', operation: 'create', labelName: 'new' }],
];

const harmless: [string, INodeParameters][] = [
	['label: get', { resource: 'label', operation: 'get', label }],
	['label: getAll', { resource: 'label', operation: 'getAll' }],
	['labelMember: add', { ...members, operation: 'add', userIds: 'cleo' }],
	['labelMember: remove', { ...members, operation: 'remove', userIds: 'anna' }],
	['labelMember: get', { ...members, operation: 'get', userId: 'anna' }],
	['labelMember: getAll', { ...members, operation: 'getAll' }],
];

/** The service acts on the first call, and its answer is lost. */
async function runWithLostAnswer(parameters: INodeParameters) {
	simulator().seed({
		users: ['anna', 'ben', 'cleo'],
		labels: [{ name: 'vip', members: ['anna', 'ben'] }],
	});
	const weather = { kind: 'status', status: 500, retryAfter: '0' } as const;
	simulator().weather.add({ weather, afterEffect: true });
	return await run(parameters);
}

describe('after an answer that was lost, the service having acted,', () => {
	it.each(sends)('%s is not repeated', async (_name, parameters) => {
		const { error, items } = await runWithLostAnswer(parameters);
		expect(simulator().requests).toHaveLength(1);
		expect(error?.message).toMatch(/could not finish the call \(500/);
		expect(items).toEqual([]);
	});

	it.each(harmless)('%s is repeated', async (_name, parameters) => {
		const { error, items } = await runWithLostAnswer(parameters);
		expect(simulator().requests).toHaveLength(2);
		expect(error).toBeUndefined();
		expect(items.length).toBeGreaterThan(0);
	});
});

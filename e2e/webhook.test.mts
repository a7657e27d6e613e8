import { beforeEach, expect, it } from '@jest/globals';

import { inTurns } from '../tools/lib/inTurns.mts';
import { readExample } from './support/exampleWorkflow.mts';
import { inProduction } from './support/production.mts';

const CALL_COUNT = 100;
const CALLS_AT_ONCE = 10;
const CALLS_TIMEOUT_MS = 180_000;
const SECRET = 'not-a-secret-at-all';
const ORDER_NUMBERS = Array.from({ length: CALL_COUNT }, (_, index) => index + 1);

beforeEach(() => {
	stage.simulator.reset();
});

it(
	'pushes each of 100 orders, that come over HTTP, exactly once',
	async () => {
		const { simulator, n8n } = stage;
		simulator.seed({ users: ORDER_NUMBERS.map(customer) });

		await inProduction(await protectedExample(), async (workflowId) => {
			expect(await inTurns(ORDER_NUMBERS, CALLS_AT_ONCE, callAsShop)).toEqual(
				ORDER_NUMBERS.map((orderNumber) => [
					expect.objectContaining({ userId: customer(orderNumber), pushStatus: 'SUCCESS' }),
				]),
			);
			expect(simulator.deliveries.map(({ userId }) => userId).sort()).toEqual(
				ORDER_NUMBERS.map(customer).sort(),
			);
			expect(simulator.deliveries.every(({ reached }) => reached)).toBe(true);

			const executions = await n8n.client.executions.list(workflowId);
			expect(executions).toHaveLength(CALL_COUNT);
			expect(new Set(executions.map(({ mode }) => mode))).toEqual(new Set(['webhook']));
		});
	},
	CALLS_TIMEOUT_MS,
);

it('answers a call without a user with what is missing', async () => {
	await inProduction(await protectedExample(), async () => {
		const answer = await call({ orderId: 'A-0', status: 'on its way', details: 'Soon.' }, SECRET);
		expect(await answer.json()).toEqual([
			expect.objectContaining({ error: expect.stringContaining("'User IDs' is empty") }),
		]);
		expect(stage.simulator.deliveries).toEqual([]);
	});
});

it('pushes nothing for strangers', async () => {
	stage.simulator.seed({ users: [customer(1)] });

	await inProduction(await protectedExample(), async () => {
		const { status } = await call(order(1), 'guessed');
		expect(status).toBe(403);
		expect(stage.simulator.requests).toEqual([]);
	});
});

async function protectedExample() {
	const shopSecret = await stage.n8n.client.credentials.create({
		name: 'Shop secret',
		type: 'httpHeaderAuth',
		data: { name: 'x-shop-secret', value: SECRET },
	});
	return await readExample('webhook-to-push.json', shopSecret);
}

async function callAsShop(orderNumber: number): Promise<unknown> {
	const answer = await call(order(orderNumber), SECRET);
	return await answer.json();
}

async function call(body: object, secret: string): Promise<Response> {
	return await fetch(`${stage.n8n.url}/webhook/order-update`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-shop-secret': secret },
		body: JSON.stringify(body),
	});
}

function order(orderNumber: number) {
	return {
		userId: customer(orderNumber),
		orderId: `A-${orderNumber}`,
		status: 'on its way',
		details: `Order A-${orderNumber} arrives tomorrow.`,
	};
}

function customer(orderNumber: number): string {
	return `customer-${orderNumber}`;
}

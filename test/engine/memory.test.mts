/** @jest-environment ./test/support/engineEnvironment.cts */
import { queryObjects } from 'node:v8';

import { expect, it } from '@jest/globals';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const EXECUTIONS = 1000;

const push = async () =>
	await runNode(simulator(), {
		parameters: {
			resource: 'push',
			operation: 'sendToUsers',
			userIds: 'anna',
			title: 'Hello',
			content: 'World',
		},
		rows: [{}],
	});

/** Objects of a class that are alive, once all garbage is collected. */
function alive(kind: new (...args: never[]) => object): number {
	return queryObjects(kind, { format: 'count' });
}

it(`leaves no signal behind after ${EXECUTIONS} executions`, async () => {
	for (let count = 0; count < 20; count += 1) await push();
	const before = alive(AbortSignal);
	for (let count = 0; count < EXECUTIONS; count += 1) await push();
	expect(alive(AbortSignal) - before).toBeLessThan(EXECUTIONS / 10);
});

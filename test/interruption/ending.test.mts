import { setTimeout as delay } from 'node:timers/promises';

import { expect, it } from '@jest/globals';

import { useSimulator } from '../support/simulated.mts';
import { usersFrom } from '../support/syncPlans.mts';
import { usePrograms } from './programs.mts';

const simulator = useSimulator();
const startProgram = usePrograms();

const LONG_MS = 120_000;

/** Far below the timeout of a call and the pause that the service asks for. */
const MOST_MS = 15_000;

it(
	'a stopped run leaves nothing behind that keeps the process alive',
	async () => {
		simulator().seed({ users: usersFrom(0, 200) });
		simulator().weather.add({ weather: { kind: 'hang' }, times: 2 });
		simulator().weather.add({
			weather: { kind: 'status', status: 429, retryAfter: '100' },
			times: 2,
		});
		const program = await startProgram();
		program.start({
			credentials: simulator().credentials,
			rows: usersFrom(0, 200).map((user) => ({ user })),
			parameters: {
				resource: 'push',
				operation: 'sendToUsers',
				userIds: '={{ $json.user }}',
				title: 'Hello',
				content: 'World',
				waitForResult: true,
				options: { maxRetries: 3, requestsPerSecond: 10, timeout: 100_000 },
			},
			stopAfterMs: 1500,
		});
		expect((await program.report()).error).toMatch(/canceled before.* not tried/);
		const code = await Promise.race([program.ended, delay(MOST_MS, 'alive', { ref: false })]);
		expect(code).toBe(0);
	},
	LONG_MS,
);

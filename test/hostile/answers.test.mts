/** @jest-environment ./test/support/engineEnvironment.cts */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';

import { OPERATIONS } from '../../tools/lib/operations.mts';
import { CERTIFICATE_CREDENTIAL } from '../support/credentials.mts';
import { runNode } from '../support/nodeRun.mts';
import { expectNoHarm, explanationsIn } from './support/noHarm.mts';
import { startRawServer, type RawServer } from './support/rawServer.mts';
import { ANSWER_VECTORS } from './vectors/answers/index.mts';

/** For vectors of many megabytes on a machine with other things to do. */
jest.setTimeout(60_000);

/** Long enough for what does answer, on a machine with other things to do. */
const LONG_MS = 20_000;

let service: RawServer;

beforeAll(async () => {
	service = await startRawServer();
});
afterAll(async () => {
	await service.close();
});

describe.each(Object.entries(ANSWER_VECTORS))('hostile answers: %s', (_theme, vectors) => {
	it.each(vectors)(
		'$name',
		async ({ operation, answers, gives, timeoutMs = LONG_MS, calls = 1 }) => {
			service.answerWith(...answers);
			const credentials = { ...CERTIFICATE_CREDENTIAL, appToken: '', host: service.origin };
			const outcome = await runNode(
				{ credentials },
				{
					parameters: {
						...OPERATIONS[operation],
						options: { timeout: timeoutMs, maxRemovalPercent: 100 },
					},
					rows: [{}],
					onError: 'continueRegularOutput',
				},
			);
			const [explained = ''] = explanationsIn(outcome);
			if (gives instanceof RegExp) expect(explained).toMatch(gives);
			else
				expect(outcome.items.map(({ json }) => json).slice(0, gives.length)).toMatchObject(gives);
			expect(service.requests).toHaveLength(calls);
			expectNoHarm(outcome, {
				appCertificate: credentials.appCertificate,
				sent: service.requests.flatMap(({ authorization }) => authorization ?? []),
			});
		},
	);
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';

import { CREDENTIAL_FORMS } from '../drift/contractForm.mts';
import { runNode } from '../support/nodeRun.mts';
import { huntSecrets } from '../support/secretHunt.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const push = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: 'anna',
	title: 'Hello',
	content: '={{ $json.text }}',
	options: { includeInputFields: true },
};

describe('what a run leaves behind', () => {
	it('is all there to be searched', async () => {
		const { appToken } = simulator().credentials;
		simulator().seed({ users: ['anna'] });
		const outcome = await runNode(simulator(), { parameters: push, rows: [{ text: appToken }] });
		const paths = huntSecrets({ appToken }, outcome).map(({ path }) => path);
		expect(paths).toContain('items.0.json.text');
		const inRecord = huntSecrets({ appToken }, outcome.record).map(({ path }) => path);
		expect(inRecord.some((path) => path.startsWith('data.resultData.runData.'))).toBe(true);
		expect(outcome.hints).toHaveLength(1);
		expect(outcome.logLines.length).toBeGreaterThan(0);
	});

	it.each(CREDENTIAL_FORMS)(
		'holds no secret with $authentication and $addressing',
		async (form) => {
			const { authentication, addressing } = form;
			const outcome = await runNode(simulator(), {
				parameters: push,
				rows: [{ text: 'World' }],
				credential: { authentication, addressing },
			});
			expect(simulator().tokens.sent).toHaveLength(1);
			const { appToken, appCertificate } = simulator().credentials;
			const secrets = { appToken, appCertificate, sent: simulator().tokens.sent };
			expect(huntSecrets(secrets, outcome)).toEqual([]);
		},
	);
});

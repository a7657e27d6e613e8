/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it, jest } from '@jest/globals';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { expectNoHarm, explanationsIn } from './support/noHarm.mts';
import { SECRET_SETTINGS, secretsOf } from './support/secrets.mts';
import { JSON_VECTORS } from './vectors/jsonValues.mts';
import { LIST_VECTORS } from './vectors/lists.mts';
import { SCALAR_VECTORS } from './vectors/scalars.mts';
import { TEXT_VECTORS } from './vectors/texts.mts';

/** For vectors of many megabytes on a machine with other things to do. */
jest.setTimeout(60_000);

const simulator = useSimulator({ ...SECRET_SETTINGS, createUnknownUsers: true });

const push = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: 'anna',
	title: 'Hello',
	content: 'World',
};

/** Some messages only the service can judge. */
const REFUSED_BY_SERVICE = /^The (service refused|message is too large for the service)/;

describe.each(Object.entries({ JSON_VECTORS, LIST_VECTORS, SCALAR_VECTORS, TEXT_VECTORS }))(
	'%s',
	(_theme, vectors) => {
		it.each(vectors)('$name', async ({ parameters, row = {}, timezone, gives }) => {
			const outcome = await runNode(simulator(), {
				parameters: { ...push, ...parameters },
				rows: [row],
				onError: 'continueRegularOutput',
				timezone,
			});
			const [explained = ''] = explanationsIn(outcome);
			const sent = simulator().requests.map(({ body }) => body);
			if (gives instanceof RegExp) {
				expect(explained).toMatch(gives);
				expect(sent).toHaveLength(REFUSED_BY_SERVICE.test(explained) ? 1 : 0);
			} else {
				const { targets = ['anna'], message, hint = /^/ } = gives;
				expect(explained).toBe('');
				expect(outcome.hints.map((one) => one.message).join('\n')).toMatch(hint);
				expect(sent).toEqual([
					{
						async: true,
						strategy: 2,
						targets,
						pushMessage: { title: 'Hello', content: 'World', ...message },
					},
				]);
			}
			expectNoHarm(outcome, secretsOf(simulator()));
		});
	},
);

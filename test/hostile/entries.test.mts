/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it } from '@jest/globals';

import type { RecordedRequest } from '../../simulator/index.mts';
import { isObject } from '../../tools/lib/json.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { expectNoHarm, explanationsIn } from './support/noHarm.mts';
import { SECRET_SETTINGS, secretsOf } from './support/secrets.mts';
import { ENTRY_VECTORS } from './vectors/entries.mts';
import { ENTRY_PLACES, type EntryPlace } from './vectors/entryPlaces.mts';

const simulator = useSimulator({ ...SECRET_SETTINGS, createUnknownUsers: true });

beforeEach(() => {
	simulator().seed({ labels: [{ name: 'vip' }] });
});

/** What a call names: a list in its body, a text in it, or a part of its path. */
function namedIn({ path, body }: RecordedRequest, place: EntryPlace): unknown {
	if (place.inBody !== undefined) return isObject(body) ? body[place.inBody] : undefined;
	const { orgName, appName } = simulator().credentials;
	const [before = '', after = ''] = `/${orgName}/${appName}/${place.path}`.split('*');
	return path.slice(before.length, path.length - after.length);
}

describe.each(ENTRY_PLACES)('$name', (place) => {
	it.each(ENTRY_VECTORS)('takes or refuses $name', async ({ value, calculated, ...vector }) => {
		const gives = vector[place.kind];
		const outcome = await runNode(simulator(), {
			parameters: place.parameters(`={{ ${calculated ?? '$json.value'} }}`),
			rows: [{ value: value ?? null }],
			onError: 'continueRegularOutput',
		});
		const [explained = ''] = explanationsIn(outcome);
		const named = simulator().requests.map((request) => namedIn(request, place));
		if (gives instanceof RegExp) {
			expect(explained).toMatch(gives);
			expect(named).toEqual([]);
		} else if (Array.isArray(gives) && place.inBody === undefined) {
			expect(new Set(named)).toEqual(new Set(gives));
		} else expect(named[0]).toEqual(gives);
		expectNoHarm(outcome, secretsOf(simulator()));
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { beforeEach, describe, expect, it, jest } from '@jest/globals';

import type { RecordedRequest } from '../../simulator/index.mts';
import { isObject } from '../../tools/lib/json.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';
import { expectNoHarm } from './support/noHarm.mts';
import { SECRET_SETTINGS, secretsOf } from './support/secrets.mts';
import { NAME_PLACES, refusalIn, type NamePlace } from './vectors/namePlaces.mts';
import { NAME_VECTORS } from './vectors/names.mts';

/** For vectors of many megabytes on a machine with other things to do. */
jest.setTimeout(60_000);

const simulator = useSimulator({ ...SECRET_SETTINGS, createUnknownUsers: true });

beforeEach(() => {
	simulator().seed({ labels: [{ name: 'vip' }] });
});

/** A part of the path or entries of a list in the body: the names that a call carries. */
function namesIn({ rawPath, body }: RecordedRequest, { call }: NamePlace): unknown[] {
	if (call.list !== undefined) {
		const listed: unknown = isObject(body) ? body[call.list] : undefined;
		return Array.isArray(listed) ? listed : [listed];
	}
	const [before = '', after = ''] = pathOf(call.path).split('*');
	const [path = ''] = rawPath.split('?');
	return [decodeURIComponent(path.slice(before.length, path.length - after.length))];
}

function pathOf(belowApp: string): string {
	const { orgName, appName } = simulator().credentials;
	return `/${orgName}/${appName}/${belowApp}`;
}

describe.each(NAME_PLACES)('hostile names in $name', (place) => {
	it('are refused with a clear sentence, or arrive unchanged in their place', async () => {
		const outcome = await runNode(simulator(), {
			parameters: place.parameters,
			rows: NAME_VECTORS.map(({ text }) => ({ text })),
			onError: 'continueRegularOutput',
		});

		const errorOfRow = new Map(
			outcome.items.map(({ json, pairedItem }) => [
				typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : -1,
				json.error,
			]),
		);
		const arriving: string[] = [];
		NAME_VECTORS.forEach((vector, row) => {
			const words = refusalIn(vector, place);
			if (words === undefined) arriving.push(vector.text);
			else
				expect([vector.name, errorOfRow.get(row)]).toEqual([
					vector.name,
					expect.stringMatching(words),
				]);
		});

		const { method, path } = place.call;
		const encoded = new Set(
			arriving.map((text) => pathOf(path.replace('*', () => encodeURIComponent(text)))),
		);
		const carrying = simulator().requests.filter((request) => request.method === method);
		const arrived = carrying.flatMap((request) => namesIn(request, place));
		expect(arrived.sort()).toEqual(arriving.sort());
		for (const { rawPath } of carrying) expect(encoded).toContain(rawPath.split('?')[0]);
		for (const { headers } of carrying) expect(headers).not.toHaveProperty('x-evil');
		expectNoHarm(outcome, secretsOf(simulator()));
	});
});

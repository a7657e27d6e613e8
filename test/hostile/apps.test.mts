/** @jest-environment ./test/support/engineEnvironment.cts */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { OPERATIONS } from '../../tools/lib/operations.mts';
import { CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL } from '../support/credentials.mts';
import { runNode } from '../support/nodeRun.mts';
import { expectNoHarm } from './support/noHarm.mts';
import { json, startRawServer, type RawServer } from './support/rawServer.mts';
import { APP_VECTORS } from './vectors/apps.mts';

let service: RawServer;

beforeAll(async () => {
	service = await startRawServer();
});
beforeEach(() => {
	service.answerWith(json({ error: 'application_not_found' }, 404));
});
afterAll(async () => {
	await service.close();
});

describe.each(['orgName', 'appName'] as const)('a hostile %s on its way', (field) => {
	it.each(APP_VECTORS)('$name', async ({ text, refused }) => {
		const credentials = { ...CERTIFICATE_CREDENTIAL, appToken: '', host: service.origin };
		Reflect.set(credentials, field, text);
		const outcome = await runNode(
			{ credentials },
			{ parameters: OPERATIONS.listLabels, rows: [{}], onError: 'stopWorkflow' },
		);
		if (refused === undefined) {
			const names = { orgName: 'acme', appName: 'shop', [field]: String(text) };
			const place = `${encodeURIComponent(names.orgName)}/${encodeURIComponent(names.appName)}`;
			expect(outcome.error?.text).toMatch(/has no app .*Check 'Org Name', 'App Name' and 'Host'/s);
			expect(service.requests.map(({ head }) => head.split(/[? ]/, 2))).toEqual([
				['GET', `/${place}/push/label`],
			]);
		} else {
			expect(outcome.error?.text).toMatch(refused);
			expect(service.connections).toBe(0);
		}
		expectNoHarm(outcome, {
			appCertificate: credentials.appCertificate,
			sent: service.requests.flatMap(({ authorization }) => authorization ?? []),
		});
	});
});

describe('a hostile App ID on its way', () => {
	it.each(APP_VECTORS)('$name', async ({ text }) => {
		const credentials = {
			...CERTIFICATE_CREDENTIAL,
			...TOKEN_CREDENTIAL,
			addressing: 'appId',
			host: service.origin,
		};
		Reflect.set(credentials, 'appId', text);
		const outcome = await runNode(
			{ credentials },
			{ parameters: OPERATIONS.listLabels, rows: [{}], onError: 'stopWorkflow' },
		);
		expect(outcome.error?.text).toMatch(
			/^'App ID' must be 32 characters of 0-9 and a-f, but has \d+ characters.*Copy the App ID /s,
		);
		expect(service.connections).toBe(0);
		expectNoHarm(outcome, { ...TOKEN_CREDENTIAL, sent: [] });
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { LogLine } from '../../tools/engine/index.mts';

import { OPERATIONS, type OperationName } from '../../tools/lib/operations.mts';
import { CERTIFICATE_CREDENTIAL } from '../support/credentials.mts';
import { runNode, type OnError } from '../support/nodeRun.mts';
import { huntSecrets, type Secrets } from '../support/secretHunt.mts';
import { expectNoHarm, explanationsIn } from './support/noHarm.mts';
import { json, startRawServer, type RawServer } from './support/rawServer.mts';
import { SECRET_SETTINGS } from './support/secrets.mts';
import { ECHO_VECTORS } from './vectors/echoes.mts';
import { REDIRECT_VECTORS } from './vectors/redirects.mts';

jest.setTimeout(60_000);

const WAYS = ['appCertificate', 'appToken'];

let service: RawServer;
/** Nothing may ever come here. */
let trap: RawServer;

beforeAll(async () => {
	service = await startRawServer();
	trap = await startRawServer('0.0.0.0');
});
beforeEach(() => {
	trap.answerWith(json({ data: [{ name: 'trap', username: 'trap' }] }));
});
afterAll(async () => {
	await service.close();
	await trap.close();
});

function credentialFor(authentication: string, host = service.origin) {
	const [appToken = ''] = SECRET_SETTINGS.staticTokens;
	return { ...CERTIFICATE_CREDENTIAL, appToken, host, authentication };
}

function secrets(): Secrets {
	const { appToken, appCertificate } = credentialFor('appToken');
	return { appToken, appCertificate, sent: sentTokens() };
}

function sentTokens(): string[] {
	return service.requests.flatMap(({ authorization }) => authorization ?? []);
}

async function run(
	authentication: string,
	operation: OperationName,
	onError: OnError,
	host?: string,
) {
	return await runNode(
		{ credentials: credentialFor(authentication, host) },
		{ parameters: { ...OPERATIONS[operation], options: { timeout: 10_000 } }, rows: [{}], onError },
	);
}

/** What the editor asks of the node, and whatever comes of it. */
const EDITOR_TASKS: [string, (authentication: string, host?: string) => Promise<unknown>][] = [
	[
		'the credential test',
		async (authentication, host) => {
			const credential = credentialFor(authentication, host);
			return await n8nEngine.editor(credential).testCredential(credential);
		},
	],
	[
		'the list of labels',
		async (authentication, host) =>
			await n8nEngine.editor(credentialFor(authentication, host)).searchList('searchLabels'),
	],
	[
		'the search for a label',
		async (authentication, host) =>
			await n8nEngine.editor(credentialFor(authentication, host)).searchList('searchLabels', 'vip'),
	],
	[
		'the menu of labels',
		async (authentication, host) =>
			await n8nEngine.editor(credentialFor(authentication, host)).loadOptions('getLabels'),
	],
];

async function expectNoSecret(task: () => Promise<unknown>): Promise<unknown> {
	const logLines: LogLine[] = [];
	const came = await n8nEngine.collectLog(logLines, async () => {
		try {
			return await task();
		} catch (error) {
			return error;
		}
	});
	expect(huntSecrets(secrets(), { came, logLines })).toEqual([]);
	return came;
}

describe.each(WAYS)('a redirect, with %s,', (authentication) => {
	it.each(REDIRECT_VECTORS)('$name is not followed', async ({ answer }) => {
		for (const operation of ['sendToUsers', 'listLabels'] as const) {
			service.answerWith(answer(trap.origin, service.origin));
			const outcome = await run(authentication, operation, 'continueRegularOutput');
			expect(explanationsIn(outcome)).not.toEqual([]);
			expect(service.requests).toHaveLength(1);
			expect(sentTokens()).toHaveLength(1);
			expectNoHarm(outcome, secrets());
		}
		for (const [, task] of EDITOR_TASKS) {
			service.answerWith(answer(trap.origin, service.origin));
			await expectNoSecret(async () => await task(authentication));
			expect(service.requests).toHaveLength(1);
		}
		expect(trap.connections).toBe(0);
	});
});

describe.each(WAYS)('a token that comes back, with %s,', (authentication) => {
	it.each(ECHO_VECTORS)('$name, is not shown', async ({ operation, answer }) => {
		for (const onError of ['continueErrorOutput', 'stopWorkflow'] as const) {
			service.answerWith(({ authorization = '' }) => answer(authorization.replace('Bearer ', '')));
			const outcome = await run(authentication, operation, onError);
			expect(sentTokens().length).toBeGreaterThan(0);
			expectNoHarm(outcome, secrets());
		}
	});
});

describe.each(EDITOR_TASKS)('%s', (_name, task) => {
	it.each(WAYS)('shows no token that comes back, with %s', async (authentication) => {
		for (const { answer } of ECHO_VECTORS) {
			service.answerWith(({ authorization = '' }) => answer(authorization.replace('Bearer ', '')));
			await expectNoSecret(async () => await task(authentication));
			expect(sentTokens().length).toBeGreaterThan(0);
		}
	});
});

describe('plain http to a public host', () => {
	/** Addresses that a connection would lead to this machine by, though they are not its own names. */
	const hosts = () => [
		`http://0.0.0.0:${trap.port}`,
		`http://[::ffff:127.0.0.1]:${trap.port}`,
		`http://0:${trap.port}`,
	];

	const REFUSED = /asks for plain http.*nothing was sent|'Host' is a number, not a host name/;

	it.each(WAYS)('is refused before connecting, with %s', async (authentication) => {
		for (const host of hosts()) {
			const outcome = await run(authentication, 'sendToUsers', 'stopWorkflow', host);
			expect(outcome.error?.text).toMatch(REFUSED);
			expectNoHarm(outcome, secrets());
			for (const [, task] of EDITOR_TASKS) {
				const came = await expectNoSecret(async () => await task(authentication, host));
				expect(JSON.stringify(came)).toMatch(REFUSED);
			}
		}
		expect(trap.connections).toBe(0);
	});
});

describe('labels whose names are no texts', () => {
	const labels = [
		{ name: 'vip' },
		{ name: 1 },
		{ name: null },
		{ name: { toString: 1 } },
		{ name: ['a'] },
		{},
	];

	it.each(EDITOR_TASKS.slice(1))('are left out of %s', async (_name, task) => {
		service.answerWith(json({ data: labels }));
		const came = await expectNoSecret(async () => await task('appCertificate'));
		expect(JSON.stringify(came)).toContain('[{"name":"vip","value":"vip"}]');
	});
});

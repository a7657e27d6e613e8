/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { MAX_IN_FLIGHT } from '../../nodes/AgoraChatPush/runJobs.ts';
import type { Weather } from '../../simulator/index.mts';
import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const push = {
	resource: 'push',
	operation: 'sendToUsers',
	userIds: 'anna',
	title: 'Hello',
	content: 'World',
};
const read = { resource: 'label', operation: 'getAll' };

async function failure(parameters: INodeParameters, credential: IDataObject = {}) {
	const { items } = await runNode(simulator(), {
		parameters,
		credential,
		rows: [{}],
		onError: 'continueRegularOutput',
	});
	const { error, details } = items[0]?.json ?? {};
	const text = typeof error === 'string' ? error : '';
	expect(text).toMatch(/^[^]+ \[item 0\]\. [^]+\.$/);
	const { appToken, appCertificate } = simulator().credentials;
	expect(text).not.toContain(appToken);
	expect(text).not.toContain(appCertificate);
	return { text, details };
}

describe('each failure has its own two sentences', () => {
	it.each<[string, Weather, RegExp, boolean]>([
		[
			'an HTML 502',
			{ kind: 'status', status: 502, page: 'html' },
			/could not finish.*502: a web page instead of JSON/,
			true,
		],
		['a JSON 500', { kind: 'status', status: 500 }, /could not finish.*\(500: /, true],
		['an empty 200', { kind: 'empty' }, /answered 200 with an empty body/, true],
		['half a JSON', { kind: 'halfJson' }, /answered 200, but not with a JSON object/, true],
		[
			'a wrong shape',
			{ kind: 'body', body: { data: null } },
			/without a result for each user in 'data'/,
			true,
		],
		['a list as answer', { kind: 'body', body: [] }, /not with a JSON object/, true],
		['a broken connection', { kind: 'reset' }, /connection broke/, true],
		['no answer', { kind: 'hang' }, /did not answer within 200 ms/, true],
		['a 429', { kind: 'status', status: 429 }, /Too many requests.*429.*in a minute/, false],
		['a 503', { kind: 'status', status: 503 }, /not available.*503/, false],
		['a 413', { kind: 'status', status: 413 }, /too large.*413/, false],
		['a 415', { kind: 'status', status: 415 }, /refused the call.*415/, false],
		[
			'a redirect',
			{ kind: 'redirect', location: 'http://127.0.0.1:9/' },
			/redirects to another address.*was not followed/,
			false,
		],
	])('%s', async (_name, weather, words, isUncertain) => {
		simulator().weather.add({ weather });
		const options = weather.kind === 'hang' ? { timeout: 200 } : {};
		const { text, details } = await failure({ ...push, options });
		expect(text).toMatch(words);
		const status = isUncertain ? { pushStatus: 'UNCERTAIN' } : {};
		expect(details).toEqual({ userId: 'anna', ...status, ...httpCodeOf(details) });
		if (isUncertain) expect(text).toMatch(/may have been reached|is not known/);
	});

	it.each<[string, INodeParameters, IDataObject, RegExp]>([
		[
			'a wrong token',
			push,
			{ authentication: 'appToken', appToken: 'YWMt-wrong' },
			/did not accept the token \(401.*Paste a new one/,
		],
		[
			'a wrong certificate',
			push,
			{ appCertificate: '0'.repeat(32) },
			/did not accept App ID and App Certificate \(401.*Are the two swapped\?/,
		],
		['a wrong org', push, { orgName: 'nobody' }, /has no app nobody\/testy \(404.*'Org Name'/],
		['a wrong app', read, { appName: 'nothing' }, /has no app agora-demo\/nothing \(404/],
		[
			'an unknown App ID',
			read,
			{ addressing: 'appId', appId: 'f'.repeat(32), authentication: 'appToken' },
			/has no app app-id\/f+ \(404.*'App ID' and 'Host'/,
		],
		[
			'an unreachable host',
			push,
			{ host: 'http://127.0.0.1:9' },
			/The connection to http:\/\/127.0.0.1:9 was refused/,
		],
		[
			'an unknown host',
			push,
			{ host: 'https://host.invalid' },
			/host of https:\/\/host.invalid could not be found/,
		],
		['http to a public host', push, { host: 'http://example.com' }, /plain http to example.com/],
		[
			'an unknown label',
			{ resource: 'label', operation: 'get', label: { __rl: true, mode: 'name', value: 'ghost' } },
			{},
			/The label does not exist \(400: push label not exists of ghost\)/,
		],
	])('%s', async (_name, parameters, credential, words) => {
		const { text, details } = await failure(parameters, credential);
		expect(text).toMatch(words);
		expect(details).not.toHaveProperty('pushStatus');
	});

	it('a read that fails may be repeated, and says so', async () => {
		simulator().weather.add({ weather: { kind: 'status', status: 500 } });
		expect((await failure(read)).text).toContain('repeating this call does no harm');
	});

	it("keeps its words where a label's name is a code that n8n would replace", async () => {
		const parameters = {
			...read,
			operation: 'get',
			label: { __rl: true, mode: 'name', value: 'ENOENT' },
		};
		const { error } = await runNode(simulator(), { parameters, rows: [{}] });
		expect(error?.message).toContain('push label not exists of ENOENT');
	});
});

it('sends nothing more once the user has stopped the execution', async () => {
	const stop = new AbortController();
	simulator().weather.add({ weather: { kind: 'hang' }, times: 100 });
	const running = runNode(simulator(), {
		parameters: { ...push, userIds: '={{ $json.user }}' },
		rows: Array.from({ length: 12_000 }, (_, index) => ({ user: `user-${index}` })),
		signal: stop.signal,
	});
	await simulator().waitFor('request', () => simulator().requests.length === MAX_IN_FLIGHT);
	stop.abort();
	await running;
	expect(simulator().requests).toHaveLength(MAX_IN_FLIGHT);
});

function httpCodeOf(details: unknown): IDataObject {
	const hasCode = typeof details === 'object' && details !== null && 'httpCode' in details;
	return hasCode ? { httpCode: Number(details.httpCode) } : {};
}

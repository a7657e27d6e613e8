import { expect, it } from '@jest/globals';
import { type CurlCall, DATA_TYPE, readCurl } from './curl.mts';
import { PAGES } from './documentedCommands.mts';
import { send, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

/** The newest pages print the same commands below `/app-id/{app_id}`. */
const CASES = PAGES.flatMap(([page, commands]) => [
	{ page, commands, address: 'organization and app' },
	{ page, commands, address: 'App ID' },
]);

async function run({ method, path, options }: CurlCall, address: string) {
	const base = `/app-id/${simulator().credentials.appId}`;
	return address === 'App ID'
		? await send(simulator(), method, `${base}/${path}`, undefined, options)
		: await call(method, path, undefined, options);
}

it.each(CASES)('$page, by $address', async ({ commands, address }) => {
	simulator().seed({
		users: ['hx1', 'hx2', 'test1', 'test2', 'user1', 'XXXX'],
		labels: [{ name: '90' }],
	});

	for (const { command, status = 200 } of commands) {
		const curlCall = readCurl(command, simulator().credentials.appToken);
		const response = await run(curlCall, address);
		expect({ command, status: response.status }).toEqual({ command, status });
		expect(simulator().requests.at(-1)?.action).not.toBeNull();
	}
});

it('the Java push SDK: a token under a form content type, then a scheduled push', async () => {
	const { clientId, clientSecret } = simulator().settings;
	simulator().settings.now = () => Date.UTC(2026, 10, 25, 19);
	simulator().seed({ labels: [{ name: 'java-vip', members: ['anna'] }] });
	const token = await call('POST', 'token', undefined, {
		authorization: null,
		contentType: DATA_TYPE,
		text: JSON.stringify({
			client_id: clientId,
			client_secret: clientSecret,
			grant_type: 'client_credentials',
		}),
	});
	expect(token.status).toBe(200);

	const push = {
		targets: ['java-vip'],
		strategy: 2,
		startDate: '2026-11-25 21:25:56',
		pushMessage: { title: 'Hi', content: 'Hello' },
	};
	const authorization = `Bearer ${/"access_token":"([^"]+)"/.exec(token.text)?.[1] ?? ''}`;
	expect((await call('POST', 'push/list/label', push, { authorization })).status).toBe(200);
});

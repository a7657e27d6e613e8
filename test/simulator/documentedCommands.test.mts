/**
 * Commands as the pages print them, in an order in which each finds what it needs. Only the printed
 * tokens are left out.
 */
import { expect, it } from '@jest/globals';
import { type CurlCall, DATA_TYPE, readCurl } from './curl.mts';
import { send, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

interface Printed {
	readonly command: string;
	/** 200 unless the printed command is wrong. */
	readonly status?: number;
}

/** `AgoraIO/Docs-Source`, "Push notification management". */
const PUSH_NOTIFICATION_MANAGEMENT: readonly Printed[] = [
	{
		command: `curl -L -X POST 'localhost/hx/hxdemo/push/label' \\
-H 'Authorization: Bearer <YourAppToken>' \\
-H 'Content-Type: application/json' \\
--data-raw '{
    "name":"post-90s",
    "description":"hah"
}'`,
	},
	{
		command: `curl -L -X GET 'localhost/hx/hxdemo/push/label/90' \\
-H 'Authorization: Bearer <YourAppToken>'`,
	},
	{
		command: `curl -L -X GET 'localhost/hx/hxdemo/push/label' \\
-H 'Authorization: Bearer <YourAppToken>'`,
	},
	{
		command: `curl -L -X POST 'localhost/hx/hxdemo/push/label/post-90s/user' \\
-H 'Authorization: Bearer <YourAppToken>' \\
-H 'Content-Type: application/json' \\
--data-raw '{
    "usernames":["hx1","hx2"]
}'`,
	},
	{
		command: `curl -L -X GET 'localhost/hx/hxdemo/push/label/post-90s/user/hx1' \\
-H 'Authorization: Bearer <YourAppToken>'`,
	},
	{
		command: `curl -L -X GET 'localhost/hx/hxdemo/push/label/post-90s/user?limit=1' \\
-H 'Authorization: Bearer <YourAppToken>'`,
	},
	{
		command: `curl -L -X POST 'http://a1-hsb.agora.com/agora-demo/easeim/push/list/label' \\
-H 'Authorization: Bearer <YourAppToken>' \\
-H 'Content-Type: application/json' \\
--data-raw '{
    "targets": [
        "post-90s"
    ],
    "strategy": 2,
    "pushMessage": {
        "title": "Agora PUSH",
        "content": "Welcome to Agora Push Service",
        "sub_title": "Agora"
    }
}'`,
	},
	{
		command: `curl -X POST "http://localhost:8099/agora-demo/testy/push/single" -H "Authorization: Bearer <YourAppToken>" -H "Content-Type: application/json" --data-raw "{
    \\"targets\\": [
        \\"test2\\"
    ],
    \\"pushMessage\\": {
        \\"title\\": \\"Hello\\",
        \\"subTitle\\": \\"Hello\\",
        \\"content\\": \\"Hello\\",
        \\"vivo\\": {

        }
    }
}"`,
	},
	{
		// A comma stands before the closing brace.
		status: 400,
		command: `curl -X POST 'http://XXXX/XXXX/XXXX/push/sync/test1' \\
-H 'Authorization: Bearer <YourAppToken>' \\
-H 'Content-Type: application/json' \\
-d '{
    "strategy": 3,
    "pushMessage": {
        "title": "Agora push",
        "content": "Hello and welcome",
        "sub_title": "Agora",
      }
}'`,
	},
	{
		// The page asks for Authorization and its command has none.
		status: 401,
		command: `curl -X POST "http://a1-hsb.agora.com/agora-demo/testy/push/task" -H "Content-Type: application/json" --data-raw "{
    \\"pushMessage\\": {
        \\"title\\": \\"Hello1234\\",
        \\"subTitle\\": \\"Hello\\",
        \\"content\\": \\"Hello\\",
        \\"vivo\\": {}
    }
}"`,
	},
	{
		command: `curl -L -X DELETE 'localhost/hx/hxdemo/push/label/post-90s/user' \\
-H 'Authorization: Bearer <YourAppToken>' \\
-H 'Content-Type: application/json' \\
--data-raw '{
    "usernames":["hx1","hx2"]
}'`,
	},
	{
		command: `curl -L -X DELETE 'localhost/hx/hxdemo/push/label/post-90s' \\
-H 'Authorization: Bearer <YourAppToken>'`,
	},
];

/** `AgoraIO/Docs-Source`, "User system registration". */
const USER_SYSTEM_REGISTRATION: readonly Printed[] = [
	{
		command: `curl -X GET -H 'Accept: application/json' -H 'Authorization: Bearer {YourAppToken}' 'http://XXXX/XXXX/XXXX/users/XXXX'`,
	},
	{
		command: `curl -X GET -H 'Accept: application/json' -H 'Authorization: Bearer {YourAppToken}' 'http://XXXX/XXXX/XXXX/users/user1/status'`,
	},
];

/** Shengwang docs, "User system management"; Agora's page names the call and does not show it. */
const PUSH_BINDING: readonly Printed[] = [
	{
		command: `curl --location --request PUT 'https://XXXX/XXXX/XXXX/users/XXXX/push/binding' \\
-H 'Content-Type: application/json' \\
-H 'Authorization: Bearer <YourAppToken>' \\
-d '{    
    "device_id": "8ce08cad-XXXX-XXXX-86c8-695a0d247cda",    
    "device_token": "XXXX",    
    "notifier_name": "104410638"
}'`,
	},
	{
		// As Agora's demo for iOS prints it, without the type of its data.
		command: `curl -X PUT \\
-H 'Authorization: Bearer \${AppToken}' \\
'https://\${REST_API}/\${OrgName}/\${AppName}/users/XXXX/push/binding' \\
-d '{
    "device_id": "8ce08cad-XXXX-XXXX-86c8-695a0d247cda",
    "device_token": "",
    "notifier_name": "104410638"
}'`,
	},
];

const PAGES: [string, readonly Printed[]][] = [
	['Push notification management', PUSH_NOTIFICATION_MANAGEMENT],
	['User system registration', USER_SYSTEM_REGISTRATION],
	['Push binding', PUSH_BINDING],
];

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

/**
 * Commands as the pages print them, in an order in which each finds what it needs. Only the printed
 * tokens are left out.
 */

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

/** The commands of each page. */
export const PAGES: [string, readonly Printed[]][] = [
	['Push notification management', PUSH_NOTIFICATION_MANAGEMENT],
	['User system registration', USER_SYSTEM_REGISTRATION],
	['Push binding', PUSH_BINDING],
];

import { describe, expect, it } from '@jest/globals';
import { MESSAGE, send, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator({ now: () => 1_700_000_000_000 });

describe('address', () => {
	it.each(['/wrong/testy/push/label', '/agora-demo/wrong/push/label', '/agora-demo/wrong/x'])(
		'%s is not an app here',
		async (path) => {
			const [, orgName, appName] = path.split('/');
			const { status, body } = await send(simulator(), 'GET', path);

			expect(status).toBe(404);
			expect(body).toMatchObject({
				error: 'organization_application_not_found',
				error_description: `Could not find application for ${orgName}/${appName} from URI: ${path.slice(1)}`,
			});
		},
	);

	it.each(['push', 'push/labels', 'push/label/vip/users', 'users', 'push/async/a'])(
		'%s is no path of the service',
		async (path) => {
			const { status, body } = await call('GET', path);

			expect(status).toBe(404);
			expect(body).toEqual({
				timestamp: 1_700_000_000_000,
				duration: 0,
				error_description: 'url is invalid',
			});
		},
	);

	it.each([
		['GET', 'push/single'],
		['GET', 'push/list'],
		['DELETE', 'users/a'],
		['PUT', 'push/label/vip'],
		['POST', 'push/label/vip'],
		['DELETE', 'push/label'],
		['PATCH', 'push/label/vip/user'],
	] as const)('%s is not a method of %s', async (method, path) => {
		expect((await call(method, path)).status).toBe(405);
	});

	it('refuses a path that cannot be decoded', async () => {
		expect((await call('GET', 'push/label/%E0%A4%A')).status).toBe(400);
	});

	it('decodes path parameters once', async () => {
		simulator().seed({ users: ['a%2Fb'], labels: [{ name: 'vip', members: ['a%2Fb'] }] });
		const { body } = await call('GET', 'push/label/vip/user/a%252Fb');

		expect(body).toMatchObject({ data: { username: 'a%2Fb' } });
	});

	it('lets the service and not the router refuse a very long name', async () => {
		const name = 'x'.repeat(500);
		const { body } = await call('GET', `push/label/${name}`);

		expect(body).toMatchObject({ error_description: `push label not exists of ${name}` });
	});
});

describe('body', () => {
	const push = { pushMessage: MESSAGE };

	it.each([
		['POST', 'push/task'],
		['DELETE', 'push/label/vip/user'],
	] as const)('%s %s must be said to be JSON', async (method, path) => {
		for (const contentType of [null, 'text/plain', 'application/x-www-form-urlencoded']) {
			expect(await call(method, path, push, { contentType })).toMatchObject({
				status: 415,
				body: { error: 'web_application', error_description: 'Unsupported Media Type.' },
			});
		}
	});

	it('may name its character set', async () => {
		const contentType = 'Application/JSON; charset=utf-8';

		expect((await call('POST', 'push/task', push, { contentType })).status).toBe(200);
	});

	it.each(['{"pushMessage":', '', "{'a':1}"])('must be JSON: %j', async (text) => {
		const options = { text, contentType: 'application/json' };

		expect(await call('POST', 'push/task', undefined, options)).toMatchObject({
			status: 400,
			body: { error: 'json_parse', error_description: 'Unexpected character.' },
		});
	});

	it.each(['null', '[]', '"text"', '5'])('must be an object: %s', async (text) => {
		const options = { text, contentType: 'application/json' };

		expect(await call('POST', 'push/label', undefined, options)).toMatchObject({
			status: 400,
			body: { error_description: 'This is an invalid request.' },
		});
	});

	it('may not exceed a megabyte', async () => {
		const response = await call('POST', 'push/label', { name: 'x'.repeat(2 ** 20) });

		expect(response).toMatchObject({
			status: 413,
			body: { error: 'Request Entity Too Large' },
		});
	});
});

describe('service', () => {
	it('refuses everything while push is not open', async () => {
		simulator().settings.pushServiceOpen = false;

		expect(await call('GET', 'push/label')).toMatchObject({
			status: 403,
			body: {
				exception: 'ServiceNotOpenException',
				error_description: 'push service not open',
			},
		});
	});

	it('renders an error with its time, its duration and its exception', async () => {
		const { headers, body } = await call('GET', 'push/label/vip');

		expect(headers['content-type']).toMatch(/^application\/json/);
		expect(body).toEqual({
			error: 'resource_not_found',
			exception: 'ResourceNotFoundException',
			timestamp: 1_700_000_000_000,
			duration: 0,
			error_description: 'push label not exists of vip',
		});
	});
});

import { expect, it } from '@jest/globals';
import { MESSAGE, send, useSimulator } from './setup.mts';

const { simulator, call } = useSimulator();

it('an app has the same state by its App ID and by organization and app', async () => {
	simulator().seed({ users: ['anna'] });
	const byAppId = `/app-id/${simulator().credentials.appId}`;
	await call('POST', 'push/label', { name: 'by-name' });
	await send(simulator(), 'POST', `${byAppId}/push/label`, { name: 'by-id' });
	await send(simulator(), 'POST', `${byAppId}/push/label/by-name/user`, { usernames: ['anna'] });
	await send(simulator(), 'POST', `${byAppId}/push/single`, {
		targets: ['anna'],
		pushMessage: MESSAGE,
	});
	const names = [{ name: 'by-id' }, { name: 'by-name', count: 1 }];

	expect((await call('GET', 'push/label')).body).toMatchObject({ data: names });
	const { body } = await send(simulator(), 'GET', `${byAppId}/push/label`);
	expect(body).toMatchObject({ data: names });
	expect(simulator().deliveries).toMatchObject([{ userId: 'anna', reached: true }]);
	expect(simulator().requests.map(({ action }) => action)).not.toContain(null);
});

it('both addresses count towards one rate', async () => {
	simulator().settings.rates = 'on';
	simulator().settings.rateLimits.sendToOnePerSecond = 1;
	simulator().settings.now = () => 1_700_000_000_000;
	const byAppId = `/app-id/${simulator().credentials.appId}`;
	const push = { pushMessage: MESSAGE };

	expect((await call('POST', 'push/sync/anna', push)).status).toBe(200);
	const second = await send(simulator(), 'POST', `${byAppId}/push/sync/anna`, push);
	expect(second.status).toBe(429);
});

it.each(['f'.repeat(32), 'testy'])('%s is the App ID of no app here', async (appId) => {
	const path = `/app-id/${appId}/push/label`;
	expect(await send(simulator(), 'GET', path)).toMatchObject({
		status: 404,
		body: {
			error: 'organization_application_not_found',
			error_description: `Could not find application for app-id/${appId} from URI: ${path.slice(1)}`,
		},
	});
});

it('an App ID is not taken for the name of an app', async () => {
	const { orgName, appId } = simulator().credentials;
	expect((await send(simulator(), 'GET', `/${orgName}/${appId}/push/label`)).status).toBe(404);
});

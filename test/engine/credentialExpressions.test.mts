/** @jest-environment ./test/support/engineEnvironment.cts */
import { expect, it } from '@jest/globals';

import { runNode, type NodeRunOptions } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

async function push({ parameters, ...options }: Partial<NodeRunOptions>) {
	return await runNode(simulator(), {
		parameters: {
			resource: 'push',
			operation: 'sendToUsers',
			userIds: '={{ $json.user }}',
			title: 'Hello',
			content: 'World',
			...parameters,
		},
		rows: [],
		...options,
	});
}

const REFUSED =
	/^The credential's expressions give something else for this item than for item 0 \[item 1\]\. .*one node for each app, or a loop/;

const HERE = { app: 'testy', user: 'anna' };
const ELSEWHERE = { app: 'other', user: 'ben' };

it('of the credential that give another app for a row stop the run before anything is sent', async () => {
	const { error } = await push({
		credential: { appName: '={{ $json.app }}' },
		rows: [HERE, ELSEWHERE],
	});
	expect(error?.text).toMatch(REFUSED);
	expect(error?.text).toMatch(/Nothing was sent\.$/);
	expect(simulator().requests).toEqual([]);
});

it('of the credential that give another app for a row leave that row out when the run continues', async () => {
	const { items } = await push({
		credential: { appName: '={{ $json.app }}' },
		rows: [HERE, ELSEWHERE, { ...HERE, user: 'carl' }],
		onError: 'continueRegularOutput',
	});
	expect(items.map(({ json }) => json.userId ?? json.error)).toEqual([
		'anna',
		expect.stringMatching(REFUSED),
		'carl',
	]);
	expect(simulator().requests.map(({ body }) => body)).toMatchObject([
		{ targets: ['anna', 'carl'] },
	]);
});

it('of the credential that give another certificate for a row are refused as well', async () => {
	const { appCertificate } = simulator().credentials;
	const { error } = await push({
		credential: { appCertificate: '={{ $json.secret }}' },
		rows: [
			{ user: 'anna', secret: appCertificate },
			{ user: 'ben', secret: '0'.repeat(32) },
		],
	});
	expect(error?.text).toMatch(REFUSED);
});

it.each([
	['App ID', { authentication: 'appToken', addressing: 'appId', appId: '={{ $json.appId }}' }],
	['choice of address', { addressing: '={{ $json.addressing }}' }],
])('of the credential that give another %s for a row are refused as well', async (_name, given) => {
	const { appId } = simulator().credentials;
	const { error } = await push({
		credential: given,
		rows: [
			{ user: 'anna', appId, addressing: 'orgApp' },
			{ user: 'ben', appId: 'f'.repeat(32), addressing: 'appId' },
		],
	});
	expect(error?.text).toMatch(REFUSED);
	expect(simulator().requests).toEqual([]);
});

it('of the credential that cannot be worked out for a row are refused as well', async () => {
	const { error } = await push({
		credential: { appName: '={{ $json.app.trim() }}' },
		rows: [HERE, { user: 'ben' }],
	});
	expect(error?.text).toMatch(REFUSED);
});

it('of the credential that give the same for each row are fine', async () => {
	for (const appName of [
		'={{ $json.app }}',
		"={{ 'tes' + 'ty' }}",
		'={{ $input.first().json.app }}',
	]) {
		const { items } = await push({
			credential: { appName },
			rows: [HERE, { ...HERE, user: 'ben' }],
		});
		expect(items.map(({ json }) => json.userId)).toEqual(['anna', 'ben']);
	}
});

it('are looked for with two readings more, however many rows there are', async () => {
	let readings = 0;
	const countReading = async () => {
		readings += 1;
		await Promise.resolve();
	};
	const rows = Array.from({ length: 90 }, (_, index) => ({ user: `user-${index}` }));
	await push({ rows, beforeReading: countReading });
	const ofManyRows = readings;
	readings = 0;
	await push({ rows: rows.slice(0, 1), beforeReading: countReading });
	expect(ofManyRows).toBe(readings + 2);
});

it.each([
	['appToken', { appToken: '={{ Math.random() }}' }],
	['appId', { authentication: 'appToken', appId: '={{ Math.random() }}' }],
	['orgName', { addressing: 'appId', orgName: '={{ Math.random() }}' }],
])(
	'of the credential in a field that is not used, %s, refuse nobody',
	async (_field, credential) => {
		const rows = [HERE, { ...HERE, user: 'ben' }];
		const { items, error } = await push({ credential, rows });
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.userId)).toEqual(['anna', 'ben']);
	},
);

/** n8n's database is away at these readings, counted from 1. */
function awayAt(...readings: number[]) {
	let count = 0;
	return async () => {
		count += 1;
		await Promise.resolve();
		if (readings.includes(count)) throw new Error('The database is away');
	};
}

const RETRYING = { options: { maxRetries: 1, maxRetryWait: 5 } };

it.each([[[1]], [[2]], [[3]], [[1, 3]], [[4]]])(
	'of the credential are looked for again when n8n could not read it at %j',
	async (readings) => {
		const { items, error } = await push({
			parameters: RETRYING,
			credential: { appName: '={{ $json.app }}' },
			rows: [HERE, { ...HERE, user: 'ben' }],
			beforeReading: awayAt(...readings),
		});
		expect(error).toBeUndefined();
		expect(items.map(({ json }) => json.userId)).toEqual(['anna', 'ben']);
	},
);

it('of the credential are not blamed when n8n cannot read it for a row', async () => {
	const { items } = await push({
		credential: { appName: '={{ $json.app }}' },
		rows: [HERE, { ...HERE, user: 'ben' }, { ...HERE, user: 'carl' }],
		onError: 'continueRegularOutput',
		beforeReading: awayAt(4),
	});
	expect(items.map(({ json }) => json.userId ?? json.error)).toEqual([
		'anna',
		expect.stringMatching(/^n8n could not read the credential: The database is away \[item 1\]/),
		expect.stringMatching(/^n8n could not read the credential: The database is away \[item 2\]/),
	]);
});

it('are not looked for in vain: a credential that cannot be read is told for each row', async () => {
	const { items } = await push({
		rows: [HERE, ELSEWHERE],
		onError: 'continueRegularOutput',
		beforeReading: () => Promise.reject(new Error('The database is away')),
	});
	expect(items.map(({ json }) => json.error)).toEqual([
		expect.stringMatching(
			/^n8n could not read the credential: The database is away \[item 0\]\. Nothing was sent\./,
		),
		expect.stringMatching(/read the credential: The database is away \[item 1\]\. /),
	]);
	expect(simulator().requests).toEqual([]);
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { runNode } from '../support/nodeRun.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const push = { resource: 'push', operation: 'sendToAll', title: 'Hello', content: 'World' };
const json = { ...push, messageFormat: 'json' };

const run = async (parameters: INodeParameters, rows: IDataObject[] = [{}]) =>
	await runNode(simulator(), { parameters: { ...push, ...parameters }, rows });

describe('a whole message as JSON', () => {
	it.each<[object, RegExp]>([
		[
			{ targets: ['anna'], strategy: 2, pushMessage: { title: 'T', content: 'C' } },
			/^'Message \(JSON\)' holds 'pushMessage', .+ Give only what is in 'pushMessage'/,
		],
		[{ title: 'T', content: 'C', targets: ['anna'] }, /holds 'targets', which is not part/],
		[{ title: 'T', content: 'C', strategy: 3 }, /holds 'strategy', which is not part/],
		[{ notification: { title: 'T', body: 'C' } }, /holds 'notification', like a message for FCM/],
		[{ message: { notification: {} } }, /holds 'message', like a message for FCM.+"title": "…"/],
		[{ title: '', content: 'C' }, /^'title' in 'Message \(JSON\)' is empty/],
	])('%j is refused', async (message, words) => {
		const { error } = await run({ ...json, messageJson: JSON.stringify(message) });
		expect(error?.text).toMatch(words);
		expect(simulator().requests).toEqual([]);
	});

	it.each([
		{ targets: ['anna'], pushMessage: { title: 'T', content: 'C' } },
		{ strategy: 3, huawei: {} },
	])('%j is refused for other providers', async (call) => {
		const { error } = await run({ otherProviders: JSON.stringify(call) });
		expect(error?.text).toMatch(
			/^'Other Providers \(JSON\)' holds '\w+', which is not part of a message .+ Give only further/,
		);
		expect(simulator().requests).toEqual([]);
	});

	it("that writes sub_title, as the service's samples do, goes out with a hint", async () => {
		const message = { title: 'T', content: 'C', sub_title: 'S' };
		const { error, hints } = await run({ ...json, messageJson: JSON.stringify(message) });
		expect(error).toBeUndefined();
		expect(hints[1]?.message).toBe(
			"'Message (JSON)' holds 'sub_title' [item 0]. Write it as 'subTitle', which is the name in the service's list of fields.",
		);
	});
});

describe('data for FCM, which takes text alone', () => {
	const data = { order: 12, paid: true, note: null, lines: [1, 'a'], text: 'x' };
	const sent = { order: '12', paid: 'true', lines: '[1,"a"]', text: 'x' };

	it.each<[string, INodeParameters, string]>([
		['from the form', { fcmOptions: { data: JSON.stringify(data) } }, 'fcm'],
		['for other providers', { otherProviders: JSON.stringify({ fcmV1: { data } }) }, 'fcmV1'],
		[
			'in a whole message',
			{ ...json, messageJson: JSON.stringify({ title: 'T', content: 'C', fcm: { data } }) },
			'fcm',
		],
	])('is written as text %s', async (_name, parameters, provider) => {
		expect((await run(parameters)).error).toBeUndefined();
		expect(simulator().requests[0]?.body).toHaveProperty(['pushMessage', provider, 'data'], sent);
	});
});

it('writes a date for FCM as it is, and leaves out what is no value', async () => {
	const data =
		"={{ { at: new Date(0), then: DateTime.fromMillis(0, { zone: 'utc' }), not: new Date('x') } }}";
	expect((await run({ fcmOptions: { data } })).error).toBeUndefined();
	expect(simulator().requests[0]?.body).toHaveProperty('pushMessage.fcm.data', {
		at: '1970-01-01T00:00:00.000Z',
		then: '1970-01-01T00:00:00.000Z',
	});
});

it.each<[string, INodeParameters, RegExp]>([
	[
		'an expiry in the past',
		{ agoraOptions: { expiresTime: '2020-01-01T00:00:00Z' } },
		/^'Expires At' in 'Agora Channel Options' is 2020-01-01T00:00:00\.000Z, which is in the past/,
	],
	[
		'an address without a scheme',
		{ messageOptions: { clickActionUrl: 'shop.example.com' } },
		/^'Click URL' in 'More Message Fields' is 'shop\.example\.com', .+https:\/\//,
	],
	[
		'a badge below zero',
		{ messageOptions: { badgeSetNum: -1 } },
		/^'Badge Set To' in 'More Message Fields' is '-1', not a whole number of 0 or more/,
	],
])('%s is refused', async (_name, parameters, words) => {
	const { error } = await run(parameters);
	expect(error?.text).toMatch(words);
	expect(simulator().requests).toEqual([]);
});

it.each(['Agora First, Then Provider', ' agora first, then provider', '3', 3])(
	'the strategy %j is read by its name or value',
	async (chosen) => {
		await run({ strategy: '={{ $json.chosen }}' }, [{ chosen }]);
		expect(simulator().requests[0]?.body).toHaveProperty('strategy', 3);
	},
);

it('names the menu with its values', async () => {
	const { error } = await run({ strategy: '={{ 7 }}' });
	expect(error?.text).toMatch(
		/^'Strategy' is '7', which its menu does not offer \[item 0\]\. Use one of 'Agora First, Then Provider' \(3\), /,
	);
});

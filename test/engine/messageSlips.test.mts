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

describe('what an expression leaves where it went wrong', () => {
	it.each<[string, INodeParameters, RegExp]>([
		[
			'braces in a fixed title',
			{ title: 'Hello {{ $json.name }}' },
			/^'Title' holds '\{\{ \$json\.name \}\}', which n8n has not filled in.+to Expression/,
		],
		[
			'braces in a fixed field of a provider',
			{ apnsOptions: { threadId: '{{ $json.id }}' } },
			/^'Thread ID' in 'APNs Options \(iOS\)' holds '\{\{ \$json\.id \}\}'/,
		],
		[
			'braces in a fixed list',
			{ apnsOptions: { bodyLocArgs: 'a, {{ $json.id }}' } },
			/^'Body Localization Args' in 'APNs Options \(iOS\)' holds/,
		],
		[
			'braces within fixed JSON',
			{ messageOptions: { ext: '{"a": {"b": "{{ $json.id }}"}}' } },
			/^'Custom Data \(JSON\)' in 'More Message Fields' holds/,
		],
		[
			'braces in a fixed name',
			{ fcmOptions: { data: '{"{{ $json.id }}": 1}' } },
			/^'Custom Data \(JSON\)' in 'FCM Options \(Android\)' holds '\{\{ \$json\.id \}\}'/,
		],
		[
			'braces without quotes in fixed JSON',
			{ ...json, messageJson: '{"title": {{ $json.t }}, "content": "x"}' },
			/is not valid JSON: .+ Switch the field from Fixed to Expression/,
		],
		[
			'an object as JSON',
			{ ...json, messageJson: '=Message: {{ $json }}' },
			/is not valid JSON: .+ written out as '\[object Object\]'/,
		],
		[
			'braces for other providers',
			{ otherProviders: '{"huawei": {"title": "{{ $json.id }}"}}' },
			/^'huawei\.title' in 'Other Providers \(JSON\)' holds/,
		],
		[
			'braces in a whole fixed message',
			{ ...json, messageJson: '{"title": "{{ $json.a }}", "content": "x"}' },
			/^'title' in 'Message \(JSON\)' holds '\{\{ \$json\.a \}\}'/,
		],
		['an object in the title', { title: '=Hi {{ $json }}' }, /^'Title' holds '\[object Object\]'/],
		[
			'an object in a provider',
			{ fcmOptions: { notificationBody: '=Hi {{ $json }}' } },
			/^'Body' in 'FCM Options \(Android\)' holds '\[object Object\]'/,
		],
		[
			'quotes within quotes',
			{ ...json, messageJson: '={"title": "{{ $json.text }}", "content": "x"}' },
			/is not valid JSON: .+ write \{\{ JSON\.stringify\(\$json\.text\) \}\}/,
		],
		[
			'quotes within quotes of a field',
			{ messageOptions: { ext: '={"a": "{{ $json.text }}"}' } },
			/^'Custom Data \(JSON\)' .+ is not valid JSON: .+ JSON\.stringify/,
		],
	])('%s is refused', async (_name, parameters, words) => {
		const { error } = await run(parameters, [{ text: 'say "x"' }]);
		expect(error?.text).toMatch(words);
		expect(error?.text).toMatch(/ \[item 0\]\. .+ Nothing was sent\.$/);
		expect(simulator().requests).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['title', { title: '={{ $json.text }}' }],
		['a field of a provider', { fcmOptions: { notificationBody: '={{ $json.text }}' } }],
		['a list', { apnsOptions: { bodyLocArgs: '={{ [$json.text] }}' } }],
		[
			'a whole message',
			{ ...json, messageJson: '={{ { title: "T", content: "C", apns: { title: $json.text } } }}' },
		],
	])('braces that came with the data are refused in %s', async (_name, parameters) => {
		const { error } = await run(parameters, [{ text: 'Dear {{ name }}' }]);
		expect(error?.text).toMatch(
			/ holds '\{\{ name \}\}', which n8n has not filled in \[item 0\]\. It came with the data, where/,
		);
		expect(simulator().requests).toEqual([]);
	});

	it.each<[string, INodeParameters]>([
		['ext', { messageOptions: { ext: '={{ { a: $json.text } }}' } }],
		['ext, by a name', { messageOptions: { ext: '={{ { [$json.text]: 1 } }}' } }],
		['a fixed ext', { messageOptions: { ext: '{"a": "Dear {{ name }}"}' } }],
		['data', { fcmOptions: { data: '={{ { a: $json.text } }}' } }],
		['other providers', { otherProviders: '={{ { huawei: { title: $json.text } } }}' }],
		[
			'data within a whole message',
			{
				...json,
				messageJson: '={{ { title: "T", content: "C", fcm: { data: { a: $json.text } } } }}',
			},
		],
	])('braces in data for the app go out with a hint: %s', async (_name, parameters) => {
		const { error, hints } = await run(parameters, [{ text: 'Dear {{ name }}' }]);
		expect(error).toBeUndefined();
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(/ holds '\{\{ name \}\}', .+ Ignore this if the app fills it in\./),
		);
		expect(JSON.stringify(simulator().requests[0]?.body)).toContain('Dear {{ name }}');
	});

	it('a word for a missing value is a hint, once for all items', async () => {
		const title = "={{ 'Hi ' + $json.name }}";
		const options = { maxPushesPerAudience: 0 };
		const rows = [{ name: 'A' }, {}, { name: 'B' }, {}];
		const { error, hints } = await run({ title, options }, rows);
		expect(error).toBeUndefined();
		expect(hints).toContainEqual({
			message:
				"'Title' holds the word 'undefined' [2 items, the first of them item 1]. Check its expression: a field that it names may be missing.",
			location: 'outputPane',
			type: 'warning',
		});
		expect(hints).toHaveLength(2);
	});

	it.each([
		["={{ 'Null Uhr, ' + null }}", "'Title' holds the word 'null' [item 0]. "],
		["={{ 'Total: ' + 0 / 0 }}", "'Title' holds the word 'NaN' [item 0]. "],
	])('%s gives the hint %s', async (title, words) => {
		const { hints } = await run({ title });
		expect(hints.map(({ message }) => message)).toContainEqual(expect.stringContaining(words));
	});

	it.each<[string, INodeParameters, string]>([
		[
			'an argument',
			{ apnsOptions: { titleLocArgs: "={{ ['a', 'Hi ' + $json.name] }}" } },
			"'Title Localization Args' in 'APNs Options (iOS)' holds the word 'undefined'",
		],
		[
			'a part of an address',
			{ messageOptions: { clickActionUrl: '=https://x.example/orders/{{ $json.id ?? null }}' } },
			'',
		],
		[
			'a part of an address, calculated',
			{ messageOptions: { clickActionUrl: "={{ 'https://x.example/orders/' + $json.id }}" } },
			"'Click URL' in 'More Message Fields' holds the word 'undefined'",
		],
		[
			'a value in an address',
			{ agoraOptions: { iconUrl: "={{ 'https://x.example/?a=' + null + '&b=1' }}" } },
			" in 'Agora Channel Options' holds the word 'null'",
		],
		[
			'a part of a name in an address',
			{
				messageOptions: {
					clickActionUrl: "={{ 'https://x.example/null-and-void/undefined.html' }}",
				},
			},
			'',
		],
	])('a word for a missing value in %s', async (_name, parameters, words) => {
		const { error, hints } = await run(parameters);
		expect(error).toBeUndefined();
		const told = hints.map(({ message }) => message).filter((message) => message.includes('word'));
		expect(told).toEqual(words === '' ? [] : [expect.stringContaining(words)]);
	});

	it.each(['undefined is a word', "={{ 'annulled and nullify' }}", '=nullable {{ 1 }}'])(
		'%s gives no hint',
		async (title) => {
			expect((await run({ title })).hints).toHaveLength(1);
		},
	);
});

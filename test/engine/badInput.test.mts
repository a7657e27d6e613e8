/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

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
const label = { resource: 'label', operation: 'get' };

function byName(value: string) {
	return { __rl: true, mode: 'name', value };
}

async function refusal(parameters: INodeParameters, row: IDataObject = {}): Promise<string> {
	const { error } = await runNode(simulator(), { parameters, rows: [row] });
	expect(simulator().requests).toEqual([]);
	expect(error?.itemIndex).toBe(0);
	expect(error?.text).toMatch(/^[^]+ \[item 0\]\. [^]+\.$/);
	return error?.text ?? '';
}

describe('before anything is sent', () => {
	it.each<[string, INodeParameters, RegExp]>([
		['a blank user ID', { userIds: ' , ' }, /'User IDs' is empty.*at least one user ID/],
		[
			'a user ID of 65 characters',
			{ userIds: 'x'.repeat(65) },
			/'User IDs' holds '.+', which has 65.*at most 64/,
		],
		[
			'an object as user ID',
			{ userIds: '={{ {a: 1} }}' },
			/'User IDs' holds an object with a, not text or a number/,
		],
		['an empty title', { title: ' ' }, /'Title' is empty/],
		['no content', { content: '={{ $json.nothing }}' }, /'Content' is empty/],
		[
			'a title of 33 characters',
			{ title: '🎉'.repeat(33) },
			/'Title' has 33.*at most 32.*'Shorten Long Texts'/,
		],
		['a content of 101 characters', { content: 'x'.repeat(101) }, /'Content' has 101.*at most 100/],
		[
			'a subtitle of 11 characters',
			{ messageOptions: { subTitle: 'x'.repeat(11) } },
			/'Subtitle' in 'More Message Fields' has 11.*at most 10/,
		],
		[
			'ext with 11 pairs',
			{
				messageOptions: {
					ext: JSON.stringify(Object.fromEntries(Array.from('abcdefghijk').map((key) => [key, 1]))),
				},
			},
			/'Custom Data \(JSON\)' in 'More Message Fields' has 11 pairs/,
		],
		[
			'ext over 1024 characters',
			{ messageOptions: { ext: JSON.stringify({ a: 'x'.repeat(1025) }) } },
			/'Custom Data \(JSON\)'.*at most 1024/,
		],
		[
			'ext that is no object',
			{ messageOptions: { ext: '[1]' } },
			/'Custom Data \(JSON\)' in 'More Message Fields' is a list/,
		],
		[
			'ext that is no JSON',
			{ messageOptions: { ext: '{\n  "a": 1,\n  b: 2 }' } },
			/'Custom Data \(JSON\)' in 'More Message Fields' is not valid JSON: ./,
		],
		[
			'JSON that ends too early',
			{ otherProviders: '{"huawei": {' },
			/'Other Providers \(JSON\)' is not valid JSON: ./,
		],
		[
			'a number in JSON that would be rounded',
			{ messageOptions: { ext: '{"order": 968120369184112182}' } },
			/too large to be exact: '968120369184112182'.*in double quotes/,
		],
		[
			'big text that is missing',
			{ agoraOptions: { style: 1 } },
			/'Style' in 'Agora Channel Options' is 'Big Text', but 'Big Text' in 'Agora Channel Options' is missing/,
		],
		['a big picture that is missing', { agoraOptions: { style: 2 } }, /'Big Picture URL'/],
		[
			'a URL that is missing',
			{ agoraOptions: { operationType: 1 } },
			/'Tap Action URL' in 'Agora Channel Options' is missing/,
		],
		[
			'a page that is missing',
			{ agoraOptions: { operationType: 2 } },
			/'Tap Action Page' in 'Agora Channel Options' is missing/,
		],
		[
			'a field that is set twice',
			{ apnsOptions: { title: 'A' }, otherProviders: '{"apns": {"title": "B"}}' },
			/'Other Providers \(JSON\)' sets 'apns.title', which 'Title' in 'APNs Options \(iOS\)' already sets/,
		],
		['a strategy that does not exist', { strategy: 5 }, /'Strategy' is '5'.*Use one of/],
		[
			'a date that is none',
			{ agoraOptions: { expiresTime: 'soon' } },
			/'Expires At' in 'Agora Channel Options' is 'soon', not a date/,
		],
		[
			'an expression that fails',
			{ title: "={{ $('Nowhere').item.json.title }}" },
			/The expression in 'Title' has no value/,
		],
		['a timeout of nothing', { options: { timeout: 0 } }, /'Timeout' is 0/],
		['a timeout of days', { options: { timeout: 9_999_999_999 } }, /'Timeout' is 9999999999/],
		[
			'a whole message that is no JSON',
			{ messageFormat: 'json', messageJson: 'Hello' },
			/'Message \(JSON\)' is not valid JSON: ./,
		],
		[
			'a long title within JSON',
			{ messageFormat: 'json', messageJson: JSON.stringify({ title: 'x'.repeat(40) }) },
			/'title' in 'Message \(JSON\)' has 40/,
		],
		[
			'a title within JSON that is no text',
			{ messageFormat: 'json', messageJson: '{"title": 5}' },
			/'title' in 'Message \(JSON\)' is not text/,
		],
	])('%s is refused', async (_name, parameters, words) => {
		expect(await refusal({ ...push, ...parameters })).toMatch(words);
	});

	it.each<[string, RegExp]>([
		['', /'Label' is empty/],
		['.', /'Label' is '\.'/],
		['..', /'Label' is '\.\.'/],
		['a b', /a space as character 2/],
		['a/../b', /'\/' as character 2/],
		['vip%2f', /'%' as character 4/],
		['naïve', /'ï' \(U\+00EF\) as character 3/],
		['a\u202Eb', /U\+202E/],
		['x'.repeat(65), /65 characters, but at most 64/],
	])('the label %j is refused', async (name, words) => {
		expect(await refusal({ ...label, label: byName('={{ $json.name }}') }, { name })).toMatch(
			words,
		);
	});

	it('a description of 256 characters is refused', async () => {
		const additionalFields = { description: 'x'.repeat(256) };
		const create = { resource: 'label', operation: 'create', labelName: 'vip', additionalFields };
		expect(await refusal(create)).toMatch(/'Description' has 256 characters.*at most 255/);
	});

	it('names the first bad row and counts the others', async () => {
		const { error } = await runNode(simulator(), {
			parameters: { ...push, userIds: '={{ $json.user }}' },
			rows: [{ user: 'anna' }, { user: '' }, { user: 'ben' }, { user: '' }, { user: '' }],
		});
		expect(error?.message).toContain('[item 1]');
		expect(error?.description).toContain('2 more items cannot be used. Nothing was sent.');
		expect(simulator().requests).toEqual([]);
	});
});

it('long texts are cut at a whole character when asked to', async () => {
	const family = '👨‍👩‍👧‍👦';
	const parameters = {
		...push,
		title: 'x'.repeat(25) + family + family,
		content: 'é'.repeat(101),
		options: { shortenTexts: true },
	};
	const { error } = await runNode(simulator(), { parameters, rows: [{}] });
	expect(error).toBeUndefined();
	expect(simulator().requests[0]?.body).toMatchObject({
		pushMessage: { title: `${'x'.repeat(25)}…`, content: `${'é'.repeat(99)}…` },
	});
});

/** @jest-environment ./test/support/engineEnvironment.cts */
import { describe, expect, it } from '@jest/globals';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { Weather } from '../../simulator/index.mts';
import { useSimulator } from '../support/simulated.mts';

const simulator = useSimulator();

const BY_APP_ID = { addressing: 'appId', orgName: '', appName: '' };

function credential(changed: ICredentialDataDecryptedObject = {}): ICredentialDataDecryptedObject {
	return { authentication: 'appCertificate', ...simulator().credentials, ...changed };
}

describe('the credential test', () => {
	const test = async (changed: ICredentialDataDecryptedObject) =>
		await n8nEngine.editor(credential()).testCredential(credential(changed));

	it.each([
		{ authentication: 'appCertificate' },
		{ authentication: 'appToken' },
		{ authentication: 'appCertificate', ...BY_APP_ID },
		{ authentication: 'appToken', ...BY_APP_ID },
	])('succeeds with %j', async (changed) => {
		expect(await test(changed)).toEqual({ status: 'OK', message: 'Connection successful!' });
	});

	it.each<[string, ICredentialDataDecryptedObject, RegExp]>([
		[
			'a wrong token',
			{ authentication: 'appToken', appToken: 'YWMt-wrong' },
			/401.*'App ID and Certificate'/,
		],
		['a wrong certificate', { appCertificate: 'f'.repeat(32) }, /401.*'App Certificate'/],
		[
			'a malformed certificate',
			{ appCertificate: 'abc' },
			/'App Certificate' must be 32 characters/,
		],
		['a wrong org', { orgName: 'nobody' }, /nobody\/.*404.*'Org Name'/],
		['a wrong app', { appName: 'nothing' }, /\/nothing .*404.*'App Name'/],
		[
			'an unknown App ID',
			{ ...BY_APP_ID, appId: 'f'.repeat(32) },
			/has no app app-id\/f+ .*'App Address'/,
		],
		['a malformed App ID', { ...BY_APP_ID, appId: 'f' }, /'App ID' must be 32 characters/],
		['an empty org', { orgName: ' ' }, /'Org Name' is empty/],
		['http to a public host', { host: 'http://a41.chat.agora.io' }, /plain http.*nothing was sent/],
		[
			'a host that no call can reach',
			{ host: 'http://127.0.0.1:9' },
			/The connection to .* was refused.*'Host'/,
		],
		['a host that is none', { host: 'a b' }, /'Host' is not a host name/],
	])('explains %s in two sentences', async (_name, changed, words) => {
		const { status, message } = await test(changed);
		expect(status).toBe('Error');
		expect(message).toMatch(words);
		expect(message).toMatch(/^[^.].+\. .+\.$/s);
	});

	it.each<[string, Weather, RegExp]>([
		[
			'a web page',
			{ kind: 'body', body: '<html>Welcome</html>' },
			/is not Agora's REST API: it answered 200 with a web page\. Check 'Host'/,
		],
		[
			'data of another shape',
			{ kind: 'body', body: { data: {} } },
			/without a list in 'data'\. Check 'Host'/,
		],
		['no data', { kind: 'body', body: {} }, /without a list in 'data'\. Check 'Host'/],
		['a bare list', { kind: 'body', body: [] }, /not with a JSON object\. Check 'Host'/],
		['nothing', { kind: 'body', body: '' }, /with an empty body\. Check 'Host'/],
		[
			'words instead of data',
			{ kind: 'body', body: { error_description: 'no more for today' } },
			/without a list in 'data' \(no more for today\)\. /,
		],
	])('does not pass on 200 with %s', async (_name, weather, words) => {
		simulator().weather.add({ weather });
		const { status, message } = await test({});
		expect(status).toBe('Error');
		expect(message).toMatch(words);
	});

	it('explains https on a port that speaks http', async () => {
		const host = simulator().credentials.host.replace('http:', 'https:');
		expect((await test({ host })).message).toMatch(
			/^No secure connection to https:.* could be made\. .*write http:\/\/ before it\.$/,
		);
	});

	it('explains a token that died of age', async () => {
		const authentication = 'appToken';
		simulator().tokens.expire(simulator().credentials.appToken);
		expect((await test({ authentication })).message).toContain('24 hours at most');
	});

	it('shows no secret, whatever the service says', async () => {
		const { appToken, appCertificate } = simulator().credentials;
		simulator().tokens.revoke(appToken);
		const { message } = await test({ authentication: 'appToken' });
		expect(message).not.toContain(appToken);
		expect(message).not.toContain(appCertificate);
	});
});

describe("the label's list", () => {
	const search = async (filter?: string, page?: string) =>
		await n8nEngine.editor(credential()).searchList('searchLabels', filter, page);

	it('is read page by page through the cursor', async () => {
		const names = Array.from({ length: 250 }, (_, index) => `label-${index}`);
		simulator().seed({ labels: names.map((name) => ({ name })) });
		const seen: string[] = [];
		let page: string | undefined;
		do {
			const { results, paginationToken } = await search(undefined, page);
			seen.push(...results.map(({ value }) => String(value)));
			page = typeof paginationToken === 'string' ? paginationToken : undefined;
		} while (page !== undefined);
		expect(seen).toHaveLength(250);
		expect(new Set(seen)).toEqual(new Set(names));
		expect(simulator().requests).toHaveLength(3);
	});

	it('is searched to its end', async () => {
		simulator().seed({
			labels: Array.from({ length: 150 }, (_, index) => ({ name: `Label-${index}` })),
		});
		const { results } = await search('label-149');
		expect(results).toEqual([{ name: 'Label-149', value: 'Label-149' }]);
		expect((await search('two words')).results).toEqual([]);
	});

	it('offers a name that is not found as that of a new label', async () => {
		simulator().seed({ labels: [{ name: 'vip' }] });
		expect((await search('oslo')).results).toEqual([{ name: 'oslo (new)', value: 'oslo' }]);
		expect((await search('..')).results).toEqual([]);
	});

	it('is read by App ID as well', async () => {
		simulator().seed({ labels: [{ name: 'vip' }] });
		const editor = n8nEngine.editor(credential(BY_APP_ID));
		expect((await editor.searchList('searchLabels')).results).toEqual([
			{ name: 'vip', value: 'vip' },
		]);
		expect(await editor.loadOptions('getLabels')).toMatchObject([{ name: 'vip', value: 'vip' }]);
		const paths = simulator().requests.map(({ path }) => path);
		expect(new Set(paths)).toEqual(
			new Set([`/app-id/${simulator().credentials.appId}/push/label`]),
		);
	});

	it('explains why it cannot be read', async () => {
		simulator().tokens.expire(simulator().credentials.appToken);
		const editor = n8nEngine.editor(credential({ authentication: 'appToken' }));
		await expect(editor.searchList('searchLabels')).rejects.toThrow('did not accept the token');
	});
});

it("the menu of 'Label Names or IDs' holds all labels, sorted", async () => {
	simulator().seed({
		labels: Array.from({ length: 101 }, (_, index) => ({ name: `label-${1200 - index}` })),
	});
	const options = await n8nEngine.editor(credential()).loadOptions('getLabels');
	expect(options).toHaveLength(101);
	expect(options[0]).toMatchObject({ name: 'label-1100', value: 'label-1100' });
});

it("the menu of 'Label Names or IDs' tells how many members a label has", async () => {
	simulator().seed({
		users: ['anna'],
		labels: [
			{ name: 'oslo', description: 'Lives in Oslo' },
			{ name: 'vip', members: ['anna'] },
		],
	});
	expect(await n8nEngine.editor(credential()).loadOptions('getLabels')).toEqual([
		{ name: 'oslo', value: 'oslo', description: '0 members · Lives in Oslo' },
		{ name: 'vip', value: 'vip', description: '1 member' },
	]);
});

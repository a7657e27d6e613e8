import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';

import { AgoraChatApi } from '../credentials/AgoraChatApi.credentials.ts';
import { CREDENTIAL_FORMS } from '../test/drift/contractForm.mts';
import { eventually } from '../tools/lib/eventually.mts';
import {
	choose,
	closeCredentialForm,
	failureShown,
	fieldsShown,
	fillCredential,
	openCredentialForm,
	saveCredential,
} from './support/credentialForm.mts';
import { agoraNode, openNode, openPage, openWorkflow } from './support/editor.mts';
import { savePicture } from './support/panel.mts';

/** The same as the user reads it in the two menus. */
const SHAPES = CREDENTIAL_FORMS.map(({ authentication, addressing, fields }) => ({
	authentication: entryName('authentication', authentication),
	addressing: entryName('addressing', addressing),
	fields,
}));

function entryName(menu: string, value: string): string {
	const entries = new AgoraChatApi().properties.find(({ name }) => name === menu)?.options ?? [];
	return entries.find((entry) => 'value' in entry && entry.value === value)?.name ?? value;
}

const FIELDS = ['host', 'orgName', 'appName', 'appId', 'appCertificate', 'appToken'];

const { host, orgName, appName, appToken, appId, appCertificate } = stage.simulator.credentials;
const withCertificate = { host, orgName, appName, appId, appCertificate };
const withToken = { host, orgName, appName, appToken };
const certificateByAppId = { host, appId, appCertificate };
const tokenByAppId = { host, appId, appToken };

const FAILURES = [
	{
		name: 'a wrong token',
		values: { ...withToken, appToken: 'YWMt-wrong' },
		happened: 'The service did not accept the token (401: ',
		advice: 'Paste a new one into the credential',
	},
	{
		name: 'a wrong org',
		values: { ...withCertificate, orgName: 'nobody' },
		happened: `${host} has no app nobody/${appName} (404: `,
		advice: "Check 'Org Name', 'App Name' and 'Host' in the credential",
	},
	{
		name: 'an unknown App ID',
		values: { ...tokenByAppId, appId: 'f'.repeat(32) },
		happened: `${host} has no app app-id/${'f'.repeat(32)} (404: `,
		advice: "Check 'App ID' and 'Host' in the credential",
	},
	{
		name: 'a malformed App ID',
		values: { ...tokenByAppId, appId: 'abc' },
		happened: "'App ID' must be 32 characters of 0-9 and a-f, but has 3 characters.",
		advice: 'Copy the App ID of the project from the Agora console again.',
	},
	{
		name: 'an unreachable host',
		values: { ...withCertificate, host: 'http://127.0.0.1:9' },
		happened: 'The connection to http://127.0.0.1:9 was refused.',
		advice: "Check 'Host' in the credential",
	},
	{
		name: 'http to a public host',
		values: { ...withCertificate, host: 'http://a41.chat.agora.io' },
		happened: "'Host' asks for plain http to a41.chat.agora.io.",
		advice: 'nothing was sent. Leave out http:// to use https',
	},
	{
		name: 'a malformed certificate',
		values: { ...withCertificate, appCertificate: 'abc' },
		happened: "'App Certificate' must be 32 characters of 0-9 and a-f, but has 3 characters.",
		advice: 'Copy the App Certificate of the project from the Agora console again.',
	},
];

describe('the credential form', () => {
	let page: Page;

	beforeAll(async () => {
		page = await openPage();
		await openWorkflow(page, { name: 'Credential', nodes: [agoraNode({})], connections: {} });
		await openNode(page, 'Agora Chat Push');
	});

	beforeEach(() => {
		stage.simulator.reset();
	});

	afterAll(async () => {
		stage.simulator.reset();
		await page.context().close();
	});

	it.each([
		['an App ID and a certificate', withCertificate],
		['a token', withToken],
		['an App ID for an address, and a certificate', certificateByAppId],
		['an App ID for an address, and a token', tokenByAppId],
	])('stores what works with %s, and chooses it for the node', async (_name, values) => {
		const { credentials } = stage.n8n.client;
		const before = await credentials.list();
		const form = await openCredentialForm(page);
		await fillCredential(form, values);
		await saveCredential(form);
		await form.waitFor({ state: 'detached' });
		expect(stage.simulator.requests).toContainEqual(
			expect.objectContaining({ method: 'GET', query: { limit: '1' }, status: 200 }),
		);

		const known = new Set(before.map(({ id }) => id));
		const [stored, ...others] = (await credentials.list()).filter(({ id }) => !known.has(id));
		expect(others).toEqual([]);
		expect(stored).toMatchObject({ type: 'agoraChatApi' });
		const chosen = page.getByTestId('node-credentials-select').locator('input');
		await eventually(`the node uses ${String(stored?.name)}`, async () =>
			(await chosen.inputValue()) === stored?.name ? true : undefined,
		);
	});

	it.each(FAILURES)('explains $name', async ({ values, happened, advice }) => {
		const form = await openCredentialForm(page);
		await fillCredential(form, values);
		await saveCredential(form);
		const shown = await failureShown(form);
		expect(shown).toContain(happened);
		expect(shown).toContain(advice);
		await closeCredentialForm(form);
	});

	it('explains a token that died of age', async () => {
		stage.simulator.tokens.expire(appToken);
		const form = await openCredentialForm(page);
		await fillCredential(form, withToken);
		await saveCredential(form);
		const shown = await failureShown(form);
		expect(shown).toContain('The service did not accept the token (401: ');
		expect(shown).toContain('App tokens live 24 hours at most.');
		expect(shown).not.toContain(appToken);
		await closeCredentialForm(form);
	});
});

describe('a new credential', () => {
	let page: Page;
	let form: Locator;

	beforeAll(async () => {
		page = await openPage();
		await openWorkflow(page, { name: 'Shapes', nodes: [agoraNode({})], connections: {} });
		await openNode(page, 'Agora Chat Push');
		form = await openCredentialForm(page);
	});

	afterAll(async () => {
		await page.context().close();
	});

	it.each(SHAPES)(
		'asks for no more than it needs with $authentication and $addressing',
		async ({ authentication, addressing, fields }) => {
			await choose(form, 'authentication', authentication);
			await choose(form, 'addressing', addressing);
			await form.getByTestId(`parameter-input-${fields.at(-1) ?? ''}`).waitFor();
			expect(await fieldsShown(form, FIELDS)).toEqual(fields);
			await savePicture(page, `credential ${authentication} ${addressing}`);
		},
	);
});

import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';
import { NodeHelpers, type INodeParameters } from 'n8n-workflow';

import { AgoraChatApi } from '../../credentials/AgoraChatApi.credentials.ts';
import { readCredential } from '../../credentials/credential.ts';
import { CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL } from '../support/credentials.mts';
import { choices } from './builtForm.mts';
import { CREDENTIAL_FORMS, CREDENTIAL_MENUS } from './contractForm.mts';

const { properties } = new AgoraChatApi();
const menus = properties.filter(({ type }) => type === 'options');
const { appId } = CERTIFICATE_CREDENTIAL;

/** What was typed into any of the forms, hidden fields included. */
const TYPED = { ...TOKEN_CREDENTIAL, ...CERTIFICATE_CREDENTIAL };

function shownWith(values: INodeParameters) {
	return properties.filter((property) =>
		NodeHelpers.displayParameter(values, property, null, null),
	);
}

/** What n8n hands on of a stored credential: with defaults, and without what its form hides. */
function handedOn(stored: INodeParameters): Record<string, string> {
	const filled = NodeHelpers.getNodeParameters(properties, stored, true, false, null, null) ?? {};
	return Object.fromEntries(
		Object.entries(filled).flatMap(([name, value]) =>
			typeof value === 'string' ? [[name, value]] : [],
		),
	);
}

it('the menus of the credential have the defaults and values of the contract', () => {
	const offered = menus.map((menu) => [
		menu.name,
		{ default: menu.default, choices: choices(menu).map(({ value }) => value) },
	]);
	expect(Object.fromEntries(offered)).toEqual(CREDENTIAL_MENUS);
});

describe.each(CREDENTIAL_FORMS)(
	'the form of the credential with $authentication and $addressing',
	({ fields, ...chosen }) => {
		it('shows what is needed, each field once, and nothing else', () => {
			const shown = shownWith(chosen).filter(({ type }) => type !== 'options');
			expect(shown.map(({ name }) => name)).toEqual(fields);
			expect(shown.filter(({ required }) => required !== true)).toEqual([]);
			const secrets = shown.filter(({ typeOptions }) => typeOptions?.password === true);
			expect(secrets.map(({ name }) => name)).toEqual(
				fields.filter((name) => ['appCertificate', 'appToken'].includes(name)),
			);
		});

		it('gives a credential that can be used, whatever its hidden fields hold', () => {
			const { addressing, authentication } = chosen;
			const data = handedOn({ ...TYPED, ...chosen });
			expect(Object.keys(data).sort()).toEqual([...fields, ...Object.keys(chosen)].sort());
			expect(readCredential(data)).toMatchObject({
				addressing,
				authentication,
				appPath: addressing === 'appId' ? ['app-id', appId] : ['acme', 'shop'],
			});
		});
	},
);

it.each([CERTIFICATE_CREDENTIAL, TOKEN_CREDENTIAL])(
	'a credential that was stored before there was a choice of address keeps its own: $authentication',
	(stored) => {
		expect(readCredential(handedOn(stored))).toMatchObject({
			addressing: 'orgApp',
			appPath: ['acme', 'shop'],
		});
	},
);

it('each field of the credential is in the README, by the name that the form shows', () => {
	const readme = readFileSync('README.md', 'utf8');
	const section = readme.slice(
		readme.indexOf('\n## Credentials\n'),
		readme.indexOf('\n## Operations\n'),
	);
	for (const { displayName } of properties) expect(section).toContain(`**${displayName}**`);
	for (const menu of menus) {
		for (const { name } of choices(menu)) expect(section).toContain(`*${name}*`);
	}
});

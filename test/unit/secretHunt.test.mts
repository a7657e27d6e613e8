import { expect, it } from '@jest/globals';

import { buildAppToken } from '../../credentials/accessToken.ts';
import { CERTIFICATE_CREDENTIAL } from '../support/credentials.mts';
import { huntSecrets } from '../support/secretHunt.mts';

const { appId, appCertificate } = CERTIFICATE_CREDENTIAL;
const ISSUED = { appId, appCertificate, issuedAtSeconds: 1_700_000_000, lifeSeconds: 3600 };
const token = buildAppToken({ ...ISSUED, salt: 12_345 });
const signature = Buffer.from(token.slice(3), 'base64').subarray(9, 41);
const base64 = (text: string) => Buffer.from(text).toString('base64');

it.each<[string, unknown]>([
	['a piece of a token that was sent', [{ json: { a: `···${token.slice(60, 76)}·` } }]],
	['base64 with Bearer', { text: base64(`Bearer ${token}`) }],
	['the certificate URL-encoded, as a name', { [encodeURIComponent(appCertificate)]: 1 }],
	['the signature in hex', new Map([['x', signature.toString('hex')]])],
	['bytes', { body: Buffer.from(`x ${token}`) }],
	['a cause', new Error('a', { cause: new Error('b', { cause: { token } }) })],
	['a stack alone', Object.assign(new Error('quiet'), { stack: `Error: ${token}` })],
	['what is not enumerable', Object.defineProperty({}, 'hidden', { value: token })],
])('the hunt for secrets finds %s', (_name, searched) => {
	expect(huntSecrets({ appCertificate, sent: [token] }, searched)).not.toEqual([]);
});

it('the hunt for secrets takes neither the App ID nor a token of another app for one', () => {
	const otherToken = buildAppToken({ ...ISSUED, appCertificate: 'f'.repeat(32) });
	expect(huntSecrets({ appCertificate }, { appId, otherToken })).toEqual([]);
});

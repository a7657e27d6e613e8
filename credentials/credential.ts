import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { checkLength } from '../nodes/AgoraChatPush/reading/checkLength';
import { UserError } from '../nodes/AgoraChatPush/userError';
import { buildAppToken } from './accessToken';
import { serviceOrigin } from './serviceAddress';

/** A checked 'Agora Chat API' credential. */
export interface Credential {
	/** Scheme, host and port, such as `https://a41.chat.agora.io`. */
	origin: string;
	/** What stands in the path before each call: org and app name, or `app-id` and the App ID. */
	appPath: [string, string];
	addressing: Addressing;
	authentication: 'appCertificate' | 'appToken';
	/** The bearer token to use now; made anew on each call when it comes from the certificate. */
	token(nowUnixMs: number): string;
}

/** How the service is told which app a call is for. */
type Addressing = 'orgApp' | 'appId';

/** Short, because a fresh token costs microseconds; long enough for a clock that is minutes off. */
const TOKEN_LIFE_SECONDS = 3600;

/** Agora's names are much shorter; a web address cannot hold much more. */
const MAX_NAME_LENGTH = 255;

const HEX_32 = /^[0-9a-f]{32}$/i;
const NOT_IN_A_HEADER = /[^\x21-\x7e]/;

/**
 * Checks what a user filled into the credential form.
 *
 * @throws UserError naming the field and what to change; never holding a secret.
 */
export function readCredential(data: ICredentialDataDecryptedObject): Credential {
	const address = addressOf(data);
	const secret = readSecret(data);
	if ('appToken' in secret) {
		return { ...address, authentication: 'appToken', token: () => secret.appToken };
	}
	return {
		...address,
		authentication: 'appCertificate',
		token: (nowUnixMs) =>
			buildAppToken({
				...secret,
				issuedAtSeconds: Math.floor(nowUnixMs / 1000),
				lifeSeconds: TOKEN_LIFE_SECONDS,
			}),
	};
}

/**
 * What decides where calls go and with which token, to compare credentials by. It holds the secret.
 *
 * @throws UserError as `readCredential` does.
 */
export function credentialKey(data: ICredentialDataDecryptedObject): string {
	return JSON.stringify([addressOf(data), readSecret(data)]);
}

function addressOf(data: ICredentialDataDecryptedObject) {
	return {
		origin: serviceOrigin(hostOf(data.host)),
		...appAddressOf(data),
	};
}

/** A credential that was stored before there was a choice has none. */
function appAddressOf(
	data: ICredentialDataDecryptedObject,
): Pick<Credential, 'appPath' | 'addressing'> {
	if (data.addressing === 'appId') {
		return { addressing: 'appId', appPath: ['app-id', hexadecimal(data.appId, 'App ID')] };
	}
	return {
		addressing: 'orgApp',
		appPath: [pathSegment(data.orgName, 'Org Name'), pathSegment(data.appName, 'App Name')],
	};
}

type Secret = { appToken: string } | { appId: string; appCertificate: string };

function readSecret(data: ICredentialDataDecryptedObject): Secret {
	if (data.authentication === 'appToken') return { appToken: checkAppToken(textOf(data.appToken)) };
	return {
		appId: hexadecimal(data.appId, 'App ID'),
		appCertificate: hexadecimal(data.appCertificate, 'App Certificate'),
	};
}

/** The console shows the AppKey beside the host, and only an AppKey holds a #. */
function hostOf(value: unknown): string {
	const host = textOf(value);
	const orgName = host.slice(0, Math.max(0, host.indexOf('#')));
	if (orgName !== '' && !/[/.:]/.test(orgName) && !host.includes('/')) throw appKeyError('Host');
	return host;
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function pathSegment(value: unknown, displayName: string): string {
	const name = textOf(value);
	const advice = `Copy the ${displayName} from the Agora console (Chat, Configure, 'Application Information').`;
	if (name === '' || name === '.' || name === '..') {
		throw new UserError(`'${displayName}' is ${name === '' ? 'empty' : `'${name}'`}`, {
			description: advice,
		});
	}
	if (name.includes('#')) throw appKeyError(displayName);
	checkLength(name, MAX_NAME_LENGTH, { fieldText: () => `'${displayName}'`, advice });
	if (!/\p{Surrogate}/u.test(name)) return name;
	throw new UserError(
		`'${displayName}' contains a broken character, which cannot be used in a web address`,
		{ description: advice },
	);
}

function appKeyError(displayName: string): UserError {
	return new UserError(`'${displayName}' holds an AppKey`, {
		description:
			"The part before the # goes into 'Org Name', the part after it into 'App Name', and the # into neither.",
	});
}

function hexadecimal(value: unknown, displayName: string): string {
	const digits = textOf(value);
	if (HEX_32.test(digits)) return digits;
	const found = digits.length === 32 ? 'contains others' : `has ${digits.length} characters`;
	throw new UserError(`'${displayName}' must be 32 characters of 0-9 and a-f, but ${found}`, {
		description: `Copy the ${displayName} of the project from the Agora console again.`,
	});
}

function checkAppToken(pasted: string): string {
	const token = pasted.replace(/^Bearer(\s+|$)/i, '');
	if (token !== '' && !NOT_IN_A_HEADER.test(token)) return token;
	throw new UserError(
		token === '' ? "'App Token' is empty" : "'App Token' holds characters that no token has",
		{ description: 'Make an app token in the Agora console and paste it as one line.' },
	);
}

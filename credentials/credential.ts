import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { UserError } from 'n8n-workflow';

import { buildAppToken } from './accessToken';
import { serviceOrigin } from './serviceAddress';

/** A checked 'Agora Chat API' credential. */
export interface Credential {
	/** Scheme, host and port, such as `https://a41.chat.agora.io`. */
	origin: string;
	orgName: string;
	appName: string;
	authentication: 'appCertificate' | 'appToken';
	/** The bearer token to use now; made anew on each call when it comes from the certificate. */
	token(nowMs: number): string;
}

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
	const place = placeOf(data);
	const secret = secretOf(data);
	if ('appToken' in secret) {
		return { ...place, authentication: 'appToken', token: () => secret.appToken };
	}
	const { appId, appCertificate } = secret;
	return {
		...place,
		authentication: 'appCertificate',
		token: (nowMs) =>
			buildAppToken({
				appId,
				appCertificate,
				issuedAtSeconds: Math.floor(nowMs / 1000),
				lifeSeconds: TOKEN_LIFE_SECONDS,
			}),
	};
}

/**
 * What decides where calls go and with which token, to compare credentials by. It holds the secret.
 *
 * @throws UserError as `readCredential` does.
 */
export function usedFields(data: ICredentialDataDecryptedObject): string {
	return JSON.stringify([placeOf(data), secretOf(data)]);
}

function placeOf(data: ICredentialDataDecryptedObject) {
	return {
		origin: serviceOrigin(hostOf(data.host)),
		orgName: pathName(data.orgName, 'Org Name'),
		appName: pathName(data.appName, 'App Name'),
	};
}

type Secret = { appToken: string } | { appId: string; appCertificate: string };

function secretOf(data: ICredentialDataDecryptedObject): Secret {
	if (data.authentication === 'appToken') return { appToken: checkAppToken(textOf(data.appToken)) };
	return {
		appId: hexadecimal(data.appId, 'App ID'),
		appCertificate: hexadecimal(data.appCertificate, 'App Certificate'),
	};
}

/** An AppKey is the only thing with a # that the console shows beside the host. */
function hostOf(value: unknown): string {
	const host = textOf(value);
	const orgName = host.slice(0, Math.max(0, host.indexOf('#')));
	if (orgName !== '' && !/[/.:]/.test(orgName) && !host.includes('/')) throw appKey('Host');
	return host;
}

function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

function pathName(value: unknown, displayName: string): string {
	const name = textOf(value);
	if (name === '' || name === '.' || name === '..') {
		throw badName(`'${displayName}' is ${name === '' ? 'empty' : `'${name}'`}`, displayName);
	}
	if (name.includes('#')) throw appKey(displayName);
	if (name.length > MAX_NAME_LENGTH) {
		throw badName(
			`'${displayName}' has ${name.length} characters, but at most ${MAX_NAME_LENGTH} are allowed`,
			displayName,
		);
	}
	if (/\p{Surrogate}/u.test(name)) {
		throw badName(
			`'${displayName}' holds half a character, which no web address can hold`,
			displayName,
		);
	}
	return name;
}

function appKey(displayName: string): UserError {
	return new UserError(`'${displayName}' holds an AppKey`, {
		description:
			"The part before the # goes into 'Org Name', the part after it into 'App Name', and the # into neither.",
	});
}

function badName(message: string, displayName: string): UserError {
	return new UserError(message, {
		description: `Copy the ${displayName} from the Agora console (Chat, Configure, 'Application Information').`,
	});
}

function hexadecimal(value: unknown, displayName: string): string {
	const digits = textOf(value);
	if (!HEX_32.test(digits)) {
		throw new UserError(
			`'${displayName}' must be 32 characters of 0-9 and a-f, but has ${digits.length} characters${
				digits.length === 32 ? ', some of them others' : ''
			}`,
			{ description: `Copy the ${displayName} of the project from the Agora console once more.` },
		);
	}
	return digits;
}

function checkAppToken(pasted: string): string {
	const token = pasted.replace(/^Bearer(\s+|$)/i, '');
	if (token === '' || NOT_IN_A_HEADER.test(token)) {
		throw new UserError(
			token === '' ? "'App Token' is empty" : "'App Token' holds characters that no token has",
			{ description: 'Make an app token in the Agora console and paste it as one line.' },
		);
	}
	return token;
}

import type { Credential } from '../../../credentials/credential';

/** Agora's tokens begin with 007 when made locally, and with YWMt when made by the service. */
const TOKEN_LIKE = /(007|YWMt)[A-Za-z0-9+/=_-]{16,}/g;

/** Tokens that the credential makes begin with the head of their zlib stream. */
const OWN_TOKEN = /007eAEB[A-Za-z0-9+/\\%=_-]{60,}/g;

/** Whatever is shorter might be found in any text. */
const MIN_SECRET_LENGTH = 16;

/**
 * An answer without the token of its call, should the service repeat it anywhere. Only what is
 * certainly a token is taken out, because an answer holds user IDs and cursors as well.
 */
export function withoutTokensInBody(body: string, { authentication, token }: Credential): string {
	if (authentication === 'appCertificate') return body.replace(OWN_TOKEN, '[token]');
	const pasted = token(0);
	if (pasted.length < MIN_SECRET_LENGTH) return body;
	const inJson = JSON.stringify(pasted).slice(1, -1);
	const spellings = [pasted, inJson, inJson.replaceAll('/', '\\/'), encodeURIComponent(pasted)];
	return [...new Set(spellings)].reduce(
		(cleaned, spelling) => cleaned.replaceAll(spelling, '[token]'),
		body,
	);
}

/** The service's words, should it ever repeat a token in them, with the token left out. */
export function withoutTokens(words: string, { authentication, token }: Credential): string {
	const pasted = authentication === 'appToken' ? token(0) : undefined;
	const isShort = pasted === undefined || pasted.length < MIN_SECRET_LENGTH;
	const withoutPasted = isShort ? words : words.replaceAll(pasted, '[token]');
	return withoutPasted.replace(TOKEN_LIKE, '[token]');
}

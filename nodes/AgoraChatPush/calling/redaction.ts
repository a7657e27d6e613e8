import type { Credential } from '../../../credentials/credential';

/** Agora's tokens begin with 007 when made locally, and with YWMt when made by the service. */
const TOKEN_LIKE = /(007|YWMt)[A-Za-z0-9+/=_-]{16,}/g;

/** The service's words, should it ever repeat a token in them, with the token left out. */
export function withoutTokens(words: string, { authentication, token }: Credential): string {
	const pasted = authentication === 'appToken' ? token(0) : undefined;
	const withoutPasted = pasted === undefined ? words : words.replaceAll(pasted, '[token]');
	return withoutPasted.replace(TOKEN_LIKE, '[token]');
}

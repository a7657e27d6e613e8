import type { Credential } from '../../../credentials/credential';
import { isDataObject } from '../json/dataObject';

/** Agora's tokens begin with 007 when made locally, and with YWMt when made by the service. */
const TOKEN_LIKE = /(007|YWMt)[A-Za-z0-9+/=_-]{16,}/g;

/** Tokens that the credential makes begin with the head of their zlib stream. */
const OWN_TOKEN = /007eAEB[A-Za-z0-9+/\\%=_-]{16,}/g;

/** Pieces of a token from this length on are secret; shorter ones might stand in any text. */
const MIN_SECRET_LENGTH = 16;

/**
 * A parsed response without the token of its call, should the service repeat it or a part of it
 * anywhere. Only what is certainly a token is taken out, because a response holds user IDs and
 * cursors as well.
 *
 * @param written the JSON text that was parsed. Without an escape in it, it holds all of the texts
 * as they are, and nothing has to be taken apart where it is clean.
 */
export function withoutTokensInResponse(
	parsed: unknown,
	written: string,
	credential: Credential,
): unknown {
	const clean = cleanerFor(credential);
	if (!written.includes('\\') && clean(written) === written) return parsed;
	const cleaned = (value: unknown): unknown => {
		if (typeof value === 'string') return clean(value);
		if (Array.isArray(value)) return value.map(cleaned);
		if (!isDataObject(value)) return value;
		const entries = Object.entries(value).map(([name, inner]) => [clean(name), cleaned(inner)]);
		return Object.fromEntries(entries);
	};
	return cleaned(parsed);
}

/** Text of the service without the token, should it ever repeat one. */
export function withoutTokens(text: string, credential: Credential): string {
	return cleanerFor(credential)(text).replace(TOKEN_LIKE, '[token]');
}

/** A credential serves all calls of an execution. */
const cleaners = new WeakMap<Credential, (text: string) => string>();

function cleanerFor(credential: Credential): (text: string) => string {
	const cleaner = cleaners.get(credential) ?? createCleaner(credential);
	cleaners.set(credential, cleaner);
	return cleaner;
}

function createCleaner({ authentication, token }: Credential): (text: string) => string {
	if (authentication === 'appCertificate') return (text) => text.replace(OWN_TOKEN, '[token]');
	const pasted = token(0);
	const inUrl = encodeURIComponent(pasted);
	const inUrlInSmallLetters = inUrl.replace(/%../g, (code) => code.toLowerCase());
	const spellings = [...new Set([inUrl, inUrlInSmallLetters, pasted])].map(withoutPieces);
	return (text) => spellings.reduce((cleaned, clean) => clean(cleaned), text);
}

/** Of this length are the parts of a secret that are looked for. */
const PART_LENGTH = MIN_SECRET_LENGTH / 2;

/**
 * Takes a secret out of texts, and each piece of it of at least `MIN_SECRET_LENGTH` characters.
 *
 * Only parts that begin at every eighth character of the secret are looked for: a piece of 16
 * characters or more holds at least one of them, and is measured from there.
 */
function withoutPieces(secret: string): (text: string) => string {
	if (secret.length < MIN_SECRET_LENGTH) return (text) => text;
	const offsets = new Map<string, number[]>();
	for (let offset = 0; offset + PART_LENGTH <= secret.length; offset += PART_LENGTH) {
		const part = secret.slice(offset, offset + PART_LENGTH);
		offsets.set(part, [...(offsets.get(part) ?? []), offset]);
	}
	const anyPart = new RegExp([...offsets.keys()].map(escaped).join('|'), 'g');
	return (text) => {
		const kept: string[] = [];
		let copiedTo = 0;
		anyPart.lastIndex = 0;
		for (let found = anyPart.exec(text); found !== null; found = anyPart.exec(text)) {
			const place = found.index;
			anyPart.lastIndex = place + 1;
			const [longest] = (offsets.get(found[0]) ?? [])
				.map((offset) => pieceAround(text, place, secret, offset))
				.sort((a, b) => b.end - b.start - (a.end - a.start));
			if (longest === undefined || longest.end - longest.start < MIN_SECRET_LENGTH) continue;
			kept.push(text.slice(copiedTo, Math.max(copiedTo, longest.start)), '[token]');
			copiedTo = anyPart.lastIndex = longest.end;
		}
		return copiedTo === 0 ? text : [...kept, text.slice(copiedTo)].join('');
	};
}

/** A text as a pattern that finds it. */
function escaped(text: string): string {
	return text.replace(/\W/g, '\\$&');
}

/** How far text and secret agree around a place. */
function pieceAround(
	text: string,
	place: number,
	secret: string,
	offset: number,
): { start: number; end: number } {
	let before = 0;
	while (
		before < place &&
		before < offset &&
		text[place - before - 1] === secret[offset - before - 1]
	)
		before += 1;
	let after = PART_LENGTH;
	while (offset + after < secret.length && text[place + after] === secret[offset + after])
		after += 1;
	return { start: place - before, end: place + after };
}

import { badMessage } from './errors.mts';
import { extLength } from './inferred.mts';
import {
	CONTENT_LENGTH,
	EXT_LENGTH,
	EXT_PAIRS,
	SUB_TITLE_LENGTH,
	TITLE_LENGTH,
} from './limits.mts';
import { isObject, isText, type JsonObject } from './parse.mts';
import type { SimulatorSettings } from './settings.mts';

/** Fields of `pushMessage` that hold for every provider (Agora docs, "Basic configurations"). */
const BASIC_FIELDS = ['title', 'subTitle', 'content', 'ext', 'config'];
/** Keys of providers that the docs name; other keys with an object are taken for one as well. */
const PROVIDERS = ['agora', 'apns', 'fcm'];
const WIDE_CHARACTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/** A checked `pushMessage`. */
export class PushMessage {
	private readonly basic: JsonObject;
	private readonly fields: JsonObject;
	private readonly finished = new Map<string, JsonObject>();

	/** Throws the service's 400 for anything that breaks a documented rule. */
	constructor(value: unknown, settings: SimulatorSettings) {
		if (!isObject(value)) throw badMessage();
		checkBasicFields(value, settings);
		checkProviders(value);
		this.fields = value;
		this.basic = Object.fromEntries(
			BASIC_FIELDS.flatMap((field) => (field in value ? [[field, value[field]]] : [])),
		);
	}

	/** What a provider delivers: the basic fields, overwritten by the provider's own. */
	asDeliveredBy(provider: string | null): JsonObject {
		if (provider === null) return this.basic;
		const finished = this.finished.get(provider);
		if (finished !== undefined) return finished;
		const own = BASIC_FIELDS.includes(provider) ? undefined : this.fields[provider];
		const message = isObject(own) ? { ...this.basic, ...own } : this.basic;
		this.finished.set(provider, message);
		return message;
	}
}

function checkBasicFields(message: JsonObject, settings: SimulatorSettings): void {
	const { title, subTitle = '', content, ext = {}, config = {} } = message;
	if (!isText(title) || !isText(content) || typeof subTitle !== 'string') throw badMessage();
	if (lengthOf(title, settings) > TITLE_LENGTH) throw badMessage();
	if (lengthOf(subTitle, settings) > SUB_TITLE_LENGTH) throw badMessage();
	if (lengthOf(content, settings) > CONTENT_LENGTH) throw badMessage();
	if (!isObject(ext) || !isObject(config)) throw badMessage();
	if (Object.keys(ext).length > EXT_PAIRS || extLength(ext) > EXT_LENGTH) throw badMessage();
}

function lengthOf(text: string, { wideCharactersCountTwice }: SimulatorSettings): number {
	const wide = wideCharactersCountTwice ? (text.match(WIDE_CHARACTER) ?? []) : [];
	return Array.from(text).length + wide.length;
}

function checkProviders(message: JsonObject): void {
	for (const provider of PROVIDERS) {
		if (message[provider] !== undefined && !isObject(message[provider])) throw badMessage();
	}
	const { agora } = message;
	if (!isObject(agora)) return;
	if (agora.style === 1 && !isText(agora.bigTxt)) throw badMessage();
	if (agora.style === 2 && !isText(agora.bigPicture)) throw badMessage();
}

import type { IDataObject } from 'n8n-workflow';

import { isDataObject } from '../json/dataObject';

/** The parts of a message that hold `data` for Firebase Cloud Messaging. */
const PROVIDERS = ['fcm', 'fcmV1'];

/**
 * The message with FCM's own data as texts, as FCM refuses any other value: numbers and switches are
 * written out, objects and lists become their JSON, and what is null is left out.
 *
 * Source: Firebase docs, 'FCM HTTP v1 API', `data`: map (key: string, value: string).
 */
export function withTextData(message: IDataObject): IDataObject {
	let result = message;
	for (const name of PROVIDERS) {
		const provider = Object.hasOwn(message, name) ? message[name] : undefined;
		if (!isDataObject(provider) || !isDataObject(provider.data)) continue;
		const entries = Object.entries(provider.data).map(([key, value]) => [key, asText(value)]);
		const data = Object.fromEntries(entries.filter(([, text]) => text !== undefined));
		result = { ...result, [name]: { ...provider, data } };
	}
	return result;
}

/** A date becomes its own text, without the quotes of JSON; undefined for what JSON has no value for. */
function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return value;
	const json = JSON.stringify(value ?? null);
	const parsed: unknown = JSON.parse(json);
	if (parsed === null) return undefined;
	return typeof parsed === 'string' ? parsed : json;
}

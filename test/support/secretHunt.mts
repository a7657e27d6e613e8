import { types } from 'node:util';

import { secretFinder } from './secretFinder.mts';
import { formsOf, type Secrets } from './secretForms.mts';

export type { Secrets } from './secretForms.mts';

/** A secret that was found. */
export interface Find {
	/** Where it stands, such as `record.data.error.cause<message>`. */
	path: string;
	/** Which secret, and how it is written. */
	secret: string;
}

/** A value on the way, and how it was reached; the path is written out for finds alone. */
interface Stop {
	value: unknown;
	step: string;
	from?: Stop;
}

const MAX_FINDS = 20;

/**
 * Looks for secrets in everything that can be reached from a value: texts, names, symbols, bytes,
 * what is not enumerable (an error's stack and cause), what getters give, maps and sets.
 *
 * @returns where secrets stand; empty when all is well.
 */
export function huntSecrets(secrets: Secrets, searched: unknown): Find[] {
	const secretIn = secretFinder(formsOf(secrets));
	const finds: Find[] = [];
	const seen = new Set<unknown>();
	const pending: Stop[] = [{ value: searched, step: '' }];
	for (let stop = pending.pop(); stop !== undefined; stop = pending.pop()) {
		if (finds.length >= MAX_FINDS) break;
		const { value } = stop;
		if (typeof value === 'string' && value.length > 1000) {
			if (seen.has(value)) continue;
			seen.add(value);
		}
		for (const text of textsOf(value)) {
			const secret = secretIn(text);
			if (secret !== undefined) finds.push({ path: pathOf(stop), secret });
		}
		if (!isReference(value) || seen.has(value)) continue;
		seen.add(value);
		for (const inner of insideOf(value)) pending.push({ ...inner, from: stop });
	}
	return finds;
}

function textsOf(value: unknown): string[] {
	switch (typeof value) {
		case 'string':
			return [value];
		case 'symbol':
			return [value.description ?? ''];
		case 'bigint':
		case 'number':
			return [String(value)];
		case 'object':
			return bytesOf(value).map((bytes) => bytes.toString('latin1'));
		default:
			return [];
	}
}

/** The bytes that a value is, or lists as numbers the way a Buffer does in JSON. */
function bytesOf(value: object | null): Buffer[] {
	if (ArrayBuffer.isView(value)) {
		return [Buffer.from(value.buffer, value.byteOffset, value.byteLength)];
	}
	if (types.isAnyArrayBuffer(value)) return [Buffer.from(new Uint8Array(value))];
	if (!Array.isArray(value)) return [];
	const numbers = value.filter((entry): entry is number => typeof entry === 'number');
	return numbers.length === value.length ? [Buffer.from(numbers)] : [];
}

function isReference(value: unknown): value is object {
	return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function* insideOf(value: object): Generator<Stop> {
	if (types.isMap(value)) {
		for (const [key, inner] of value) {
			yield { value: key, step: '<key of map>' };
			yield { value: inner, step: `<${nameOf(key)}>` };
		}
	}
	if (types.isSet(value)) {
		for (const inner of value) yield { value: inner, step: '<in set>' };
	}
	if (ArrayBuffer.isView(value)) return;
	for (const key of Reflect.ownKeys(value)) {
		if (!Array.isArray(value)) yield { value: key, step: `.${nameOf(key)}<name>` };
		yield { value: read(value, key), step: `.${nameOf(key)}` };
	}
	yield* inheritedBy(value);
}

/** What getters of a class give, such as those of n8n's errors. */
function* inheritedBy(value: object): Generator<Stop> {
	for (
		let prototype = prototypeOf(value);
		prototype !== undefined && prototypeOf(prototype) !== undefined;
		prototype = prototypeOf(prototype)
	) {
		for (const [key, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
			if (descriptor.get !== undefined) yield { value: read(value, key), step: `.${key}` };
		}
	}
}

function prototypeOf(value: object): object | undefined {
	const prototype: unknown = Object.getPrototypeOf(value);
	return isReference(prototype) ? prototype : undefined;
}

/** A getter that throws is searched by what it throws. */
function read(value: object, key: string | symbol): unknown {
	try {
		return Reflect.get(value, key);
	} catch (thrown) {
		return thrown;
	}
}

function nameOf(key: unknown): string {
	if (typeof key === 'string' || typeof key === 'number') return String(key).slice(0, 60);
	return typeof key === 'symbol' ? `[${key.description ?? ''}]` : typeof key;
}

function pathOf(stop: Stop): string {
	const steps: string[] = [];
	for (let at: Stop | undefined = stop; at !== undefined; at = at.from) steps.unshift(at.step);
	return steps.join('').replace(/^\./, '');
}

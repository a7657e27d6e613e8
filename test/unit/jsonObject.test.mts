import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { readJsonObject } from '../../nodes/AgoraChatPush/reading/jsonObject.ts';
import { errorOf } from '../support/userError.mts';

const FIELD = { displayName: 'Message (JSON)' };
const read = (value: unknown) => readJsonObject(FIELD, value);

const anyPlainObject = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.nat(), { minKeys: 1 });

describe('readJsonObject', () => {
	it('reads an object and its JSON text alike', () => {
		const anyValue = fc.oneof(fc.string(), fc.nat(), fc.boolean(), fc.constant(null));
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.array(anyValue)), (object) => {
				expect(read(object)).toEqual(object);
				expect(read(JSON.stringify(object))).toEqual(object);
			}),
		);
	});

	it.each([
		['[1]', 'a list'],
		['"text"', "'text'"],
		['12', "'12'"],
		['true', 'true'],
		['null', 'empty'],
		[['x'], 'a list'],
		[12, "'12'"],
		[null, 'empty'],
		[undefined, 'empty'],
	])('refuses %j as %s', (value, kind) => {
		const { message, description } = errorOf(() => read(value));
		expect(message).toBe(`'Message (JSON)' is ${kind}, not a JSON object`);
		expect(description).toContain('{"name": "value"}');
	});

	it.each(['{"a": 1', '', '{"a": 1,}', '{"a" 1}', "{'a': 1}", '{"a": x}', '{\n"a": tru,\n"b": 2}'])(
		'gives the words of the engine for %j',
		(text) => {
			const { message, description } = errorOf(() => read(text));
			expect(message).toBe(`'Message (JSON)' is not valid JSON: ${wordsOfEngine(text)}`);
			expect(description).toContain('quotes, commas and brackets');
		},
	);

	it('shows invisible characters by their numbers', () => {
		const { message } = errorOf(() => read('{"a":\uFEFF1}'));
		expect(message).toContain('<U+FEFF>');
		expect(message).not.toContain('\uFEFF');
	});

	it('tells of any text that was cut off', () => {
		const cutOff = fc.tuple(anyPlainObject, fc.nat()).map(([object, seed]) => {
			const text = JSON.stringify(object);
			return text.slice(0, seed % text.length);
		});
		fc.assert(
			fc.property(cutOff, (text) => {
				expect(errorOf(() => read(text)).message).toContain("'Message (JSON)' is not valid JSON");
			}),
		);
	});

	it.each([
		['={"title": "{{ $json.text }}"}', true],
		['=\n{"title": "x", "ext": {{ $json.ext }} }', true],
		['={{ $json.head }} "title": "{{ $json.text }}"}', true],
		['={{ $json.message }}', false],
		['= {{ $json.message }} ', false],
		[' {"title": "{{ $json.text }}"}', false],
		[undefined, false],
	])('says how to fill in a value where %j breaks it', (written, isNamed) => {
		const { description } = errorOf(() => readJsonObject(FIELD, '{"title": "a "b""}', written));
		expect(description.includes('JSON.stringify($json.text)')).toBe(isNamed);
	});

	it.each<[string, string | undefined, string]>([
		['{"title":{{ $json.t }}}', '{"title":{{ $json.t }}}', 'from Fixed to Expression'],
		['{{ $json.msg }}', '{{ $json.msg }}', 'from Fixed to Expression'],
		['{{ $json.msg }}', '={{ $json.msg }}', 'quotes, commas and brackets'],
		['{"a":{{"b":1}}}', '{"a":{{"b":1}}}', 'quotes, commas and brackets'],
		['[object Object]', '={{ $json.msg + "" }}', 'JSON.stringify($json.data)'],
		['{"a": [object Object]}', '={"a": {{ $json.a }}}', "'[object Object]'"],
		['```json\n{"a": 1}\n```', undefined, 'a block of code'],
		['\n```json\n{"a": 1}', undefined, 'a block of code'],
		['{“a”: 1}', undefined, 'typographic quotation marks'],
		['{"a": „b“}', undefined, 'typographic quotation marks'],
		['{"a”: 1}', undefined, 'typographic quotation marks'],
		['{"a": "„b“" 1}', undefined, 'quotes, commas and brackets'],
	])('says how to mend %j, written as %j', (text, written, advice) => {
		const { message, description } = errorOf(() => readJsonObject(FIELD, text, written));
		expect(message).toMatch(/^'Message \(JSON\)' is not valid JSON: ./);
		expect(description).toContain(advice);
	});

	it('refuses a number that would be rounded, and says how to write it', () => {
		const { message, description } = errorOf(() => read('{"ext": {"id": 9007199254740993}}'));
		expect(message).toMatch(/^'Message \(JSON\)' .*too large to be exact: '9007199254740993'$/);
		expect(description).toContain('double quotes');
	});
});

/** They differ from version to version. */
function wordsOfEngine(text: string): string {
	try {
		JSON.parse(text);
	} catch (error) {
		if (error instanceof SyntaxError) {
			return error.message.replace(/ is not valid JSON$/, '').replaceAll('\n', '<U+000A>');
		}
	}
	throw new Error(`This is JSON: ${text}`);
}

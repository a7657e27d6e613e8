import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { firstInexactNumber, parseExact } from '../../nodes/AgoraChatPush/json/exactJson.ts';
import { anyDocument, DIGITS } from '../support/writtenJson.mts';

const anySafeValue = fc.object({
	values: [
		fc.string(),
		fc.maxSafeInteger(),
		fc.double({ noInteger: true, noNaN: true, noDefaultInfinity: true }),
		fc.constantFrom(true, null),
	],
});

describe('parseExact', () => {
	it('gives integers above 2^53 as their digits, and everything else as JSON.parse', () => {
		fc.assert(
			fc.property(anyDocument, (written) => {
				expect(parseExact(written.text)).toEqual(written.value);
			}),
			{ numRuns: 500 },
		);
	});

	it('agrees with JSON.parse where no integer is above 2^53', () => {
		fc.assert(
			fc.property(anySafeValue, (value) => {
				const json = JSON.stringify(value);
				expect(parseExact(json)).toEqual(JSON.parse(json));
			}),
		);
	});

	it.each([
		['9007199254740991', 9007199254740991],
		['9007199254740992', '9007199254740992'],
		['9007199254740993', '9007199254740993'],
		['-9007199254740993', '-9007199254740993'],
		[`{"taskId":${DIGITS}}`, { taskId: DIGITS }],
		[`{"${DIGITS}":1}`, { [DIGITS]: 1 }],
		[`"\\"${DIGITS}"`, `"${DIGITS}`],
		[`["\\\\",${DIGITS}]`, ['\\', DIGITS]],
		[`"\\u0022${DIGITS}"`, `"${DIGITS}`],
	])('reads %s', (json, value) => {
		expect(parseExact(json)).toEqual(value);
	});
});

describe('parseExact, given what is not JSON', () => {
	it.each([
		['leading zeros', `[0${DIGITS}]`],
		['leading zeros after a minus', `[-0${DIGITS}]`],
		['an integer as a key', `{${DIGITS}:1}`],
		['a plus sign', `[+${DIGITS}]`],
		['a bare fraction', `[.${DIGITS}]`],
		['an unfinished exponent', `[${DIGITS}e]`],
		['a missing comma', `[${DIGITS} ${DIGITS}]`],
		['an open string', `["${DIGITS}`],
		['an open escape', `["${DIGITS}\\`],
		['a web page', `<html>${DIGITS}</html>`],
		['nothing', ''],
	])('throws for %s', (_what, broken) => {
		expect(() => parseExact(broken)).toThrow(SyntaxError);
	});

	it('throws exactly where JSON.parse does', () => {
		const token = fc.constantFrom(
			'{',
			'}',
			'[',
			']',
			':',
			',',
			'"',
			'\\',
			'-',
			'0',
			'.',
			'e',
			DIGITS,
		);
		const anyText = fc.array(token, { maxLength: 8 }).map((tokens) => tokens.join(''));
		fc.assert(
			fc.property(anyText, (json) => {
				expect(isAccepted(parseExact, json)).toBe(isAccepted(JSON.parse, json));
			}),
			{ numRuns: 5000, examples: [[`0${DIGITS}`], [`{${DIGITS}:0}`]] },
		);
	});
});

describe('parseExact, given a lot', () => {
	const FIVE_MEGABYTES = 5_000_000;

	it.each([
		['a long string', `["${'x'.repeat(FIVE_MEGABYTES)}",${DIGITS}]`],
		['a string of escapes', `["${'\\"'.repeat(FIVE_MEGABYTES / 2)}",${DIGITS}]`],
		['a run of spaces', `[${' '.repeat(FIVE_MEGABYTES)}${DIGITS}]`],
	])('reads %s in no time', (_what, json) => {
		const startMs = performance.now();
		const value = parseExact(json);
		expect(performance.now() - startMs).toBeLessThan(2000);
		expect(Array.isArray(value) && value.at(-1)).toBe(DIGITS);
	});
});

describe('firstInexactNumber', () => {
	it.each([
		[`{"a":"${DIGITS}","b":[1,${DIGITS}1,${DIGITS}2]}`, `${DIGITS}1`],
		['[9007199254740993]', '9007199254740993'],
		['[-9007199254740993.0]', '-9007199254740993.0'],
		['[0.12345678901234567899]', '0.12345678901234567899'],
		['{"a":1e999}', '1e999'],
		['[-1E+400]', '-1E+400'],
	])('gives the number in %s that JavaScript would write with other digits', (json, number) => {
		expect(firstInexactNumber(json)).toBe(number);
	});

	it.each([
		`{"a":"${DIGITS}"}`,
		'[0, -0, 0.0, 0e5, 1.50, 100, 1e2, 1E+2]',
		'[9007199254740992, 1e21, 1e308, 5e-324, 1.7976931348623157e308]',
		'[0.1, 0.30000000000000004, 0.10000000000000001, 59.913868800000010]',
		'{"1e999": "1e999"}',
	])('gives nothing for %s', (json) => {
		expect(firstInexactNumber(json)).toBeUndefined();
	});

	it('finds none in what JavaScript wrote itself', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(firstInexactNumber(JSON.stringify(value))).toBeUndefined();
			}),
			{ seed: 5, numRuns: 500 },
		);
	});
});

function isAccepted(parse: (json: string) => unknown, json: string): boolean {
	try {
		parse(json);
		return true;
	} catch {
		return false;
	}
}

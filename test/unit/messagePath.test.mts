import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isTaken, mergeDeep, setAtPath } from '../../nodes/AgoraChatPush/message/path.ts';

const anyValue = fc.oneof(fc.string(), fc.nat(), fc.boolean());
const anyKey = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor', 'toString');
const anyObject: fc.Arbitrary<IDataObject> = fc.dictionary(
	anyKey,
	fc.oneof(anyValue, fc.dictionary(anyKey, anyValue)),
);

afterEach(() => {
	Reflect.deleteProperty(Object.prototype, 'polluted');
	Reflect.deleteProperty(Function, 'polluted');
});

describe('setAtPath', () => {
	it('makes the objects on the way and keeps what is there', () => {
		const message = { config: { badge: { addNum: 1 } } };
		setAtPath(message, 'config.badge.activity', 'Main');
		setAtPath(message, 'config.clickAction.url', 'https://example.com');
		setAtPath(message, 'title', 'Hello');
		expect(message).toEqual({
			config: {
				badge: { addNum: 1, activity: 'Main' },
				clickAction: { url: 'https://example.com' },
			},
			title: 'Hello',
		});
	});

	it.each(['__proto__', 'constructor', 'toString'])('takes %s for a name like any other', (key) => {
		const message = {};
		setAtPath(message, key, 'value');
		expect(JSON.stringify(message)).toBe(`{"${key}":"value"}`);
		expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
	});

	it.each(['__proto__', 'constructor', 'constructor.prototype'])(
		'changes no other object through %s',
		(path) => {
			const message = {};
			setAtPath(message, `${path}.polluted`, true);
			expect('polluted' in {}).toBe(false);
			expect('polluted' in Object).toBe(false);
			expect(JSON.stringify(message)).toContain('"polluted":true');
		},
	);
});

describe('mergeDeep', () => {
	it('adds what is missing at any depth', () => {
		expect(mergeDeep({ a: 1, b: { c: 2 } }, { b: { d: 3 }, e: { f: 4 } })).toEqual({
			a: 1,
			b: { c: 2, d: 3 },
			e: { f: 4 },
		});
	});

	it('changes neither of the two, and loses no key of either', () => {
		fc.assert(
			fc.property(anyObject, anyObject, (base, added) => {
				const before = JSON.stringify([base, added]);
				const merged = mergeDeep(base, added);
				expect(JSON.stringify([base, added])).toBe(before);
				expect(new Set(Object.keys(merged))).toEqual(
					new Set([...Object.keys(base), ...Object.keys(added)]),
				);
			}),
		);
	});

	it.each(['__proto__', 'constructor'])('takes %s for a name like any other', (key) => {
		const added = Object.fromEntries([[key, { polluted: true }]]);
		const merged = mergeDeep({}, added);
		expect(JSON.stringify(merged)).toBe(JSON.stringify(added));
		expect('polluted' in merged || 'polluted' in Object).toBe(false);
	});
});

describe('isTaken', () => {
	it.each<[IDataObject, string, boolean]>([
		[{ a: 1 }, 'a', true],
		[{ a: 1 }, 'b', false],
		[{ a: { b: 3 } }, 'a.b', true],
		[{ a: { c: 3 } }, 'a.b', false],
		[{ a: 'text' }, 'a.b', true],
		[{ a: null }, 'a.b', true],
		[{ a: [2] }, 'a.b', true],
		[{ a: { b: { c: 1 } } }, 'a.b', true],
		[{}, 'a.b', false],
		[{}, 'constructor', false],
	])('of %j at %s is %j', (value, path, expected) => {
		expect(isTaken(value, path)).toBe(expected);
	});
});

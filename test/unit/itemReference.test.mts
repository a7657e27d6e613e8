import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { plainValueAt, referencedPath } from '../../nodes/AgoraChatPush/reading/itemReference.ts';

describe('referencedPath', () => {
	it.each([
		['={{ $json.user }}', ['user']],
		['={{$json.user}}', ['user']],
		["={{ $json['User ID'] }}", ['User ID']],
		['={{ $json.größe }}', ['größe']],
		['={{ $json.名前.$id }}', ['名前', '$id']],
		["={{ $json.größe['x'] }}", ['größe', 'x']],
		['={{ $json["User ID"] }}', ['User ID']],
		["={{ $json.customer['push id'].current }}", ['customer', 'push id', 'current']],
	])('reads %s', (expression, path) => {
		expect(referencedPath(expression)).toEqual(path);
	});

	it.each([
		'{{ $json.user }}',
		'={{ $json }}',
		'={{ $json.user.trim() }}',
		'={{ $json.user + 1 }}',
		'={{ $json.user }} and {{ $json.name }}',
		'=User {{ $json.user }}',
		'={{ $json.users[0] }}',
		'={{ $json.1st }}',
		"={{ $json['it\\'s'] }}",
		"={{ $json[''] }}",
		'={{ $("Sheet").item.json.user }}',
		42,
		undefined,
	])('leaves %s to n8n', (expression) => {
		expect(referencedPath(expression)).toEqual([]);
	});
});

describe('plainValueAt', () => {
	it('gives texts, numbers, switches and lists of them as they are', () => {
		const plain = fc.oneof(fc.string(), fc.integer(), fc.boolean());
		fc.assert(
			fc.property(fc.oneof(plain, fc.array(plain)), fc.string(), (value, name) => {
				expect(plainValueAt({ outer: { [name]: value } }, ['outer', name])).toEqual(value);
			}),
		);
	});

	it.each([
		['a name that is missing', ['missing']],
		['nothing', ['nothing']],
		['an object', ['object']],
		['a list of objects', ['objects']],
		['what is within a text', ['text', 'length']],
		['what is within a list', ['list', 'length']],
		['what every object inherits', ['toString']],
		['the prototype', ['__proto__']],
		['no path at all', []],
	])('leaves %s to n8n', (_what, path) => {
		const json = { nothing: null, object: {}, objects: [{}], text: 'anna', list: ['anna'] };
		expect(plainValueAt(json, path)).toBeUndefined();
	});
});

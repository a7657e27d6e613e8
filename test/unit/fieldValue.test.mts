import { describe, expect, it } from '@jest/globals';
import type { INodeProperties } from 'n8n-workflow';

import { readFieldValue } from '../../nodes/AgoraChatPush/reading/values.ts';
import { fieldOf, MENU } from '../support/fields.mts';

describe('readFieldValue', () => {
	const FIELDS = [
		fieldOf('string'),
		fieldOf('string', 'list'),
		fieldOf('boolean', 'zeroOrOne'),
		fieldOf('number'),
		MENU,
		fieldOf('json'),
		fieldOf('dateTime'),
	];

	it.each(FIELDS)('leaves out a blank field of type $type', (field) => {
		for (const blank of [undefined, null, '']) {
			expect(readFieldValue(field, blank, 'UTC')).toBeUndefined();
		}
	});

	it.each<[INodeProperties, unknown, unknown]>([
		[fieldOf('string'), 12, '12'],
		[fieldOf('string', 'list'), 'a, b', ['a', 'b']],
		[fieldOf('string', 'list'), ['a', 'b'], ['a', 'b']],
		[fieldOf('boolean'), 'true', true],
		[fieldOf('boolean'), false, false],
		[fieldOf('boolean', 'zeroOrOne'), true, 1],
		[fieldOf('boolean', 'zeroOrOne'), false, 0],
		[fieldOf('number'), 0, 0],
		[fieldOf('number'), '5', 5],
		[MENU, '2', 2],
		[fieldOf('json'), '{"a": 1}', { a: 1 }],
		[fieldOf('json'), { a: 1 }, { a: 1 }],
		[fieldOf('dateTime'), '1970-01-01T00:00:01', 1000],
	])('reads a field by its type: %j', (field, value, expected) => {
		expect(readFieldValue(field, value, 'UTC')).toEqual(expected);
	});
});

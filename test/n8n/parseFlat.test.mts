import { describe, expect, it } from '@jest/globals';

import { parseFlat } from '../../tools/n8n/client/parseFlat.mts';

describe('an execution as n8n stores it', () => {
	it('is unfolded, with everything that is no text in its place', () => {
		const text =
			'[{"name":"1","rows":"2","count":3,"on":true,"none":null},"anna",["1","3"],{"a":"1"}]';

		expect(parseFlat(text)).toEqual({
			name: 'anna',
			rows: ['anna', { a: 'anna' }],
			count: 3,
			on: true,
			none: null,
		});
	});

	it('may refer to itself', () => {
		const parsed = parseFlat('[{"self":"0"}]');

		expect(parsed).toHaveProperty('self', parsed);
	});
});

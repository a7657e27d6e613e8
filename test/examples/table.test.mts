import { describe, expect, it } from '@jest/globals';

import { tableLines } from '../../tools/demo/table.mts';

const titles = { heading: 'Outcome', names: 'Who' };

describe('table', () => {
	it('counts the names and lists those that fit', () => {
		const rows = [
			{ heading: 'reached', names: ['anna', 'ben'] },
			{ heading: 'not reached', names: ['carla', 'deniz', 'emil', 'fatima', 'gus'] },
		];

		expect(tableLines(titles, rows, 45)).toEqual([
			'Outcome      Count  Who',
			'reached          2  anna, ben',
			'not reached      5  carla, deniz and 3 more',
		]);
	});

	it('stays within its width, however many names there are', () => {
		const names = Array.from({ length: 100_000 }, (_, index) => `user-${index}`);
		const [, line = ''] = tableLines(titles, [{ heading: 'reached', names }], 80);

		expect(line).toMatch(/^reached +100,000 {2}user-0, user-1, .* and [\d,]+ more$/);
		expect(line.length).toBeLessThanOrEqual(80);
	});

	it('shows one name even where there is no room', () => {
		const rows = [{ heading: 'reached', names: ['a-rather-long-name', 'ben'] }];

		expect(tableLines(titles, rows, 20)).toContain('reached      2  a-rather-long-name and 1 more');
	});
});

import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { medianOf } from '../../tools/bench/measuring/measurement.mts';
import { markdownOf } from '../../tools/bench/report/markdown.mts';
import results from '../../tools/bench/results.json';

describe('the figures of the benchmarks', () => {
	it.each(Object.entries(results))('stand in docs/performance.md as measured: %s', (_, figures) => {
		const page = readFileSync('docs/performance.md', 'utf8');
		expect(page).toContain(markdownOf(figures));
	});

	it('are each the median of their own', () => {
		const counts = { items: 1 };
		expect(
			medianOf([
				{ wallMs: 9, processorMs: 1, peakBytes: 40, counts },
				{ wallMs: 1, processorMs: 3, peakBytes: 10, counts },
				{ wallMs: 2, processorMs: 2, peakBytes: 20, counts },
			]),
		).toEqual({ wallMs: 2, processorMs: 2, peakBytes: 20, counts });
	});
});

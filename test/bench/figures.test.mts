import { readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { benchmarks } from '../../tools/bench/benchmarks/index.mts';
import { medianOf } from '../../tools/bench/measuring/measurement.mts';
import { keepingOf } from '../../tools/bench/report/keep.mts';
import { markdownOf } from '../../tools/bench/report/markdown.mts';
import results from '../../tools/bench/results.json';

describe('the figures of the benchmarks', () => {
	it.each(Object.entries(results))('stand in their page as measured: %s', (name, figures) => {
		const { page } = keepingOf(benchmarks.get(name) ?? {});
		expect(readFileSync(page, 'utf8')).toContain(markdownOf(figures));
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

import { readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

import { markdownOf } from '../../tools/bench/report/markdown.mts';
import results from '../../tools/queue/results.json';

it.each(Object.entries(results))('shows in docs/scaling.md what was measured: %s', (_, figures) => {
	expect(readFileSync('docs/scaling.md', 'utf8')).toContain(markdownOf(figures));
});

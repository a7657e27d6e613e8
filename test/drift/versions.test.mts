import { readFileSync } from 'node:fs';

import { expect, it } from '@jest/globals';

import { markdownOf } from '../../tools/bench/report/markdown.mts';
import { versions } from '../../tools/n8n/compat/results.json';

it('shows in README which versions of n8n the node was tried in', () => {
	expect(readFileSync('README.md', 'utf8')).toContain(markdownOf(versions));
});

import { describe, expect, it } from '@jest/globals';

import { mismatches, type Change } from '../../tools/demo/labelSync.mts';
import { compareWithDryRun } from '../../tools/demo/rehearsal.mts';

function runOf(changes: Record<string, Change>, refused: string[] = []) {
	return {
		changes: new Map(Object.entries(changes)),
		outcomes: refused.map((who) => ({ who, kind: 'expected' as const, what: 'refused: gone' })),
	};
}

describe('a run and its dry run', () => {
	it('agree when both tell the same of everyone', () => {
		const run = runOf({ anna: 'added', ben: 'removed' });

		expect(compareWithDryRun(run, run)).toEqual({
			agreement: 'Just as the dry run said.',
			surprises: [],
		});
	});

	it('agree but for those whom the service refuses', () => {
		const dryRun = runOf({ anna: 'added', zoe: 'added' });
		const { agreement, surprises } = compareWithDryRun(dryRun, runOf({ anna: 'added' }, ['zoe']));

		expect(agreement).toContain('but for 1 refused');
		expect(surprises).toEqual([]);
	});

	it.each([
		['left someone out', runOf({}), ['anna']],
		['did the opposite', runOf({ anna: 'removed' }), ['anna']],
		['changed one more', runOf({ anna: 'added', ben: 'removed' }), ['ben']],
		['changed others', runOf({ ben: 'removed' }), ['anna', 'ben']],
	])('do not agree when the run %s', (_, realRun, differing) => {
		const { agreement, surprises } = compareWithDryRun(runOf({ anna: 'added' }), realRun);

		expect(agreement).toMatch(/^Not as the dry run said of (anna|ben)( and 1 more)?\.$/);
		expect(surprises).toEqual(differing.map((user) => `The dry run said otherwise of ${user}.`));
	});
});

describe('a label after a run', () => {
	const { changes } = runOf({ ben: 'added', carla: 'removed' });
	const before = ['anna', 'carla'];

	it('fits when it holds what came out, and after a dry run what it held before', () => {
		const after = ['anna', 'ben'];

		expect(mismatches({ isDryRun: false, changes, before, after })).toEqual([]);
		expect(mismatches({ isDryRun: true, changes, before, after: before })).toEqual([]);
	});

	it.each([
		[false, before, ['carla is in the label', 'ben is not in the label']],
		[false, ['anna', 'ben', 'gus'], ['gus is in the label']],
		[true, ['anna', 'ben'], ['carla is not in the label', 'ben is in the label']],
	])('as a dry run %j, with %j, does not fit', (isDryRun, after, sentences) => {
		expect(mismatches({ isDryRun, changes, before, after })).toEqual(
			sentences.map((sentence) => `${sentence}, which is not what came out.`),
		);
	});
});
